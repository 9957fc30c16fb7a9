"""Owners: who does what was promised or asked for."""

import re

from agent.readers.embedded.agreements import ASK, PROMISE, Agreement
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.material import Material
from agent.readers.embedded.words import listed, plain

FIRST_PERSON = re.compile(r"\b(?:i|i'll|i'd|i'm|im|ill|we|we'll|my|let me|me|mine|us|our)\b")
PRONOUN = re.compile(r"\b(?:he|she|he'll|she'll|he's|she's|hes|shes)\b")
NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""One word of a name."""
WILL = re.compile(
    r"(?: \w+)?(?:'ll|'s going to|'s doing| will| shall| can| is going to| is doing| sends?| does|"
    r" brings?| takes?| gets?| writes?| delivers?| runs?| undertook| promised| has agreed| gives?|"
    r" makes?| books?| calls?| prepares?)\b"
)
"""What follows a name of whom it is said that they will do something."""
UNKNOWN = re.compile(
    r"^(?:and |so |then |okay |- )?([A-ZÀ-Þ][\w'-]+)(?: [A-ZÀ-Þ][\w'-]+)?"
    r"(?: will| shall|'ll| undertook)\b"
)
NO_NAMES = listed("i we you he she they it that this there who")
ASKING = listed("can could would ask asked and")
"""Words before a name in "could Ronan send it"."""
OPENING = listed("please and hi dear hello")
BACK = 6
"""Sentences back to which "he" or "she" may point, or a name called in a paragraph holds."""
GREETING = 60
"""Characters a greeting has at most."""


def owner(material: Material, agreement: Agreement) -> str | None:
    """Who owes what an agreement is about, or None where the words do not tell."""
    act = agreement.said if agreement.act is None else agreement.act
    for at in dict.fromkeys((act, agreement.said)):
        told, third = _third(material, at)
        if told:
            return third
    if material.has(act, *PROMISE) and not material.has(act, *ASK):
        return material.speakers[act]
    if not material.spoken:
        return _asked_in_mail(material, act)
    if material.has(act, Signal.OFFER) and not material.has(act, *ASK):
        return material.speakers[act]
    return _asked_in_call(material, agreement, act)


def last_named(material: Material, at: int) -> str | None:
    """Whom "he" or "she" means: the person named last, not the speaker."""
    for index in material.around(at, BACK, 0)[::-1]:
        for naming in material.roster.named(material.sentences[index].text)[::-1]:
            if naming.key != material.speakers[at]:
                return naming.key
    return None


def _third(material: Material, at: int) -> tuple[bool, str | None]:
    """Whether it is said of somebody else that they will, by name or pronoun; and of whom."""
    text = material.sentences[at].text
    if material.has(at, Signal.QUESTION, Signal.REQUEST):
        return False, None
    for naming in material.roster.named(text):
        name = NAME.match(text, naming.at)
        if name and naming.key != material.speakers[at] and WILL.match(plain(text), name.end()):
            return True, naming.key
    unknown = UNKNOWN.match(text)
    if unknown and unknown[1].lower() not in NO_NAMES:
        return True, None
    said = plain(text)
    if PRONOUN.search(said) and not FIRST_PERSON.search(said):
        return True, last_named(material, at)
    return False, None


def _asked_in_call(material: Material, agreement: Agreement, act: int) -> str | None:
    """On a call: who says the day in answer, or who agrees; nobody else has promised anything."""
    asker = material.speakers[act]
    for at in (agreement.said, agreement.answer):
        if at is not None and material.speakers[at] != asker:
            return material.speakers[at]
    return None


def _asked_in_mail(material: Material, act: int) -> str | None:
    """In a mail: who is called by name in the paragraph, else who is greeted, else the first to."""
    writer, turn = material.speakers[act], material.sentences[act].turn
    for at in material.around(act, BACK, 0)[::-1]:
        one = material.sentences[at]
        called = _called(material, one.text, writer) if one.turn == turn else None
        if called:
            return called
    return _greeted(material, writer) or next(iter(material.roster.addressees), None)


def _greeted(material: Material, writer: str | None) -> str | None:
    """The one person whom a mail's first line greets."""
    first = material.sentences[0].text
    greeted = [one.key for one in material.roster.named(first) if one.key != writer]
    return greeted[0] if len(greeted) == 1 and len(first) < GREETING else None


def _called(material: Material, text: str, writer: str | None) -> str | None:
    """Whom a sentence calls by name: "Ronan, please", "could you, Ronan", "could Ronan"."""
    for naming in material.roster.named(text):
        name = NAME.match(text, naming.at)
        before = text[: naming.at].strip(" -*•–@").lower()
        after = text[name.end() :][:1] if name else ""
        opens = (not before or before in OPENING) and after in (",", ":", " ", "-")
        asked = before.rpartition(" ")[2] in ASKING
        closes = before.endswith(",") and after in (",", "?", ".", "")
        if naming.key != writer and (opens or asked or closes):
            return naming.key
    return None
