"""Predictions made elsewhere: by another tool, or by an earlier run."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from api.golden_terms import Terms
from evals.cases.sample import Case, Sample
from evals.errors import PredictionsError
from evals.predictions import PredictedAnswer
from evals.run import AnswerRun
from tools.exchange.errors import explain

T = TypeVar("T")
_TERMS: TypeAdapter[Terms] = TypeAdapter(Terms)
_ANSWERS = TypeAdapter(tuple[PredictedAnswer, ...])


def terms_in(folder: Path, samples: Sequence[Sample]) -> list[Terms]:
    """What stands in `<folder>/<case>/<number>.json` for each sample.

    Raises:
        PredictionsError: A file is missing or is no JSON object.
    """
    return [_read(folder / sample.case / f"{sample.number}.json", _TERMS) for sample in samples]


def answers_in(folder: Path, cases: Sequence[Case]) -> tuple[AnswerRun, ...]:
    """Every question of the cases that have a `<folder>/<case>/questions.json`, with its answer.

    A question that the file leaves out is answered by nothing.

    Raises:
        PredictionsError: A file is no list of answers.
    """
    found: list[AnswerRun] = []
    for case in cases:
        path = folder / case.name / "questions.json"
        if path.exists():
            given = {one.question: one for one in _read(path, _ANSWERS)}
            for asked in case.questions:
                answer = given.get(asked.question, PredictedAnswer(question=asked.question))
                found.append(AnswerRun(case.name, asked, answer))
    return tuple(found)


def _read(path: Path, kind: TypeAdapter[T]) -> T:
    try:
        return kind.validate_python(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise PredictionsError(f"{path} cannot be read: {error.strerror}.") from None
    except ValidationError as error:
        raise PredictionsError(f"{path}: {explain(error)}") from None
    except (ValueError, RecursionError) as error:
        raise PredictionsError(f"{path} is no JSON: {error}") from None
