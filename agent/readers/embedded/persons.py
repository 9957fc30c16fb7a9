"""Whom some words speak of: the speaker, somebody named, or the person named last."""

import re

from agent.readers.embedded.material import Material
from agent.readers.embedded.owners import last_named
from agent.readers.embedded.words import plain

SELF = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|im|ive|ill|me|my|mine|myself)\b")
OTHER = re.compile(r"\b(?:he|she|he's|she's|hes|shes|him|her|his|hers)\b")
NEAR = 25
"""Characters before the telling words in which their subject stands."""


def subject(material: Material, at: int, span: tuple[int, int]) -> str | None:
    """The person that some words of a sentence are said of.

    Args:
        material: The reading material.
        at: The sentence.
        span: Where the words stand in it; their subject is in them or just before.
    """
    text = material.sentences[at].text
    start, end = max(0, span[0] - NEAR), span[1]
    said = plain(text)
    found: dict[int, str | None] = {}
    for match in OTHER.finditer(said, start, end):
        found[match.start()] = _before(material, at, span[0])
    for match in SELF.finditer(said, start, end):
        found[match.start()] = material.speakers[at]
    for one in material.roster.named(text):
        if start <= one.at < end:
            found[one.at] = one.key
    nearest = min(found, key=lambda at: (at < span[0], abs(at - span[0])), default=None)
    return None if nearest is None else found[nearest]


def speaker_or_named(material: Material, at: int) -> str | None:
    """The speaker of a first-person sentence, else the one other person it is about."""
    text = material.sentences[at].text
    if SELF.search(plain(text)):
        return material.speakers[at]
    named = [one.key for one in material.roster.named(text) if one.key != material.speakers[at]]
    if len(named) == 1:
        return named[0]
    return last_named(material, at) if OTHER.search(plain(text)) else None


def _before(material: Material, at: int, offset: int) -> str | None:
    """Whom "he" or "she" at an offset means: named earlier in the sentence, else before it."""
    named = material.roster.named(material.sentences[at].text)
    earlier = [one.key for one in named if one.at < offset and one.key != material.speakers[at]]
    return earlier[-1] if earlier else last_named(material, at)
