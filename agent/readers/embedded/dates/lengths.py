"""Lengths of time: "two weeks", "a fortnight", "ten business days"."""

from datetime import date, timedelta
from typing import NamedTuple

from agent.readers.embedded.dates.grammar import Scene
from agent.readers.embedded.dates.names import DAY_UNITS, HYPHEN, MONTH_UNITS, WORKING
from agent.readers.embedded.dates.numbers import Counted, amount, cardinal
from agent.readers.embedded.dates.reckoning import add_months, add_working_days
from agent.readers.embedded.dates.words import Words, listed

_MOST = 400
_OR = frozenset({"to", "or", "-"})
_MORE = listed("full more extra further other additional good clear")


class Length(NamedTuple):
    """A length of time: days, months or working days, and the place after the words.

    `sure` is False for "two or three weeks", which is read as three.
    """

    stop: int
    days: int = 0
    months: int = 0
    working: int = 0
    sure: bool = True

    def after(self, day: date, sign: int = 1) -> date:
        """The day that lies this length after `day`, or before it where `sign` is -1."""
        if self.working:
            return add_working_days(day, sign * self.working)
        return add_months(day, sign * self.months) + timedelta(days=sign * self.days)


def length(scene: Scene, i: int) -> Length | None:
    """Read a length of time at the i-th word.

    Above 400 of anything nobody means a date, and "two-week" only says how long something is.
    """
    words = scene.words
    first = Counted(1, i) if words.at(i) == "fortnight" else amount(words, i)
    if first is None:
        return None
    second = cardinal(words, first.stop + 1) if words.at(first.stop) in _OR else None
    count = second or first
    if count.value > _MOST:
        return None
    if words.at(count.stop) == "-" and not words.at(count.stop + 1).endswith("s"):
        return None
    at = words.skip_all(words.skip(count.stop, HYPHEN), _MORE)
    said = _of_unit(words, at, count.value)
    return said._replace(sure=second is None) if said else None


def _of_unit(words: Words, at: int, count: int) -> Length | None:
    """So many of the unit named at the place `at`."""
    working = words.at(at) in WORKING
    at = words.skip(at, WORKING)
    unit = words.at(at)
    stop = words.skip(words.skip(at + 1, {"'s"}), {"'"})
    if working:
        return Length(stop, working=count) if DAY_UNITS.get(unit) == 1 else None
    if unit in DAY_UNITS:
        return Length(stop, days=count * DAY_UNITS[unit])
    return Length(stop, months=count * MONTH_UNITS[unit]) if unit in MONTH_UNITS else None
