"""Handovers: items that somebody else takes over."""

import re
from collections.abc import Iterator

from agent.readers.embedded.claims import Claim, about_item
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.cues.acts import GIVEN_TO, TAKES
from agent.readers.embedded.material import Material
from agent.readers.embedded.owners import NAME, last_named
from agent.readers.embedded.words import plain

LEAST = 0.5
"""The share from which words of giving are about an item."""
AFTER = re.compile(
    rf"^(?:'s)?,? ?(?:in copy, |in cc, )?(?:{TAKES}|(?:'s|is) (?:now|item|piece|job|letter|"
    rf"the owner)\b|'s(?=[.,!;]|$)|is your (?:man|woman|contact|person) for\b)"
)
"""What follows the name of somebody who takes something over."""
BEFORE = re.compile(rf"(?:{GIVEN_TO}|\bput|\bask(?:ed)?|\bsay|\bmake|\bunder) $")
"""What stands before the name of somebody who is given something."""
PRONOUN = re.compile(
    r"\b(?:he|she)(?:'ll| will) (?:do|write|run|present|chair) (?:it|that|this)\b|"
    rf"\b(?:he|she)(?:'s|'ll)? (?:now |also )?{TAKES}|{GIVEN_TO} (?:him|her)\b|"
    r"\b(?:is|are|'s|it's) (?:now )?(?:his|hers)\b"
)
"""The same said of "him" or "her"."""


def read(material: Material) -> Iterator[Claim]:
    """Follow words of giving and taking over, where they name who and it is clear what."""
    for at in material.telling(Signal.HANDOVER, Signal.TAKEOVER):
        who = new_owner(material, at)
        link = material.links.best([at])
        if not who or not link or link.share < LEAST or link.item.entity == "outcome":
            continue
        if link.item.closed or link.item.owner == who:
            continue
        yield about_item(link, {"owner": who}, (at,), "Somebody else takes it over.")


def new_owner(material: Material, at: int) -> str | None:
    """Who takes over: somebody named, else the speaker, else whom "he" or "she" means."""
    text = material.sentences[at].text
    for naming in material.roster.named(text):
        name = NAME.match(text, naming.at)
        end = _end_of_name(material, text, naming.key, name.end() if name else naming.at)
        end -= 2 * plain(text[:end]).endswith("'s")
        if AFTER.match(plain(text[end:])) or BEFORE.search(plain(text[: naming.at])):
            return naming.key
    if material.has(at, Signal.TAKEOVER):
        return material.speakers[at]
    return last_named(material, at) if PRONOUN.search(plain(text)) else None


def _end_of_name(material: Material, text: str, key: str, end: int) -> int:
    """Where a name ends that goes on with a last name."""
    more = NAME.match(text, end + 1)
    if more and any(naming.key == key for naming in material.roster.named(more.group())):
        return more.end()
    return end
