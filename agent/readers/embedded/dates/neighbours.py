"""Days told by another: "the Thursday before Easter", "the day after tomorrow", "the same day"."""

from datetime import date, timedelta

from agent.readers.embedded.dates.context import settled
from agent.readers.embedded.dates.grammar import Family, Found, Scene
from agent.readers.embedded.dates.names import THE, WEEKDAY_NAMES, WEEKDAYS
from agent.readers.embedded.dates.reckoning import (
    last_weekday,
    next_weekday,
    plain,
)

_SIDES = {"before": -1, "after": 1, "following": 1, "prior": -1, "behind": 1}
_DAYS = frozenset({"day", "night", "evening", "morning", "afternoon", "eve"})
_WEEK = timedelta(days=7)


def _weekday(scene: Scene, i: int) -> Found | None:
    """Read "the Friday before", "Monday after Easter"."""
    side, base, stop = _base(scene, i)
    if base is None:
        return None
    weekday = WEEKDAYS[scene.words.at(i)]
    day = next_weekday(base, weekday) if side > 0 else last_weekday(base, weekday)
    where = "first" if side > 0 else "last"
    name = WEEKDAY_NAMES[weekday]
    how = f"It is the {where} {name} {'after' if side > 0 else 'before'} {plain(base)}."
    return Found(stop, day, "offset", how, anchors=False)


def _day(scene: Scene, i: int) -> Found | None:
    """Read "the day after tomorrow", "the night before"."""
    side, base, stop = _base(scene, i)
    if base is None:
        return None
    day = base + timedelta(days=side)
    how = f"It is the day {'after' if side > 0 else 'before'} {plain(base)}."
    return Found(stop, day, "offset", how, anchors=False)


def _base(scene: Scene, i: int) -> tuple[int, date | None, int]:
    """The side that "before" or "after" at i + 1 takes, of which day, and the place after it."""
    words = scene.words
    side = _SIDES.get(words.at(i + 1), 0)
    if side == 0:
        return 0, None, i
    at = words.skip(words.skip(i + 2, {"to"}), THE)
    inner = scene.read(at)
    if inner is not None:
        return side, inner.day, inner.stop
    known = scene.anchor or scene.about
    return (side, known, i + 2) if settled(words, i + 2) else (0, None, i)


def _week(scene: Scene, i: int) -> Found | None:
    """Read "the week after", "the week before the 12th"."""
    side, base, stop = _base(scene, i)
    if base is None:
        return None
    day = base + side * _WEEK
    how = f"It is a week {'after' if side > 0 else 'before'} {plain(base)}."
    return Found(stop, day, "week", how, sure=False, anchors=False)


def _same(scene: Scene, i: int) -> Found | None:
    """Read "the same day", "on that date"."""
    words = scene.words
    told = words.at(i) == "same" or words.at(i - 1) in {"on", "for", "by"}
    if scene.anchor is None or not told or words.at(i + 1) not in {"day", "date"}:
        return None
    if words.at(i + 2) == "as":
        return None
    how = f"It is the day just spoken of, {plain(scene.anchor)}."
    return Found(i + 2, scene.anchor, "offset", how, sure=False)


FAMILY: Family = (
    (set(WEEKDAYS), _weekday),
    (_DAYS, _day),
    ({"week"}, _week),
    ({"same", "that", "this"}, _same),
)
