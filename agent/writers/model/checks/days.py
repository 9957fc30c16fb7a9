"""Dates: only those of the facts, written out, so that they mean the same whenever it is sent."""

import re
from collections.abc import Iterator
from datetime import date

from agent.readers.embedded.dates import DateMention, find_dates
from agent.readers.embedded.dates.names import DOUBTFUL_MONTHS, MONTHS
from agent.writers.model.brief import Brief
from agent.writers.model.checks.fault import Fault
from agent.writers.model.checks.phrases import RELATIVE, WEEKS
from agent.writers.model.folding import run, sentences, spelled, without, words

_OF = re.compile(r"(?<=\w) de (?=[^\W\d_]|\d{4}\b)")
_PARTS = {"month": "%Y-%m", "year": "%Y"}
_SHORT = 4
"""Letters up to which a bare weekday may be a word of another language ("mon", "sat")."""


def days(text: str, about: Brief) -> Iterator[Fault]:
    """Dates that no fact gives, and such as change their meaning with the day they are read on."""
    rest = without(text, about.names)
    found = mentions(rest, about)
    for one in found:
        if not (_is_given(one, about.days) or _asks(rest, one)):
            yield Fault(_FAULTS.get(one.kind, _NOT_GIVEN), rest[one.start : one.end])
    left = blanked(rest, found)
    months = MONTHS.keys() - DOUBTFUL_MONTHS - _called(about)
    for word in spelled(left):
        if word.group().casefold() in months:
            yield Fault(_NOT_GIVEN, word.group())
    yield from _relative(left)


def _called(about: Brief) -> frozenset[str]:
    """What the people of the draft are called; Maja and Avril are months elsewhere."""
    people = (*about.to, *([about.sender] if about.sender else ()))
    return frozenset(part for one in people for part in words(one.name))


def _relative(text: str) -> Iterator[Fault]:
    """Such as "demain"; a week is left to a question."""
    for sentence in sentences(text):
        said = run(sentence)
        phrases = RELATIVE if sentence.endswith("?") else (*RELATIVE, *WEEKS)
        yield from (Fault(_STALE, phrase) for phrase in phrases if f" {phrase} " in said)


def mentions(text: str, about: Brief) -> list[DateMention]:
    """The dates of a text; "14 de marzo" is read as "14 marzo"."""
    plain = _OF.sub(lambda found: " " * len(found.group()), text)
    found = find_dates(plain, about.day, day_first=about.day_first)
    return [one for one in found if one.kind != "weekday" or one.end - one.start > _SHORT]


def blanked(text: str, found: list[DateMention]) -> str:
    """A text without its dates, everything else in its place."""
    for one in found:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


_NOT_GIVEN = "it names a date that no fact gives"
_STALE = "it names a day by how it lies to today; write the date out, with day and month"
_FAULTS = {"weekday": _STALE, "offset": _STALE, "today": _STALE, "week": _STALE}


def _is_given(one: DateMention, known: frozenset[date]) -> bool:
    if one.kind == "day":
        return one.day in known
    if one.kind == "quarter":
        return any(_quarter(one.day) == _quarter(day) for day in known)
    part = _PARTS.get(one.kind)
    return part is not None and any(f"{one.day:{part}}" == f"{day:{part}}" for day in known)


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


def _asks(text: str, one: DateMention) -> bool:
    """Whether it is a week in a question: asking for time next week promises nothing."""
    after = re.search(r"[.!?\n]", text[one.end :])
    return one.kind == "week" and after is not None and after.group() == "?"
