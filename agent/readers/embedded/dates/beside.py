"""Two expressions beside each other that speak of one day: "a week later, on Friday the 5th"."""

from datetime import timedelta
from typing import NamedTuple

from agent.readers.embedded.dates.grammar import Found
from agent.readers.embedded.dates.names import STOPS
from agent.readers.embedded.dates.reckoning import monday
from agent.readers.embedded.dates.words import Words, listed


class Placed(NamedTuple):
    """An expression, the place of its first word, and whether the words around reject it."""

    start: int
    found: Found
    negated: bool


_FILLERS = listed(
    ", . ? - … ( so that 's is the uh um then say meaning which be would 'd what on hang it "
    "namely now a"
)
_MOST_FILLERS = 6
_PERIODS = frozenset({"week", "month", "quarter"})
_NEAR = timedelta(days=1)


def joined(words: Words, first: Placed, second: Placed) -> Placed | None:
    """The one expression that two neighbours make, or None if they speak of two days."""
    gap = words.words[first.found.stop : second.start]
    if len(gap) > _MOST_FILLERS or not _FILLERS.issuperset(gap):
        return None
    told = "a" in gap or words.at(second.found.stop) in STOPS | {""}
    broken = not STOPS.isdisjoint(set(gap) - {"("})
    broken = broken and not (told and second.found.kind == "weekday")
    found = _one(first, second, broken=broken)
    if found is None:
        return None
    rejected = first.negated or second.negated
    return Placed(first.start, found._replace(stop=second.found.stop), rejected)


def _one(first: Placed, second: Placed, *, broken: bool) -> Found | None:
    a, b = first.found, second.found
    if {a.kind, b.kind} == {"weekday", "day"}:
        same = a.day.weekday() == b.day.weekday()
        explicit = a if a.kind == "day" else b
        return explicit if same and not (broken and explicit is a) else None
    if first.negated:
        return None
    if a.kind == "week" and b.kind == "weekday" and not broken:
        day = monday(a.day) + timedelta(days=b.day.weekday())
        return a._replace(day=day, kind="offset")
    if a.day == b.day and not broken and b.kind == "weekday":
        return a
    spoken = a.kind in {"offset", *_PERIODS} and b.kind == "day"
    return b if spoken and (not broken or abs(a.day - b.day) <= _NEAR) else None
