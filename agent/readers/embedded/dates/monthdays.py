"""A day with its month: "the second of April", "March 27, 2026", "14. März", "27 to 30 April"."""

from typing import NamedTuple

from agent.readers.embedded.dates.context import settled
from agent.readers.embedded.dates.grammar import DIGITS, Family, Found, Scene
from agent.readers.embedded.dates.names import (
    COMMA,
    DAY_UNITS,
    DOUBTFUL_MONTHS,
    MONTH_UNITS,
    MONTHS,
    PERSONS,
    WEEKDAY_NAMES,
)
from agent.readers.embedded.dates.numbers import (
    CARDINALS,
    MONTH_DAYS,
    ORDINALS,
    YEARS,
    Counted,
    day_number,
    ordinal,
)
from agent.readers.embedded.dates.reckoning import on_calendar, plain, without_year
from agent.readers.embedded.dates.years import year_after

_TO = frozenset({"to", "-", "until", "till", "and", "or", "/", "through", "&"})
_YEARS_AHEAD = range(6)
_FEW = 3


class DayMonth(NamedTuple):
    """A day of a month as it was said, the year if that was, and the place after it."""

    day: int
    month: int
    year: int | None
    stop: int


def day_month(scene: Scene, i: int) -> DayMonth | None:
    """Read a day and a month, in either order, at the i-th word."""
    return _day_first(scene, i) or _month_first(scene, i)


def dated(scene: Scene, said: DayMonth, weekday: int | None = None) -> Found | None:
    """Work out the year of a day and month, by the weekday beside it if there is one."""
    if said.year is not None:
        day = on_calendar(said.year, said.month, said.day)
        how = "The words name day, month and year."
    else:
        day = without_year(scene.on, said.month, said.day, scene.lean)
        how = f"Without a year it is the one nearest to {plain(scene.on)} that makes sense."
    if day is None or weekday is None or day.weekday() == weekday:
        return Found(said.stop, day, "day", how) if day else None
    years = [scene.on.year + k for k in _YEARS_AHEAD] if said.year is None else []
    days = [on_calendar(each, said.month, said.day) for each in years]
    name = WEEKDAY_NAMES[weekday]
    for other in days:
        if other and other > scene.on and other.weekday() == weekday:
            return Found(said.stop, other, "day", f"It is the next year in which it is a {name}.")
    how = f"The date stands although {plain(day)} is no {name}."
    return Found(said.stop, day, "day", how, sure=False)


def _date(scene: Scene, i: int) -> Found | None:
    said = day_month(scene, i) or _first_of_range(scene, i)
    return dated(scene, said) if said else None


def _day_first(scene: Scene, i: int) -> DayMonth | None:
    words = scene.words
    day = day_number(words, i)
    if day is None:
        return None
    counted = ordinal(words, i) is not None
    j = words.skip(day.stop, {"."}) if words.digits(i) is not None else day.stop
    j = words.skip(j, {"day"}) if counted else j
    joined = {"of", "-", "in", "/"} if counted and day.value > _FEW else {"of", "-", "/"}
    at = words.skip(j, joined)
    month = MONTHS.get(words.at(at))
    if month is None or (at == j and not _plainly_month(scene, i, at)):
        return None
    return _with_year(scene, day.value, month, at + 1)


def _plainly_month(scene: Scene, i: int, at: int) -> bool:
    """Whether "15 may", "two march" or "20 mars 2026" is a date: "two may come" is none."""
    words = scene.words
    if words.at(at) not in DOUBTFUL_MONTHS or words.capital(at) or words.digits(at + 1) in YEARS:
        return True
    return words.at(i) not in CARDINALS and settled(words, at + 1)


def _month_first(scene: Scene, i: int) -> DayMonth | None:
    words = scene.words
    month = MONTHS.get(words.at(i))
    if month is None:
        return None
    at = words.skip(words.skip(i + 1, {"."}), {"-"})
    at = words.skip(at, COMMA) if words.at(at + 1) == "the" else at
    at = words.skip(at, {"the"})
    day = day_number(words, at)
    if day is None or _measures(scene, day.stop) or not _plainly_day(scene, i, at, day):
        return None
    return _with_year(scene, day.value, month, day.stop)


def _plainly_day(scene: Scene, i: int, at: int, day: Counted) -> bool:
    """Whether the number after a month is a day: "in April fourteen people" has none."""
    words = scene.words
    if words.at(at) in CARDINALS and ordinal(words, at) is None:
        doubtful = words.at(i) in DOUBTFUL_MONTHS and not words.capital(i)
        counting = doubtful and (day.value <= _FEW or words.at(i - 1) in PERSONS)
        return settled(words, day.stop) and not counting
    if words.at(at) in ORDINALS and day.value <= _FEW:
        return settled(words, day.stop)
    return True


def _measures(scene: Scene, j: int) -> bool:
    word = scene.words.at(j)
    clock = word == ":" and scene.words.digits(j + 1) is not None
    return clock or word in DAY_UNITS or word in MONTH_UNITS or word in {"%", "percent", "o"}


def _with_year(scene: Scene, day: int, month: int, stop: int) -> DayMonth:
    words = scene.words
    at = words.skip(stop, {"."}) if words.digits(stop + 1) in YEARS else stop
    read = year_after(scene, at)
    if read is None or _measures(scene, read.stop):
        return DayMonth(day, month, None, stop)
    return DayMonth(day, month, read.value, read.stop)


def _first_of_range(scene: Scene, i: int) -> DayMonth | None:
    """Read the 27 of "27 to 30 April": its month is told by the second."""
    words = scene.words
    first = ordinal(words, i)
    value = words.digits(i)
    if first is None and value is not None:
        first = Counted(value, i + 1)
    if first is None or words.at(first.stop) not in _TO or first.value not in MONTH_DAYS:
        return None
    second = _day_first(scene, words.skip(first.stop + 1, {"the"}))
    if second is None or second.day <= first.value:
        return None
    return DayMonth(first.value, second.month, second.year, first.stop)


FAMILY: Family = (({DIGITS, *ORDINALS, *CARDINALS, *MONTHS}, _date),)
