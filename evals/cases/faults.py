"""What is wrong with a case, by file and line, told before anything is run."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from evals.errors import EvaluationError


class Fault(NamedTuple):
    """One thing that is wrong: the file, its line from 1, and what to mend."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class BrokenCaseError(EvaluationError):
    """Cases cannot be used as they are; nothing was run. Mend each place named and try again.

    Attributes:
        faults: All that is wrong, in the order of the files.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)
