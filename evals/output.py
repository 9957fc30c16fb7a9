"""The folder of a run: predictions, scores, cost and the report."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from api.golden_terms import Terms
from evals.cases.sample import Sample
from evals.errors import OrderError
from evals.predictions import PredictedAnswer
from evals.scorers.cost import Cost
from evals.scores import Scores
from plan.models import Frozen

_MADE = ("predictions", "variants")
_NOTE = "README.txt"
_TOLD = """\
Written by `tandem eval`; the next run that is written here replaces it.

report.html    what to read
scores.json    all figures
cost.json      time, tokens and money
predictions/   what was found in each source, as `tandem read --json` prints it, and the answers
variants/      the same for each robustness variant
"""


@dataclass(frozen=True)
class Output:
    """A run's folder."""

    folder: Path

    def begin(self) -> None:
        """Make the folder, and take away the predictions of the run that was written there.

        Raises:
            OrderError: It cannot be written, or holds something that no run wrote.
        """
        theirs = [name for name in _MADE if (self.folder / name).exists()]
        note = self.folder / _NOTE
        if theirs and not note.exists():
            raise OrderError(
                f"{self.folder / theirs[0]} is there and was not written by a run; choose another "
                "folder with --out."
            )
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            note.write_text(_TOLD, encoding="utf-8")
            for name in theirs:
                shutil.rmtree(self.folder / name)
        except OSError as error:
            raise OrderError(f"{self.folder} cannot be written: {error.strerror}.") from None

    def prediction(self, sample: Sample, terms: Terms, variant: str | None = None) -> None:
        """Keep what was found in a sample, in the form that `tandem read --json` prints."""
        folder = self.folder / ("predictions" if variant is None else f"variants/{variant}")
        _write(folder / sample.case / f"{sample.number}.json", terms)

    def answers(self, case: str, answers: Sequence[PredictedAnswer]) -> None:
        """Keep the answers to a case's questions, in the form that `--predictions` takes."""
        given = [one.model_dump(mode="json") for one in answers]
        _write(self.folder / "predictions" / case / "questions.json", given)

    def scores(self, scores: Scores, cost: Cost) -> None:
        """Keep the figures; what takes time stands apart, so that equal runs are equal files."""
        self.model(self.folder / "scores.json", scores)
        self.model(self.folder / "cost.json", cost)

    def report(self, page: str) -> Path:
        """Keep the report; returns its path."""
        path = self.folder / "report.html"
        path.write_text(page, encoding="utf-8")
        return path

    @staticmethod
    def model(path: Path, value: Frozen) -> None:
        """Keep a model's data as JSON."""
        _write(path, value.model_dump(mode="json"))


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
