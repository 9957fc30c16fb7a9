"""Steps: milestones that somebody asks to have in the plan."""

import re
from collections.abc import Iterator

from pydantic import JsonValue

from agent.readers.embedded.agreements import Agreement, agreements
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.linking.kinds import kinds_in
from agent.readers.embedded.material import Material
from agent.readers.embedded.wording import title
from agent.readers.embedded.words import plain

CONFIDENCE = 0.5
NEAR = 3
"""Sentences around the wish in which stand the step's day and who runs it."""
HELD = 0.6
"""The share from which the plan has the step already."""
WISH = re.compile(
    r"\b(?:add|put|enter|include|show|write) (?:\w+ ){0,6}"
    r"(?:(?:in|into|to|on) (?:the|your|our) (?:joint |shared |mutual )?plan|"
    r"as (?:a|its own|an extra|another) (?:step|milestone|thing|item|line))\b|"
    r"\b(?:step|milestone) of its own\b|\b(?:add|put in) (?:a|one|another) (?:step|milestone)\b|"
    r"\b(?:missing|absent) (?:in|from) (?:the|your|our) plan\b|\bplease add (?:it|that|this)\b|"
    r"\b(?:goes|go) (?:in|into) the plan as\b"
)
"""Words that ask to have a step in the plan."""
OWN = re.compile(
    r"\b(?:i|i'll|i'd|we) (?:\w+ )?(?:run|lead|present|chair|carry|convene|own|hold|"
    r"organi[sz]e|do)\b|\bmy name\b|\bmine\b|\bi am the one\b|\bthat'll be me\b"
)


def read(material: Material) -> Iterator[Claim]:
    """Add the step where a day is agreed near the wish and the plan has no such milestone."""
    wishes = [
        at for at in material.telling(*Signal) if WISH.search(plain(material.sentences[at].text))
    ]
    days = agreements(material) if wishes else ()
    for at in wishes:
        link = material.links.best([at], lambda item: item.entity == "milestone")
        near = [one for one in days if abs(one.said - at) <= NEAR]
        agreed = min(near, key=lambda one: abs(one.said - at), default=None)
        if agreed and not (link and link.share >= HELD and link.item.due == agreed.day):
            yield _step(material, at, agreed)


def _step(material: Material, at: int, agreed: Agreement) -> Claim:
    evidence = tuple(sorted({at, *agreed.evidence}))
    kinds = kinds_in(plain(" ".join(material.sentences[index].text for index in evidence)))
    values: dict[str, JsonValue] = {
        "title": title(material.worded(agreed.said)),
        "kind": next(iter(kinds)) if len(kinds) == 1 else "other",
        "due": agreed.day.isoformat(),
    }
    owner = _owner(material, at)
    if owner:
        values["owner"] = owner
    why = f"Somebody asks to have it in the plan. {agreed.mention.how}"
    return Claim("add", "milestone", f"step-{at}", values, evidence, CONFIDENCE, why)


def _owner(material: Material, at: int) -> str | None:
    """Who says near the wish that they run it."""
    for index in material.around(at, NEAR, NEAR):
        if index not in material.void and OWN.search(plain(material.sentences[index].text)):
            return material.speakers[index]
    return None
