"""Departures: people who are gone from the deal."""

from collections.abc import Iterator

from agent.readers.embedded.claims import Claim, about_person
from agent.readers.embedded.cues import Signal, cue
from agent.readers.embedded.material import Material
from agent.readers.embedded.persons import subject

CONFIDENCE = 0.7


def read(material: Material) -> Iterator[Claim]:
    """Mark as gone whoever is said to have left; notice or leave is no departure yet."""
    for at in material.telling(Signal.LEFT):
        span = cue(Signal.LEFT, material.sentences[at].text)
        who = material.context.plan.person(subject(material, at, span) if span else None)
        if who:
            why = f"{who.name} is said to be gone."
            yield about_person(who.id, {"active": False}, at, CONFIDENCE, why)
