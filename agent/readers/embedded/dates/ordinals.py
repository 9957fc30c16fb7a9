"""A day by its number alone: "the twentieth", "the 14th", "the 5th of next month"."""

from datetime import date

from agent.readers.embedded.dates.context import labelled, part_of_figure, settled
from agent.readers.embedded.dates.grammar import DIGITS, Family, Found, Scene
from agent.readers.embedded.dates.names import DAY_PARTS, MONTHS, STOPS, WEEKDAY_NAMES, WEEKDAYS
from agent.readers.embedded.dates.numbers import (
    CARDINALS,
    MONTH_DAYS,
    ORDINALS,
    Counted,
    cardinal,
    ordinal,
)
from agent.readers.embedded.dates.reckoning import month_start, on_calendar, plain, without_month
from agent.readers.embedded.dates.words import listed

_LEADING = listed(
    "on by until till before after from since say for it not than is 's be to or and of between "
    "about around was take make call either"
)
_ITS_OWN = frozenset({"a", "an", "my", "his", "her", "every", "each", "one", "our", "your"})
_THINGS = listed(
    "floor century street avenue anniversary birthday time grade place version hour minute "
    "percentile edition amendment draft attempt person customer store site seat year page line "
    "row item one step copy call email quarter party parties week weeks question round thing "
    "meeting phase half option largest biggest generation class degree day"
)
_LINKS = frozenset({",", "?", "now", "it", "'s", "that", "a", "the", "is", "which", "(", "-"})
_MOST_LINKS = 5
_COUNTABLE = listed("i we you he she they it that my our your his her the a an")
_ALWAYS_COUNTING = 3
_OFTEN_COUNTING = 10


def day_of_month(scene: Scene, i: int, number: int) -> date | None:
    """The day with that number: in the month just spoken of, near the day discussed, or next."""
    if scene.lean == "back":
        return without_month(scene.on, number, "back")
    month = scene.month_spoken_of(i)
    if month is not None:
        day = on_calendar(month.year, month.month, number)
        if day is not None and day >= scene.on:
            return day
    if scene.about is not None and scene.about > scene.on:
        return _near(scene.on, scene.about, number)
    return without_month(scene.on, number, "ahead")


def _near(on: date, about: date, number: int) -> date | None:
    """The day with that number nearest to `about`."""
    starts = [month_start(about, k) for k in (-1, 0, 1)]
    days = [on_calendar(start.year, start.month, number) for start in starts]
    near = [day for day in days if day is not None and day >= on]
    return min(near, key=lambda day: abs(day - about), default=None)


def _day(scene: Scene, i: int) -> Found | None:
    words = scene.words
    read = ordinal(words, i)
    if labelled(words, i) or (read and _of_named_month(scene, read)):
        return None
    if read is not None and read.value in MONTH_DAYS and not part_of_figure(words, i, read.stop):
        of_month = _of_month(scene, read)
        return of_month or (_alone(scene, read) if _is_day(scene, i, read) else None)
    return _without_ending(scene, i)


def _of_named_month(scene: Scene, read: Counted) -> bool:
    """Whether a month follows that has no such day: "the 31st of June" is none."""
    words = scene.words
    return words.at(read.stop) == "of" and words.at(read.stop + 1) in MONTHS


def _alone(scene: Scene, read: Counted, *, sure: bool = True) -> Found | None:
    weekday = _weekday_behind(scene, read.stop)
    matching = None if weekday is None else _on_weekday(scene, read.value, weekday)
    if matching is not None:
        how = f"It is the next of that number on a {WEEKDAY_NAMES[matching.weekday()]}."
        return Found(read.stop, matching, "day", how, sure=sure)
    day = day_of_month(scene, read.stop, read.value)
    if day is None:
        return None
    how = f"Without a month it is the one that makes sense on {plain(scene.on)}."
    return Found(read.stop, day, "day", how, sure=sure)


def _weekday_behind(scene: Scene, i: int) -> int | None:
    """The weekday told behind a day: "the fourteenth now, the Tuesday"."""
    words = scene.words
    at = i
    while words.at(at) in _LINKS and at - i < _MOST_LINKS:
        at += 1
    return WEEKDAYS.get(words.at(at)) if at > i else None


def _on_weekday(scene: Scene, number: int, weekday: int) -> date | None:
    """The day with that number in this month or the next two that is that weekday."""
    starts = (month_start(scene.on, k) for k in range(3))
    days = (on_calendar(start.year, start.month, number) for start in starts)
    known = (day for day in days if day is not None and day >= scene.on)
    return next((day for day in known if day.weekday() == weekday), None)


def _is_day(scene: Scene, i: int, read: Counted) -> bool:
    """Whether an ordinal counts days: the smaller it is, the more else it may count."""
    words = scene.words
    before = words.at(i - 1)
    if before in _ITS_OWN or words.at(read.stop) in _THINGS | {"-", "of"}:
        return False
    if read.value <= _ALWAYS_COUNTING and words.at(i) in ORDINALS:
        return _small_is_day(scene, i, read)
    if read.value <= _OFTEN_COUNTING:
        return settled(words, read.stop)
    return True


def _small_is_day(scene: Scene, i: int, read: Counted) -> bool:
    words = scene.words
    behind = words.at(read.stop)
    if words.at(i - 1) != "the" or not settled(words, read.stop) or behind in DAY_PARTS:
        return False
    return words.at(i - 2) in _LEADING or behind in STOPS | {"", ","}


def _without_ending(scene: Scene, i: int) -> Found | None:
    """Read "the 14" and "the twenty-five", as some say it."""
    words = scene.words
    read = cardinal(words, i)
    if read is None or words.at(i - 1) != "the" or part_of_figure(words, i, read.stop):
        return None
    spelt = words.at(i) in CARDINALS and read.value <= _OFTEN_COUNTING
    if spelt or read.value not in MONTH_DAYS or not _closed(scene, read.stop):
        return None
    return _alone(scene, read, sure=False)


def _closed(scene: Scene, i: int) -> bool:
    """Whether nothing counted follows: "the 11 I gave you" is no day."""
    return settled(scene.words, i) and scene.words.at(i) not in _COUNTABLE


def _of_month(scene: Scene, read: Counted) -> Found | None:
    """Read on in "the 5th of the month", "of next month", "of that month"."""
    words = scene.words
    if words.at(read.stop) not in {"of", "in"}:
        return None
    which = words.at(read.stop + 1)
    if words.at(read.stop + 2) != "month" or which not in {"the", "this", "next", "that"}:
        return None
    if which in {"the", "that"}:
        return _alone(scene, Counted(read.value, read.stop + 3))
    start = month_start(scene.on, 1 if which == "next" else 0)
    day = on_calendar(start.year, start.month, read.value)
    how = f"The month is counted from {plain(scene.on)}."
    return Found(read.stop + 3, day, "day", how) if day else None


FAMILY: Family = (({DIGITS, *ORDINALS, *CARDINALS}, _day),)
