"""Weeks by number or by a day in them: "KW 14", "calendar week fourteen", "week of the 12th"."""

from datetime import date, timedelta

from agent.readers.embedded.dates.grammar import Scene
from agent.readers.embedded.dates.names import HYPHEN
from agent.readers.embedded.dates.numbers import Counted, cardinal, ordinal
from agent.readers.embedded.dates.reckoning import monday

NUMBERED = frozenset({"kw", "cw", "wk", "week", "vecka", "uke", "uge", "w", "v"})
_ALWAYS = frozenset({"kw", "cw", "vecka", "uke", "uge"})
_WEEKS = range(1, 54)
# "Week two" is more often the second of a project than of the year.
_PROJECT_WEEKS = range(1, 7)
_RECENT = timedelta(days=30)
_BEGINNING = frozenset({"of", "commencing", "beginning", "starting", "from"})


def numbered_week(scene: Scene, i: int) -> tuple[date, int] | None:
    """Read "calendar week 14": the Monday of that week and the place after the words."""
    words = scene.words
    named = words.skip(i, {"calendar"})
    always = named > i or words.at(named) in _ALWAYS
    if words.at(named) not in NUMBERED:
        return None
    abbreviated = words.skip(named + 1, {"."}) if words.at(named) == "wk" else named + 1
    at = words.skip(abbreviated, HYPHEN)
    number = None if ordinal(words, at) else cardinal(words, at)
    if number is None or number.value not in _WEEKS or not (always or _is_week(scene, i, number)):
        return None
    start = _monday(scene.on, number.value)
    return (start, number.stop) if start else None


def week_of(scene: Scene, i: int) -> tuple[date, int] | None:
    """Read "week of the 12th" or "week commencing 11 May"."""
    words = scene.words
    if words.at(i) not in {"week", "w"} or words.at(i + 1) not in _BEGINNING | {"/"}:
        return None
    at = words.skip(words.skip(i + 2, {"c"}), {"on"})
    found = scene.read(words.skip(at, {"the"}))
    return (monday(found.day), found.stop) if found and found.kind == "day" else None


def week_after_next(scene: Scene, i: int) -> tuple[date, int] | None:
    """Read "the week after next"."""
    words = scene.words
    at = words.skip(i, {"the"})
    said = words.words[at : at + 3] == ("week", "after", "next")
    return (monday(scene.on, 2), at + 3) if said else None


def _is_week(scene: Scene, i: int, number: Counted) -> bool:
    """Whether "week 14" without "calendar" is one of the year."""
    words = scene.words
    if words.at(i) in {"w", "v"}:
        return (
            number.stop == i + 2
            and words.glued(i + 1)
            and words.capital(i)
            and number.value not in _PROJECT_WEEKS
        )
    return number.value not in _PROJECT_WEEKS and words.at(i) in {"week", "wk"}


def _monday(on: date, number: int) -> date | None:
    for year in (on.year, on.year + 1):
        try:
            start = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if start >= on - _RECENT:
            return start
    return None
