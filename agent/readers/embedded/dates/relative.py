"""Days named from the day the words were said on: "tomorrow", "tonight", "EOD", "today week"."""

from datetime import timedelta

from agent.readers.embedded.dates.grammar import Family, Found, Scene
from agent.readers.embedded.dates.reckoning import FRIDAY, monday, plain
from agent.readers.embedded.dates.words import Words

_DAYS = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}
_DAYS |= dict.fromkeys(("tmrw", "tmr", "tmrrw", "tomorow", "tommorow", "tommorrow"), 1)
_PARTS = frozenset({"morning", "afternoon", "evening", "arvo"})
_WEEKS = {"week": 7, "fortnight": 14}
# Said in languages that count both ends: eight days are a week, fifteen are two.
_BOTH_ENDS = {("eight", "days"): 7, ("fifteen", "days"): 14, ("fourteen", "days"): 14}
_ENDS = (
    ("close", "of", "business"),
    ("close", "of", "play"),
    ("close", "of", "day"),
    ("end", "of", "business"),
    ("end", "of", "play"),
    ("end", "of", "day"),
    ("end", "of", "the", "working", "day"),
    ("eod",),
    ("cob",),
    ("cop",),
)
# Only "by the end of the day": "at the end of the day" means "after all".
_DAYS_END = ("end", "of", "the", "day")
_BY = frozenset({"by", "before", "until", "till"})
_CALLS = frozenset({"call", "meeting"})
_BETWEEN = frozenset({",", "on", "by", "of", "-", "this"})


def end_of_day(words: Words, i: int) -> int:
    """The place after "end of day", "COB" and the like at the i-th word, else i."""
    for phrase in _ENDS:
        if words.words[i : i + len(phrase)] == phrase:
            return i + len(phrase)
    return i


def _named(scene: Scene, i: int) -> Found | None:
    words = scene.words
    days = _DAYS[words.at(i)]
    more, stop = _weeks_after(words, i + 1)
    day = scene.on + timedelta(days=days + more)
    if days == 0 and more == 0:
        return Found(stop, day, "today", "It is the day it was said on.")
    how = f"Counted from {plain(scene.on)}."
    return Found(stop, day, "offset", how)


def _weeks_after(words: Words, i: int) -> tuple[int, int]:
    """How many days "week" or "in eight days" adds to "today", and the place after it."""
    if words.at(i) in _WEEKS:
        return _WEEKS[words.at(i)], i + 1
    days = _BOTH_ENDS.get((words.at(i + 1), words.at(i + 2)), 0)
    return (days, i + 3) if days and words.at(i) == "in" else (0, i)


def _this(scene: Scene, i: int) -> Found | None:
    """Read "this afternoon" and "this day week"."""
    words = scene.words
    if words.at(i + 1) in _PARTS:
        return Found(i + 2, scene.on, "today", "It is the day it was said on.")
    if words.at(i + 1) == "day" and words.at(i + 2) in _WEEKS:
        day = scene.on + timedelta(days=_WEEKS[words.at(i + 2)])
        return Found(i + 3, day, "offset", f"Counted from {plain(scene.on)}.")
    return None


def _last_night(scene: Scene, i: int) -> Found | None:
    if scene.words.at(i + 1) not in {"night", "evening"}:
        return None
    day = scene.on - timedelta(days=1)
    return Found(i + 2, day, "offset", f"Counted from {plain(scene.on)}.")


def _end(scene: Scene, i: int) -> Found | None:
    """Read "COB Friday" as Friday, and "COB" alone as today."""
    words = scene.words
    stop = end_of_day(words, i)
    if stop == i and words.at(i - 2) in _BY and words.words[i : i + 4] == _DAYS_END:
        stop = i + 4
    if stop == i:
        return None
    inner = scene.read(words.skip_all(stop, _BETWEEN))
    return inner or Found(stop, scene.on, "today", "It is the day it was said on.")


def _after_the_call(scene: Scene, i: int) -> Found | None:
    """Read "after this call", "when we hang up": today."""
    words = scene.words
    called = words.words[i : i + 2] == ("after", "this") and words.at(i + 2) in _CALLS
    if not called and words.words[i : i + 3] != ("we", "hang", "up"):
        return None
    return Found(i + 3, scene.on, "today", "It is the day it was said on.")


def _weekend(scene: Scene, i: int) -> Found | None:
    """Read "before the weekend": Friday; how long a "long weekend" is remains open."""
    words = scene.words
    at = words.skip(words.skip(i + 1, {"the", "this"}), {"long", "bank", "holiday"})
    if words.at(at) != "weekend":
        return None
    day = monday(scene.on) + timedelta(days=FRIDAY)
    day = day if day >= scene.on else day + timedelta(days=7)
    how = f"It is the last working day before the weekend, seen from {plain(scene.on)}."
    return Found(at + 1, day, "offset", how, sure="long" not in words.words[i:at])


FAMILY: Family = (
    (set(_DAYS), _named),
    ({"this"}, _this),
    ({"last"}, _last_night),
    ({phrase[0] for phrase in _ENDS}, _end),
    ({"after", "we"}, _after_the_call),
    ({"before"}, _weekend),
)
