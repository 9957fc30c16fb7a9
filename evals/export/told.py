"""What an export came to, and what it had to leave out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class LeftOut(NamedTuple):
    """A proposal or a source, by its id, that no case holds, and why not."""

    what: str
    reason: str

    def __str__(self) -> str:
        return f"{self.what} is left out: {self.reason}"


@dataclass(frozen=True)
class Exported:
    """What an export came to.

    Attributes:
        cases: The names of the cases written, one for each source.
        edits: How many approved changes they hold.
        optional: How many changes that nobody decided, which count neither way.
        traps: How many rejected ones.
        undecided: How many sources have no case because nothing of them was decided.
        left_out: What could have been in a case and is not.
    """

    cases: tuple[str, ...]
    edits: int = 0
    optional: int = 0
    traps: int = 0
    undecided: int = 0
    left_out: tuple[LeftOut, ...] = ()

    def __str__(self) -> str:
        """It in one line, such as `2 cases with 5 edits, 1 optional and 2 traps`."""
        cases, edits = _count(len(self.cases), "case"), _count(self.edits, "edit")
        held = f"{cases} with {edits}, {self.optional} optional and {_count(self.traps, 'trap')}"
        return "; ".join((held, *self._not_there()))

    def _not_there(self) -> Iterator[str]:
        if self.undecided:
            yield f"{_count(self.undecided, 'source')} without a decision"
        if self.left_out:
            yield f"{len(self.left_out)} left out"


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
