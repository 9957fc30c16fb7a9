"""Agreements: days that somebody says flatly, or proposes and the other takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from agent.readers.embedded.cues import Signal
from agent.readers.embedded.dates import DateMention, due
from agent.readers.embedded.exchanges import acceptance, refused
from agent.readers.embedded.material import Material
from agent.readers.embedded.words import plain

PROMISE = (Signal.COMMIT, Signal.DELIVER)
ASK = (Signal.REQUEST, Signal.NEED)
ACTS = (*PROMISE, *ASK, Signal.OFFER)
HAPPENED = (Signal.DONE, Signal.CAME, Signal.APPROVED, Signal.LEFT)
"""What has happened; a bare weekday beside it lies behind."""
NO_DAY = re.compile(r"\b(?:it's|that's|is|was) a \w{0,6}$|^\W*a \w{0,6}$")
REACHES_IN = 6
"""Characters of a mention that may be its own preposition, "until"."""
UNTIL = re.compile(r"\b(?:until|till|til|through|since)\b[^.,;]{0,12}$")
LEAD, WRITTEN_LEAD = 5, 2
"""Sentences before a day among which stands what is promised for it."""
TURNS = 2
"""Turns before a day among which stands what is promised for it."""
CLOSE = 5
"""Sentences within which the same day said again is the same agreement."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A day that holds.

    Attributes:
        evidence: Indexes of the sentences it rests on, in order.
        said: The sentence that says the day.
        act: The sentence that promises or asks for something by that day, if one does.
        answer: The sentence in which the other agrees, if one does.
        mention: The day as it was said.
    """

    evidence: tuple[int, ...]
    said: int
    act: int | None
    answer: int | None
    mention: DateMention

    @property
    def day(self) -> date:
        """The day."""
        return self.mention.day


def agreements(material: Material) -> tuple[Agreement, ...]:
    """All days that hold, in order; one said again is one."""
    merged: list[Agreement] = []
    for found in _found(material):
        last = merged[-1] if merged else None
        if last and _again(last, found):
            merged[-1] = _join(material, last, found)
        else:
            merged.append(found)
    return tuple(merged)


def _again(last: Agreement, found: Agreement) -> bool:
    near = last.day == found.day and found.said - last.evidence[-1] <= CLOSE
    return near and not (found.act is not None and last.act is not None and found.act > last.said)


def _join(material: Material, last: Agreement, found: Agreement) -> Agreement:
    """One agreement of two; what promises goes before what only wishes."""
    evidence = tuple(sorted({*last.evidence, *found.evidence}))
    acts = [one for one in (last.act, found.act) if one is not None]
    strong = [at for at in acts if material.has(at, *PROMISE, Signal.REQUEST)]
    act = next(iter(strong or acts), None)
    answer = last.answer if found.answer is None else found.answer
    said = last.said if act == last.said else found.said
    return replace(found, evidence=evidence, said=said, act=act, answer=answer)


def _found(material: Material) -> Iterator[Agreement]:
    for at, said in enumerate(material.dates):
        if not said or at in material.void or material.has(at, Signal.RETRACT):
            continue
        mention = due(material.mentions(at, material.last_day(at)))
        if mention is None or mention.day < material.today:
            continue
        if _behind(material, at, mention) or _span(material, at, mention):
            continue
        held = _held(material, at, mention)
        if held:
            yield held


def _behind(material: Material, at: int, mention: DateMention) -> bool:
    """Whether a day lies behind, or is none in particular: "it arrived Thursday", "a Friday"."""
    if NO_DAY.search(_up_to(material, at, mention)):
        return True
    promised = material.has(at, *PROMISE, Signal.REQUEST)
    return mention.kind in ("weekday", "day") and material.has(at, *HAPPENED) and not promised


def _span(material: Material, at: int, mention: DateMention) -> bool:
    """Whether a day only ends a span, as of an absence: "she is in London till the fourth"."""
    meant = material.has(at, *PROMISE, Signal.REQUEST, Signal.MOVE)
    return not meant and bool(UNTIL.search(_up_to(material, at, mention)))


def _up_to(material: Material, at: int, mention: DateMention) -> str:
    return plain(material.sentences[at].text[: mention.start + REACHES_IN])


def _held(material: Material, at: int, mention: DateMention) -> Agreement | None:
    """The agreement on a day, if it is said flatly or taken by the other."""
    act = _act(material, at)
    if not material.spoken:
        asks = material.has(at, Signal.QUESTION) and not material.has(at, Signal.REQUEST)
        return None if asks else _agreement(at, act, None, mention)
    answer = acceptance(material, at)
    asked = material.has(at, Signal.QUESTION, Signal.PROPOSE, Signal.OFFER)
    if answer is None and (asked or refused(material, at)):
        return None
    return _agreement(at, act, answer, mention)


def _agreement(at: int, act: int | None, answer: int | None, mention: DateMention) -> Agreement:
    evidence = {at} | {index for index in (act, answer) if index is not None}
    return Agreement(tuple(sorted(evidence)), at, act, answer, mention)


def _act(material: Material, at: int) -> int | None:
    """The nearest sentence that promises, asks for or offers something by the day said."""
    return next((index for index in _leads(material, at) if _acts(material, index, at)), None)


def _leads(material: Material, at: int) -> Iterator[int]:
    """The sentence itself, the next of its turn, then those before it, nearest first."""
    turn = material.sentences[at].turn
    yield at
    for index in material.around(at, 0, 1)[1:]:
        promises = material.has(index, *PROMISE) and not material.dates[index]
        if material.sentences[index].turn == turn and promises:
            yield index
    for index in material.around(at, LEAD if material.spoken else WRITTEN_LEAD, 0)[-2::-1]:
        if turn - material.sentences[index].turn <= (TURNS if material.spoken else 0):
            yield index


def _acts(material: Material, index: int, at: int) -> bool:
    """Whether a sentence is what the day is for. A wish needs the other to say the day."""
    if index in material.void or not material.has(index, *ACTS):
        return False
    if material.has(index, *PROMISE, Signal.REQUEST):
        return True
    same = material.speakers[index] == material.speakers[at]
    return index == at or (material.spoken and (not same or material.has(index, Signal.OFFER)))
