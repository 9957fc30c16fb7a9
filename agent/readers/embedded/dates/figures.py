"""Dates in figures: 2026-03-12, 12.03.2026, 12/3/26, 12.3., 19/02."""

from datetime import date
from typing import NamedTuple

from agent.readers.embedded.dates.context import labelled, part_of_figure, settled
from agent.readers.embedded.dates.grammar import DIGITS, Family, Found, Scene
from agent.readers.embedded.dates.names import WEEKDAYS
from agent.readers.embedded.dates.numbers import YEARS
from agent.readers.embedded.dates.reckoning import on_calendar, plain, without_year
from agent.readers.embedded.dates.words import listed

_MARKS = frozenset({".", "/", "-"})
_CENTURY = 2000
_YEAR_DIGITS = (2, 4)
_DAY_DIGITS = 2
_LEADING = listed(
    "on by until till before due latest from since am den zum bis vom not of the than say is "
    "between and dated deadline tomorrow"
)


class Figures(NamedTuple):
    """Two figures and perhaps a year, and the place after them; `dotted` has the day first."""

    first: int
    second: int
    year: int | None
    stop: int
    dotted: bool


def figures(scene: Scene, i: int) -> Figures | None:
    """Read day and month (in whichever order) and the year, if any, in figures."""
    if labelled(scene.words, i):
        return None
    return _whole(scene, i) or _short(scene, i)


def figured(scene: Scene, said: Figures, weekday: int | None = None) -> Found | None:
    """Work out which figure is the month: by the weekday beside it, else by the usual order."""
    orders = [(said.first, said.second), (said.second, said.first)]
    orders = orders[:1] if said.dotted else orders if scene.day_first else orders[::-1]
    days = [found for day, month in orders if (found := _resolved(scene, day, month, said.year))]
    if not days:
        return None
    agreeing = [day for day in days if day.weekday() == weekday]
    chosen = agreeing[0] if agreeing else days[0]
    sure = len(set(days)) == 1 or len(agreeing) == 1
    if weekday is not None and not agreeing:
        return Found(said.stop, chosen, "day", _disagreeing(chosen), sure=False)
    how = "The figures name the day." if sure else "Day and month could be the other way round."
    return Found(said.stop, chosen, "day", how, sure=sure)


def _disagreeing(day: date) -> str:
    return f"The figures stand although the weekday beside them is another: {plain(day)}."


def _resolved(scene: Scene, day: int, month: int, year: int | None) -> date | None:
    if year is None:
        return without_year(scene.on, month, day, scene.lean)
    return on_calendar(year, month, day)


def _date(scene: Scene, i: int) -> Found | None:
    iso = _iso(scene, i)
    if iso is not None:
        return iso
    said = figures(scene, i)
    return figured(scene, said) if said else None


def _iso(scene: Scene, i: int) -> Found | None:
    """Read year, month and day in that order, as ISO 8601 has them."""
    words = scene.words
    year, month, day = words.digits(i), words.digits(i + 2), words.digits(i + 4)
    if year not in YEARS or not _joined(scene, i, 5) or month is None or day is None:
        return None
    found = on_calendar(year or 0, month, day)
    timed = words.at(i + 5) == "t"
    if found is None or (part_of_figure(words, i, i + 5) and not timed):
        return None
    return Found(i + 5, found, "day", "The figures name year, month and day.")


def _whole(scene: Scene, i: int) -> Figures | None:
    words = scene.words
    first, second, year = words.digits(i), words.digits(i + 2), words.digits(i + 4)
    if first is None or second is None or year is None or not _joined(scene, i, 5):
        return None
    digits = len(words.at(i + 4))
    year = year + _CENTURY if digits == _YEAR_DIGITS[0] else year
    if digits not in _YEAR_DIGITS or year not in YEARS or part_of_figure(words, i, i + 5):
        return None
    return Figures(first, second, year, i + 5, dotted=words.at(i + 1) == ".")


def _short(scene: Scene, i: int) -> Figures | None:
    words = scene.words
    first, second = words.digits(i), words.digits(i + 2)
    if first is None or second is None or not _joined(scene, i, 3):
        return None
    dotted = words.at(i + 1) == "."
    stop = words.skip(i + 3, {"."}) if dotted else i + 3
    undone = dotted and stop == i + 3
    if undone or words.at(i + 1) == "-" or part_of_figure(words, i, i + 3):
        return None
    return Figures(first, second, None, stop, dotted) if _is_date(scene, i, stop) else None


def _is_date(scene: Scene, i: int, stop: int) -> bool:
    """Whether "12.3." or "19/02" is a date: two figures each, or words that lead to one."""
    words = scene.words
    if words.at(stop) == "of" or (words.at(i + 1) == "/" and words.at(i) in {"24", "50"}):
        return False
    counting = words.at(stop).isalpha() and not (settled(words, stop) or words.capital(stop))
    if {len(words.at(i)), len(words.at(i + 2))} == {_DAY_DIGITS} and not counting:
        return True
    before = words.at(i - 2) if words.at(i - 1) in {".", ","} else words.at(i - 1)
    if before in _LEADING or before in WEEKDAYS:
        return True
    return words.at(i + 1) == "." and words.at(stop).isalpha() and not words.capital(stop)


def _joined(scene: Scene, i: int, count: int) -> bool:
    """Whether the words i to i + count are figures glued by one and the same mark."""
    words = scene.words
    mark = words.at(i + 1)
    glued = all(words.glued(i + k) for k in range(1, count))
    return glued and mark in _MARKS and words.at(i + count - 2) == mark


FAMILY: Family = (({DIGITS}, _date),)
