"""What the rules of the date grammar share: what they are given and what they answer."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, Self

from agent.readers.embedded.dates.mention import Kind
from agent.readers.embedded.dates.reckoning import Lean
from agent.readers.embedded.dates.words import Words


class Found(NamedTuple):
    """A date expression: the place after its last word, and what it means.

    `anchors`: whether "a week later" behind it counts from here; not from what is itself counted
    from the day spoken of, for that is often said again.
    """

    stop: int
    day: date
    kind: Kind
    how: str
    sure: bool = True
    anchors: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where a rule begins to read.

    `anchor` is the day last spoken of, if any; `month` a day of the month last spoken of, at the
    word `month_at`; `about` the date under discussion. `inner` reads a date expression that
    stands inside another ("two weeks after the 14th").
    """

    words: Words
    on: date
    day_first: bool
    inner: Callable[["Scene", int], Found | None]
    about: date | None = None
    anchor: date | None = None
    month: date | None = None
    month_at: int = 0
    lean: Lean = "either"
    depth: int = 0

    def read(self, i: int) -> Found | None:
        """Read a date expression inside another; two levels deep at most."""
        deeper = replace(self, depth=self.depth + 1)
        return self.inner(deeper, i) if deeper.depth <= _DEEPEST else None

    def month_spoken_of(self, i: int) -> date | None:
        """A day of the month that the i-th word still follows upon."""
        return self.month if i - self.month_at <= _REMEMBERED else None

    def leaning(self, lean: Lean) -> Self:
        """The same scene, where dates without a year lie that way."""
        return replace(self, lean=lean)


Rule = Callable[[Scene, int], Found | None]
# The words a rule can begin with ("#" is any number in digits), and the rule.
Family = tuple[tuple[Collection[str], Rule], ...]
DIGITS = "#"
_DEEPEST = 2
# In words: so long a month just named holds for the day numbers that follow.
_REMEMBERED = 25
