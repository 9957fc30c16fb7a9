"""What a span of time leaves for something due: "end of May", "mid-April", "by Q3", "EOM"."""

from datetime import date, timedelta
from typing import Literal

from agent.readers.embedded.dates.grammar import DIGITS, Family, Found, Scene
from agent.readers.embedded.dates.names import DOUBTFUL_MONTHS, HYPHEN, MONTHS
from agent.readers.embedded.dates.numbers import ORDINALS
from agent.readers.embedded.dates.periods import SPANS, Period, period, span
from agent.readers.embedded.dates.reckoning import plain
from agent.readers.embedded.dates.weeks import NUMBERED
from agent.readers.embedded.dates.words import listed
from agent.readers.embedded.dates.years import COUNTS

Part = Literal["first", "middle", "last"]
# How an edge is called, and which part of the span it is.
_EDGES: dict[str, Part] = {"end": "last", "close": "last", "ultimo": "last", "late": "last"}
_EDGES |= {"later": "last", "mid": "middle", "middle": "middle", "half": "middle"}
_EDGES |= {"early": "first", "beginning": "first", "start": "first"}
_PLAIN = frozenset({"end", "close", "ultimo", "start"})
# "Mid April" needs no "of", "start April" is more often a verb.
_WITHOUT_OF = frozenset({"mid", "half", "early", "ultimo", "late", "later"})
_SHORT = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
_INTO = listed("in by until till before during for of into around not through")
_MID_WEEK = timedelta(days=2)
_MID_MONTH = 15


def _edge(scene: Scene, i: int) -> Found | None:
    """Read "end of next month", "mid-April", "early June", "beginning of the year"."""
    words = scene.words
    word = words.at(i)
    hyphened = words.skip(i + 1, HYPHEN)
    at = words.skip(words.skip(hyphened, {"of"}), HYPHEN)
    found = period(scene, at)
    if found is None or (word == "half" and found.kind != "month"):
        return None
    named = hyphened > i + 1 or found.kind == "month" or found.alone
    if at == hyphened and word not in _WITHOUT_OF and not (word == "end" and named):
        return None
    return _on(found, _EDGES[word], sure=word in _PLAIN)


def _on(found: Period, part: Part, *, sure: bool) -> Found:
    days = {"first": found.first, "middle": _middle(found), "last": found.last}
    day = days[part]
    how = f"It is counted as the {part} day of the {found.kind}, {plain(day)}."
    certain = sure and part == "last"
    return Found(found.stop, day, found.kind, how, certain)


def _middle(found: Period) -> date:
    if found.kind == "month":
        return found.first.replace(day=_MID_MONTH)
    if found.kind == "week":
        return found.first + _MID_WEEK
    return found.first + (found.last - found.first) // 2


def _span_end(scene: Scene, i: int) -> Found | None:
    """Read "month-end", "year's end"."""
    words = scene.words
    at = words.skip(words.skip(i + 1, {"'s"}), HYPHEN)
    if words.at(at) != "end" or words.at(i) == "week":
        return None
    found = span(scene.on, 0, words.at(i), at + 1)
    return _on(found, "last", sure=True) if found else None


def _short(scene: Scene, i: int) -> Found | None:
    """Read "EOW", "EOM", "EOQ", "EOY", and "EOFY" as Australians say it."""
    word = scene.words.at(i)
    if word == "eofy":
        years = (date(scene.on.year + k, 6, 30) for k in (0, 1))
        day = next(each for each in years if each >= scene.on)
        return Found(i + 1, day, "year", "Taken as the fiscal year of Australia.", sure=False)
    found = span(scene.on, 0, _SHORT[word], i + 1)
    return _on(found, "last", sure=True) if found else None


def _whole(scene: Scene, i: int) -> Found | None:
    """Read a span by itself: "next week", "in June", "by Q3", "March 2026"."""
    words = scene.words
    found = period(scene, i)
    before = words.at(i - 1)
    if found is None or not _stands(scene, i, found, led=before in _INTO):
        return None
    day = found.last
    if before == "before" and found.kind != "week":
        day = found.first - timedelta(days=1)
    how = f"The {found.kind} leaves until {plain(day)}."
    return Found(found.stop, day, found.kind, how, sure=False)


def _stands(scene: Scene, i: int, found: Period, *, led: bool) -> bool:
    """Whether the words at i mean the span: "in march" does, "to march" and "2027" do not."""
    word = scene.words.at(i)
    if found.kind == "year":
        return led if word.isdecimal() or word == "twenty" else found.alone
    if found.kind == "quarter":
        counted = scene.words.at(found.stop - 1) == "quarter" and word in ORDINALS
        return found.alone or (counted and scene.words.at(i - 2) in _INTO)
    if found.alone:
        return True
    clear = word not in DOUBTFUL_MONTHS or scene.words.capital(i) or word in {"may", "march"}
    return led and found.kind == "month" and clear


_WHOLE = {*COUNTS, *SPANS, *NUMBERED, *MONTHS, *ORDINALS}
FAMILY: Family = (
    (set(_EDGES), _edge),
    (set(SPANS), _span_end),
    ({*_SHORT, "eofy"}, _short),
    ({*_WHOLE, "that", "same", "q", "h", "calendar", "twenty", DIGITS}, _whole),
)
