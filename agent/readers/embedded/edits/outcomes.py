"""Outcomes: figures said of a success metric become its baseline, target or actual value."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import JsonValue

from agent.readers.embedded.claims import Claim
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.exchanges import acceptance
from agent.readers.embedded.material import Material
from agent.readers.embedded.numerals import Numeral, numerals, plain_value
from agent.readers.embedded.words import plain
from plan.models import Outcome

Field = Literal["baseline", "target", "actual"]

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
CUES: dict[Field, tuple[str, ...]] = {
    "baseline": (
        r"baseline|starting (?:point|value|figure)|where we start|our before|actual figure",
        r"(?:we |you )?start(?:ed)? (?:from|with|at)|was (?:a guess|wrong|too)",
    ),
    "target": (
        r"target|goal|aim(?:ing)?|promis\w+|(?:i|we|they|carrier|board) wants?|number to hit",
        r"has to be|have to be|should be|needs? to be|down to|get (?:it )?to|going for|commit to",
        r"let's (?:say|put|write|make)|make it|put (?:it|the)|instead of \w+",
        rf"by (?:the end|year|christmas|{MONTH})",
    ),
    "actual": (
        r"(?:is|are|we're|sits?|sitting|stands?|now|currently|running|hovering) at|it took|went to",
        r"right now|currently|as we speak|today|so far|at the moment|now it'?s|is down|is up",
        r"came (?:in|out) at|came out|closed at|averag\w+|this week|last (?:week|month|quarter)",
        rf"for {MONTH}|{MONTH} (?:was|is|came|closed)|in the (?:week|month)",
    ),
}
"""Words that tell which value a figure is, the more telling before the less."""
PATTERNS = {field: re.compile(rf"\b(?:{'|'.join(cues)})\b") for field, cues in CUES.items()}
UNITS: dict[str, tuple[str, ...]] = {
    "%": ("%", "percent", "per cent"),
    "days": ("day", "working day", "business day"),
    "hours": ("hour",),
    "minutes": ("minute", "min "),
    "weeks": ("week",),
    "months": ("month",),
    "seconds": ("second",),
}
"""Units that tell one metric's figures from another's."""
NEAR = 14
"""Characters after a figure in which its unit stands."""
LEAST, SURE = 0.35, 0.5
"""The share an outcome needs to be meant, and to be meant by a figure without telling words."""
FAR = Decimal(4)
"""How many times the known values a figure may be from them and still be of the same metric."""


def read(material: Material) -> Iterator[Claim]:
    """Read each sentence with one figure that fits the metric it is about."""
    for at in range(len(material.sentences)):
        link = material.links.best([at])
        if at in material.void or not link or link.item.entity != "outcome" or link.share < LEAST:
            continue
        outcome = material.context.plan.find("outcome", link.item.id)
        if isinstance(outcome, Outcome):
            yield from _claims(material, at, outcome, link.share)


def _claims(material: Material, at: int, outcome: Outcome, share: float) -> Iterator[Claim]:
    value = _figure(material, at, outcome)
    field = _field(material, at, outcome, share)
    evidence = _holds(material, at)
    if field and value is not None and value != getattr(outcome, field) and evidence:
        values: dict[str, JsonValue] = {field: plain_value(value)}
        why = f"A figure said of “{outcome.metric}” ({share:.0%}), taken for its {field}."
        yield Claim("update", "outcome", outcome.id, values, evidence, share, why)


def _field(material: Material, at: int, outcome: Outcome, share: float) -> Field | None:
    """Which of the outcome's values a sentence tells; a bare figure in its unit is the actual."""
    text = material.sentences[at].text
    told = next((field for field, cue in PATTERNS.items() if cue.search(plain(text))), None)
    unit = _unit(outcome.unit or "")
    bare = unit is not None and any(_unit_after(text, one) == unit for one in numerals(text))
    return told or ("actual" if bare and share >= SURE else None)


def _figure(material: Material, at: int, outcome: Outcome) -> Decimal | None:
    """The one figure of a sentence that can be the metric's and is not known yet."""
    text, dates = material.sentences[at].text, material.dates[at]
    known = [value for value in (outcome.baseline, outcome.target, outcome.actual) if value]
    unit = _unit(outcome.unit or "")
    found = {
        reading
        for one in numerals(text)
        if _unit_after(text, one) in (None, unit)
        and not any(one.start < date.end and date.start < one.end for date in dates)
        and (reading := fitting(one, known)) is not None
        and reading not in known
    }
    return found.pop() if len(found) == 1 else None


def fitting(one: Numeral, known: list[Decimal]) -> Decimal | None:
    """The first reading that is not too far from the values known."""
    low, high = (min(known) / FAR, max(known) * FAR) if known else (one.readings[0],) * 2
    return next((reading for reading in one.readings if low <= reading <= high), None)


def _holds(material: Material, at: int) -> tuple[int, ...]:
    """The evidence: the sentence, and where it only proposes or asks, the other's yes."""
    answer = acceptance(material, at) if material.spoken else None
    if answer is not None:
        return (at, answer)
    return () if material.has(at, Signal.QUESTION) else (at,)


def _unit(text: str) -> str | None:
    """The unit that a text begins with."""
    said = plain(text)
    return next((unit for unit, words in UNITS.items() if said.startswith(words)), None)


def _unit_after(text: str, one: Numeral) -> str | None:
    return _unit(text[one.end : one.end + NEAR].lstrip(" -"))
