"""Exchanges: what the others answer to a sentence of a call."""

from agent.readers.embedded.cues import Signal
from agent.readers.embedded.material import Material

REACH = 4
"""Sentences within which somebody else agrees."""
FIRST = 2
"""Sentences within which the first answer comes."""
BRIEF = 7
"""Words of a question up to which it only makes sure: "The sixth, yes?"."""


def acceptance(material: Material, at: int) -> int | None:
    """The sentence in which somebody else agrees to one, unless they refuse first."""
    for index in material.around(at, 0, REACH)[1:]:
        if material.sentences[index].turn == material.sentences[at].turn:
            continue
        if material.speakers[index] == material.speakers[at] or material.has(index, Signal.REFUSE):
            return None
        agrees = material.has(index, Signal.ACCEPT) and not _asks_back(material, index)
        if agrees or _same_day(material, at, index):
            return index
    return None


def refused(material: Material, at: int) -> bool:
    """Whether the first answer of somebody else to a sentence is a refusal."""
    for index in material.around(at, 0, FIRST)[1:]:
        if material.speakers[index] != material.speakers[at]:
            return material.has(index, Signal.REFUSE) and not material.has(index, Signal.ACCEPT)
    return False


def _asks_back(material: Material, at: int) -> bool:
    words = material.sentences[at].text.count(" ") + 1
    return material.has(at, Signal.QUESTION) and words > BRIEF


def _same_day(material: Material, said: int, answered: int) -> bool:
    days = {mention.day for mention in material.dates[said]}
    return any(one.day in days and not one.negated for one in material.dates[answered])
