"""Spans of time: "the month", "next week", "Q2", "May 2026", "KW 14"."""

from datetime import date, timedelta
from typing import NamedTuple

from agent.readers.embedded.dates.grammar import Scene
from agent.readers.embedded.dates.mention import Kind
from agent.readers.embedded.dates.names import DOUBTFUL_MONTHS, MONTHS
from agent.readers.embedded.dates.numbers import YEARS, ordinal, year
from agent.readers.embedded.dates.reckoning import (
    FRIDAY,
    SUNDAY,
    monday,
    month_end,
    month_start,
    quarter_start,
)
from agent.readers.embedded.dates.weeks import numbered_week, week_after_next, week_of
from agent.readers.embedded.dates.years import COUNTS, bare_year, year_after


class Period(NamedTuple):
    """A span of time: the place after its words, its first day, and the last for something due.

    `alone` tells whether the words name a span by themselves: "next month" does, "the month" only
    in "the end of the month".
    """

    stop: int
    first: date
    last: date
    kind: Kind
    alone: bool = True


SPANS: dict[str, Kind] = {"week": "week", "weekend": "week", "month": "month"}
SPANS |= {"quarter": "quarter", "year": "year"}
_THAT = frozenset({"that", "same"})
_THE = frozenset({"the", "our", "your"})
_SORTS = frozenset({"calendar", "fiscal", "financial"})
# How many months a part of a year has, and how many such parts there are.
_PARTS = {"q": (3, 4), "h": (6, 2), "quarter": (3, 4), "half": (6, 2)}


def period(scene: Scene, i: int) -> Period | None:
    """Read a span of time at the i-th word."""
    for read in (_numbered, _counted, _part_of_year, _month, _year):
        found = read(scene, i)
        if found is not None:
            return found
    return None


def span(day: date, count: int, name: str, stop: int) -> Period | None:
    """The span of that name so many after the one that `day` lies in."""
    kind = SPANS.get(name)
    if kind == "week":
        return _week(day, count, name, stop)
    if kind == "month":
        first = month_start(day, count)
        return Period(stop, first, month_end(first), kind)
    if kind == "quarter":
        first = quarter_start(day, count)
        return Period(stop, first, month_end(month_start(first, 2)), kind)
    return Period(stop, *_whole_year(day.year + count), kind) if kind else None


def _week(day: date, count: int, name: str, stop: int) -> Period:
    """A week, due on Friday; a weekend, or a week that is past its Friday, on Sunday."""
    first = monday(day, count)
    friday = first + timedelta(days=FRIDAY)
    late = name == "weekend" or (count == 0 and friday < day)
    return Period(stop, first, first + timedelta(days=SUNDAY) if late else friday, "week")


def _whole_year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


def _numbered(scene: Scene, i: int) -> Period | None:
    read = numbered_week(scene, i) or week_of(scene, i) or week_after_next(scene, i)
    return Period(read[1], read[0], read[0] + timedelta(days=FRIDAY), "week") if read else None


def _counted(scene: Scene, i: int) -> Period | None:
    """Read "next week", "the month", "that week", "the current fiscal year"."""
    words = scene.words
    at = words.skip(i, _THE)
    which = words.at(at)
    if which in _THAT and scene.anchor is not None:
        return span(scene.anchor, 0, words.at(at + 1), at + 2)
    count = COUNTS.get(which)
    at = words.skip(at if count is None else at + 1, _SORTS)
    found = span(scene.on, count or 0, words.at(at), at + 1)
    return found._replace(alone=count is not None) if found else None


def _part_of_year(scene: Scene, i: int) -> Period | None:
    """Read "Q2", "Q2 2027", "the second quarter", "H1", "the first half of next year"."""
    words = scene.words
    i = words.skip(i, {"the"})
    counted = ordinal(words, i)
    part, number, stop = words.at(i), words.digits(i + 1), i + 2
    if counted is not None:
        part, number, stop = words.at(counted.stop), counted.value, counted.stop + 1
    elif not _one_word(scene, i):
        return None
    months, parts = _PARTS.get(part, (0, 0))
    if number is None or not 1 <= number <= parts:
        return None
    said = year_after(scene, stop)
    years = [said.value] if said else [scene.on.year, scene.on.year + 1]
    ends = [month_end(date(each, number * months, 1)) for each in years]
    last = next((end for end in ends if end >= scene.on), ends[0])
    first = month_start(last, 1 - months)
    alone = counted is None or said is not None
    return Period(said.stop if said else stop, first, last, "quarter", alone)


def _one_word(scene: Scene, i: int) -> bool:
    """Whether "Q" and "3" are written as one word and nothing more is glued to them."""
    words = scene.words
    return words.glued(i + 1) and not (words.glued(i + 2) and words.at(i + 2).isalnum())


def _month(scene: Scene, i: int) -> Period | None:
    """Read "June", "next June", "June 2027", "last June"."""
    words = scene.words
    at = words.skip(i, {"next", "this", "coming", "last"})
    number = MONTHS.get(words.at(at))
    if number is None:
        return None
    stop = words.skip(at + 1, {"."}) if words.digits(at + 2) in YEARS else at + 1
    said = year_after(scene, stop)
    back = scene.lean == "back" or words.at(i) == "last"
    first = date(said.value, number, 1) if said else _month_near(scene.on, number, back=back)
    alone = said is not None or (at > i and words.at(at) not in DOUBTFUL_MONTHS)
    return Period(said.stop if said else stop, first, month_end(first), "month", alone)


def _month_near(on: date, number: int, *, back: bool) -> date:
    """The month of that number that is not over yet, or when looking back the last one begun."""
    starts = [date(on.year + k, number, 1) for k in (-1, 0, 1)]
    if back:
        return max(start for start in starts if start <= on)
    return min(start for start in starts if month_end(start) >= on)


def _year(scene: Scene, i: int) -> Period | None:
    """Read "2027", and behind "end of" also "twenty-seven"."""
    ending = scene.words.at(i - 1) == "of" and scene.words.at(i - 2) in {"end", "close"}
    read = year(scene.words, i) or (bare_year(scene, i) if ending else None)
    return Period(read.stop, *_whole_year(read.value), "year") if read else None
