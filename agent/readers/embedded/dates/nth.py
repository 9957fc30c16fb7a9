"""The nth of a span: "first Monday in September", "last working day of August"."""

from datetime import date, timedelta

from agent.readers.embedded.dates.grammar import DIGITS, Family, Found, Scene
from agent.readers.embedded.dates.holidays import easter
from agent.readers.embedded.dates.names import WEEKDAYS, WORKING
from agent.readers.embedded.dates.numbers import ORDINALS, ordinal
from agent.readers.embedded.dates.periods import Period, period
from agent.readers.embedded.dates.reckoning import (
    FRIDAY,
    SATURDAY,
    last_weekday,
    next_weekday,
    plain,
)

_MOST = 5
_LAST = 0


def _nth(scene: Scene, i: int) -> Found | None:
    words = scene.words
    number, at = _number(scene, i)
    if number is None:
        return None
    at = words.skip(at, {"full", "whole"})
    working = words.at(at) in WORKING
    at = words.skip(at, WORKING)
    what = words.at(at)
    if words.at(at + 1) not in {"of", "in"} or not (what in WEEKDAYS or what in {"day", "week"}):
        return None
    of = _period(scene, at + 2)
    if of is None or of.kind == "week":
        return None
    return _found(of, number, "working day" if working else what)


def _number(scene: Scene, i: int) -> tuple[int | None, int]:
    if scene.words.at(i) == "last":
        return _LAST, i + 1
    read = ordinal(scene.words, i)
    return (read.value, read.stop) if read and read.value <= _MOST else (None, i)


def _period(scene: Scene, i: int) -> Period | None:
    """Read the span; "the new year" is the next one."""
    words = scene.words
    at = words.skip(i, {"the"})
    if words.at(at) == "new" and words.at(at + 1) == "year":
        first = date(scene.on.year + 1, 1, 1)
        return Period(at + 2, first, date(first.year, 12, 31), "year")
    return period(scene, i)


def _found(of: Period, number: int, what: str) -> Found | None:
    if what == "week":
        start = _weekday(of, number, 0)
        day = start + timedelta(days=FRIDAY) if start else None
        how = "A week counts to the month its Monday lies in, and ends on Friday."
        return Found(of.stop, day, "week", how, sure=False) if day else None
    if what == "day":
        day = of.last if number == _LAST else of.first + timedelta(days=number - 1)
    elif what == "working day":
        day = _working_day(of, number)
    else:
        day = _weekday(of, number, WEEKDAYS[what])
    how = f"Counted within the {of.kind} that ends on {plain(of.last)}."
    return Found(of.stop, day, "day", how) if day else None


def _weekday(of: Period, number: int, weekday: int) -> date | None:
    """The nth such weekday of a span, or its last."""
    if number == _LAST:
        return last_weekday(of.last + timedelta(days=1), weekday)
    first = next_weekday(of.first - timedelta(days=1), weekday)
    day = first + timedelta(days=7 * (number - 1))
    return day if day <= of.last else None


def _working_day(of: Period, number: int) -> date:
    """The nth working day of a span: no weekend, and none of the feasts that nearly all keep."""
    step = timedelta(days=-1 if number == _LAST else 1)
    day = of.last if number == _LAST else of.first
    left = max(number, 1)
    while True:
        left -= _works(day)
        if left == 0:
            return day
        day += step


def _works(day: date) -> bool:
    feasts = {(1, 1), (12, 25), (12, 26)}
    moving = {easter(day.year) + timedelta(days=1), easter(day.year) - timedelta(days=2)}
    return day.weekday() < SATURDAY and (day.month, day.day) not in feasts and day not in moving


FAMILY: Family = (({DIGITS, "last", *list(ORDINALS)[:_MOST]}, _nth),)
