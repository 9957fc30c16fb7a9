"""Baselines: the last accepted run of each reader, as its scores.json."""

import re
from pathlib import Path

from pydantic import ValidationError

from evals.errors import BaselineError
from evals.scores import Scores
from tools.exchange.errors import explain

FOLDER = Path(__file__).parent
_NO_NAME = re.compile(r"[^A-Za-z0-9.]+")


def baseline_path(reader: str) -> Path:
    """Where the accepted run of a reader is kept."""
    return FOLDER / f"{_NO_NAME.sub('-', reader).strip('-')}.json"


def load_baseline(path: Path) -> Scores:
    """A run's scores.

    Raises:
        BaselineError: There is none, or it is of another form.
    """
    try:
        return Scores.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BaselineError(f"The baseline {path} cannot be read: {error}") from None
    except ValidationError as error:
        raise BaselineError(f"The baseline {path} is of another form: {explain(error)}") from None
