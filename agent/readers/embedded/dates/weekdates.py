"""A date beside its weekday: "Thursday, the second of April", "Monday 7/9", "Friday the 13th"."""

from datetime import date, timedelta

from agent.readers.embedded.dates.context import part_of_figure, settled
from agent.readers.embedded.dates.figures import figured, figures
from agent.readers.embedded.dates.grammar import Found, Scene
from agent.readers.embedded.dates.monthdays import dated, day_month
from agent.readers.embedded.dates.names import COMMA, THE, WEEKDAY_NAMES
from agent.readers.embedded.dates.numbers import MONTH_DAYS, Counted, ordinal
from agent.readers.embedded.dates.reckoning import month_start, on_calendar, plain

_MONTHS_AHEAD = range(-1, 6)
_OFTEN_COUNTING = 3
_JUST_PAST = timedelta(days=14)
_MONTH = timedelta(days=31)
_SOON = timedelta(days=62)


def with_date(scene: Scene, i: int, weekday: int) -> Found | None:
    """Read the date that stands behind the weekday named at the i-th word."""
    words = scene.words
    at = words.skip(words.skip(words.skip(i + 1, {"."}), COMMA), {"-"})
    at = words.skip(words.skip(at, {"on", "so"}), THE)
    said = day_month(scene, at)
    if said is not None:
        return dated(scene, said, weekday)
    in_figures = figures(scene, at)
    if in_figures is not None:
        return figured(scene, in_figures, weekday)
    return _with_number(scene, at, weekday)


def _with_number(scene: Scene, at: int, weekday: int) -> Found | None:
    """Read a number behind a weekday: "Friday the 13th", "Friday 13" but not "Friday 2pm"."""
    words = scene.words
    counted = ordinal(words, at)
    value = words.digits(at)
    read = counted or (Counted(value, at + 1) if value is not None else None)
    if read is None or read.value not in MONTH_DAYS or part_of_figure(words, at, read.stop):
        return None
    small = read.value <= _OFTEN_COUNTING and words.digits(at) is None
    if (counted is None or small) and not settled(words, read.stop):
        return None
    return _matching(scene, read, weekday, counted=counted is not None)


def _matching(scene: Scene, read: Counted, weekday: int, *, counted: bool) -> Found | None:
    """The next day of that number that is that weekday; a number that is none may be a time."""
    starts = (month_start(scene.on, k) for k in _MONTHS_AHEAD)
    days = [on_calendar(start.year, start.month, read.value) for start in starts]
    known = [day for day in days if day is not None]
    right = _nearest(scene, [day for day in known if day.weekday() == weekday])
    name = WEEKDAY_NAMES[weekday]
    if right is not None and (counted or right - scene.on <= _MONTH):
        return Found(read.stop, right, "day", f"It is the nearest of that number on a {name}.")
    ahead = next((day for day in known if day >= scene.on), None)
    if not counted or ahead is None:
        return None
    how = f"The number stands although {plain(ahead)} is no {name}."
    return Found(read.stop, ahead, "day", how, sure=False)


def _nearest(scene: Scene, days: list[date]) -> date | None:
    """The next of these days, unless it is far off and another just past."""
    ahead = next((day for day in days if day >= scene.on), None)
    past = next((day for day in days if scene.on - _JUST_PAST <= day < scene.on), None)
    soon = ahead is not None and ahead - scene.on <= _SOON
    if past is None or scene.lean == "ahead" or (soon and scene.lean == "either"):
        return ahead
    return past
