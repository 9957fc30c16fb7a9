"""Cases: folders in the golden layout, a plan file with sources and the days they are of."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from plan.models import Day
from tools.exchange.errors import UnreadableFileError, explain
from tools.exchange.safe_yaml import load


class SourceFile(NamedTuple):
    """A source of a case: its file, and the day a reader is told."""

    path: Path
    day: date


class _Gold(BaseModel):
    """All that is read of a gold file; what should be found in the source is not looked at."""

    model_config = ConfigDict(extra="ignore")

    source: str
    date: Day


def cases(folder: Path) -> tuple[Path, ...]:
    """The folders of all cases under a folder, by name."""
    return tuple(sorted(found.parent for found in folder.glob("*/deal.yaml")))


def source_files(case: Path) -> Iterator[SourceFile]:
    """A case's sources in order of arrival; of the gold files only `source` and `date` are read.

    Raises:
        UnreadableFileError: A gold file is not in the layout; the message names it.
    """
    for path in sorted((case / "gold").glob("*.yaml")):
        try:
            gold = _Gold.model_validate(load(path.read_text(encoding="utf-8")))
        except UnreadableFileError as error:
            raise UnreadableFileError(f"{path}: {error}") from None
        except ValidationError as error:
            raise UnreadableFileError(f"{path}: {explain(error)}") from None
        yield SourceFile(case / "sources" / gold.source, gold.date)
