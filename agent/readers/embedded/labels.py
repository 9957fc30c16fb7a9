"""Speaker labels: whether a transcript seems to give words to the wrong people."""

import re

from agent.readers.embedded.material import Material
from agent.readers.embedded.owners import NAME
from agent.readers.embedded.words import plain

AFTER = re.compile(r"^(?:[,.?!]|$)")
BEFORE = re.compile(r"(?:^|, |\b(?:thanks|thank you|hi|hey|morning|hello|okay|sorry|so|and) )$")
INTRODUCTION = re.compile(r"\b(?:i'm|i am|this is|my name is) $")
LEAST, SHARE = 2, 0.5
"""How many calls by name must go to the speaker, and what part of all, to doubt the labels."""


def swapped(material: Material) -> bool:
    """Whether speakers call themselves by name, or others introduce themselves as them.

    Somebody who says "Dan, can you send it?" is not Dan; a transcript in which that is the
    rule has its labels swapped, and nobody can tell from it who promised what.
    """
    if not material.spoken:
        return False
    wrong = sum(_speaks_wrongly(material, at) for at in range(len(material.sentences)))
    right = sum(_speaks_rightly(material, at) for at in range(len(material.sentences)))
    return wrong >= LEAST and wrong >= SHARE * (wrong + right)


def _speaks_wrongly(material: Material, at: int) -> bool:
    me = material.speakers[at]
    called, introduced = _calls(material, at)
    return me is not None and (me in called or bool(introduced - {me}))


def _speaks_rightly(material: Material, at: int) -> bool:
    me = material.speakers[at]
    called, introduced = _calls(material, at)
    return me is not None and (bool(called - {me}) or me in introduced)


def _calls(material: Material, at: int) -> tuple[set[str], set[str]]:
    """Whom a sentence calls by name, and as whom its speaker introduces themselves."""
    text = material.sentences[at].text
    called, introduced = set(), set()
    for naming in material.roster.named(text):
        name = NAME.match(text, naming.at)
        before = plain(text[: naming.at])
        if INTRODUCTION.search(before):
            introduced.add(naming.key)
        elif name and BEFORE.search(before) and AFTER.match(text[name.end() :]):
            called.add(naming.key)
    return called, introduced
