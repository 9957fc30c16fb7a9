"""Weekdays: "Friday", "next Tuesday", "Thursday week", "Friday in KW 11"."""

from datetime import timedelta

from agent.readers.embedded.dates.context import settled
from agent.readers.embedded.dates.grammar import Family, Found, Scene
from agent.readers.embedded.dates.names import (
    COMMA,
    DOUBTFUL_WEEKDAYS,
    OF,
    STOPS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from agent.readers.embedded.dates.numbers import amount
from agent.readers.embedded.dates.periods import period
from agent.readers.embedded.dates.reckoning import (
    last_weekday,
    monday,
    next_weekday,
    plain,
)
from agent.readers.embedded.dates.weekdates import with_date

_BEFORE = frozenset({"this", "next", "coming", "upcoming", "following", "last", "past", "previous"})
_EVERY = frozenset({"every", "each"})
_LEADING = frozenset({"on", "by", "until", "till", "next", "this", "before", "last", "from", "for"})
_MOST_WEEKS = 12
_WEEK = timedelta(days=7)


def _qualified(scene: Scene, i: int) -> Found | None:
    """Read "next Friday", "this coming Friday", "last Tuesday"."""
    words = scene.words
    at = words.skip(i, {"this"}) if words.at(i + 1) in _BEFORE else i
    weekday = WEEKDAYS.get(words.at(at + 1))
    which = words.at(at)
    if weekday is None or which not in _BEFORE:
        return None
    explicit = with_date(scene, at + 1, weekday)
    if explicit is not None:
        return explicit
    stop = words.skip(at + 2, {"gone"})
    return _which(scene, which, weekday, stop)


def _which(scene: Scene, which: str, weekday: int, stop: int) -> Found:
    name = WEEKDAY_NAMES[weekday]
    on = scene.on
    this = monday(on) + timedelta(days=weekday)
    if which in {"last", "past", "previous"}:
        how = f"It is the last {name} before {plain(on)}."
        return Found(stop, last_weekday(on, weekday), "weekday", how)
    if which == "following" and scene.anchor is not None:
        how = f"It is the first {name} after {plain(scene.anchor)}."
        return Found(stop, next_weekday(scene.anchor, weekday), "weekday", how)
    if which in {"next", "following"}:
        how = f"It is the {name} of the week after that of {plain(on)}."
        return Found(stop, this + _WEEK, "weekday", how, sure=this <= on)
    ahead = this if this >= on else this + _WEEK
    return Found(stop, ahead, "weekday", f"It is the {name} coming.", sure=this > on)


def _weekday(scene: Scene, i: int) -> Found | None:
    """Read a weekday and what stands beside it: a date, a week, "week", "after next"."""
    words = scene.words
    weekday = WEEKDAYS[words.at(i)]
    if words.at(i - 1) in _EVERY or words.at(i - 1) == "-":
        return None
    for read in (with_date, _in_week, _counted):
        found = read(scene, i, weekday)
        if found is not None:
            return found
    return _bare(scene, i, weekday) if _is_weekday(scene, i) else None


def _is_weekday(scene: Scene, i: int) -> bool:
    words = scene.words
    word = words.at(i)
    if words.at(i + 1) in {"before", "after"} and words.at(i + 2) in STOPS | {"", ","}:
        return False
    if word not in DOUBTFUL_WEEKDAYS or words.at(i - 1) in _LEADING:
        return True
    return (word == "wed" and words.at(i + 1) == "'s") or words.at(i + 1) in {"am", "pm"}


def _bare(scene: Scene, i: int, weekday: int) -> Found:
    on = scene.on
    name = WEEKDAY_NAMES[weekday]
    if scene.lean == "back":
        how = f"It is the last {name} before {plain(on)}."
        return Found(i + 1, last_weekday(on, weekday), "weekday", how)
    how = f"It is the first {name} after {plain(on)}."
    return Found(i + 1, next_weekday(on, weekday), "weekday", how, sure=on.weekday() != weekday)


def _in_week(scene: Scene, i: int, weekday: int) -> Found | None:
    """Read "Friday next week", "Friday of that week", "Friday in week 11"."""
    words = scene.words
    at = words.skip(words.skip(i + 1, COMMA), OF)
    found = period(scene, at)
    if found is None or found.kind != "week" or words.at(found.stop - 1) == "weekend":
        return None
    if not found.alone and at == i + 1:
        return None
    day = found.first + timedelta(days=weekday)
    how = f"It is the {WEEKDAY_NAMES[weekday]} of the week that begins on {plain(found.first)}."
    return Found(found.stop, day, "offset", how)


def _counted(scene: Scene, i: int, weekday: int) -> Found | None:
    """Read "Friday week", "Wednesday next", "Friday after next", "Wednesday in two weeks"."""
    words = scene.words
    name = WEEKDAY_NAMES[weekday]
    first = next_weekday(scene.on, weekday)
    today = scene.on.weekday() == weekday
    after = words.at(i + 1)
    if after == "week" and settled(words, i + 2):
        how = f"It is a week after the {name} coming."
        return Found(i + 2, first + _WEEK, "offset", how, sure=not today)
    if after == "fortnight":
        return Found(i + 2, first + 2 * _WEEK, "offset", f"Two weeks after the {name} coming.")
    if after == "after" and words.at(i + 2) == "next":
        how = f"It is the second {name} after {plain(scene.on)}."
        return Found(i + 3, first + _WEEK, "offset", how, sure=False)
    if after in {"next", "coming"} and words.at(i + 2) not in {"to", "week"}:
        return _which(scene, after, weekday, i + 2)
    return _in_weeks(scene, i, weekday)


def _in_weeks(scene: Scene, i: int, weekday: int) -> Found | None:
    words = scene.words
    if words.at(i + 1) != "in":
        return None
    weeks = amount(words, i + 2)
    if weeks is None or words.at(weeks.stop) not in {"week", "weeks"} or weeks.value > _MOST_WEEKS:
        return None
    day = monday(scene.on, weeks.value) + timedelta(days=weekday)
    how = f"It is the {WEEKDAY_NAMES[weekday]} {weeks.value} weeks after this week's."
    return Found(weeks.stop + 1, day, "offset", how)


FAMILY: Family = (({*_BEFORE}, _qualified), (set(WEEKDAYS), _weekday))
