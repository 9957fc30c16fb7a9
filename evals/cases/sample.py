"""Cases and samples: what readers are given, with what they should find."""

from dataclasses import dataclass
from pathlib import Path

from agent.ports import Context
from evals.cases.gold import Gold, Question


@dataclass(frozen=True)
class Sample:
    """One source of a case, with its deal as it stood before it (teacher forcing).

    Attributes:
        case: The case folder's name.
        number: The gold file's name without ending, such as `01`.
        data: The source's file, byte for byte.
        context: What a reader sees: the source as intake made it, and the deal before it.
        gold: What it should find.
    """

    case: str
    number: str
    data: bytes
    context: Context
    gold: Gold

    @property
    def key(self) -> str:
        """`<case>/<number>`: the sample's name in reports, and its prediction's path."""
        return f"{self.case}/{self.number}"


@dataclass(frozen=True)
class Case:
    """One deal: its sources in order of arrival, and questions about it."""

    name: str
    folder: Path
    samples: tuple[Sample, ...]
    questions: tuple[Question, ...]
