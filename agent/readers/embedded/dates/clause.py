"""The words that lead to a date within its clause, nearest first."""

from agent.readers.embedded.dates.names import STOPS
from agent.readers.embedded.dates.words import Words, listed

_JOINTS = frozenset({",", "but", "so", "because", "cause"})
# Words that only carry what stands before them to the date: "not … going to be the 5th".
CARRYING = listed(
    "the a on by for in at this that be to do make of it have had really even just any more get "
    "going gonna come meet hit want like need take keep hold say necessarily exactly longer "
    "either still also only my our your as down until before very next coming end mid early late "
    "start beginning"
)
# After these a date is an old plan: "it was the 4th", "originally Friday".
_FORMERLY = listed("originally formerly initially previously supposed meant was were")
INTENDED = frozenset({"supposed", "originally"})


def leading(words: Words, start: int, most: int) -> list[str]:
    """The words before the place `start`, nearest first, within the clause, so many at most."""
    before: list[str] = []
    for k in range(start - 1, max(start - 1 - most, -1), -1):
        if words.at(k) in STOPS or words.at(k) in _JOINTS:
            break
        before.append(words.at(k))
    return before


def carried(before: list[str]) -> list[str]:
    """The words before a date, nearest first, up to the first that does not just carry it."""
    count = next((k for k, word in enumerate(before) if word not in CARRYING), len(before))
    return before[: count + 1]


def old_plan(before: list[str]) -> bool:
    """Whether the words make the date one once planned, not "what we agreed was the 7th"."""
    near = carried(before)
    agreed = before[len(near) : len(near) + 1] in (["said"], ["agreed"])
    return bool(near) and near[-1] in _FORMERLY and not agreed
