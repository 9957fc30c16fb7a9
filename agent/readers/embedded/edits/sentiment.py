"""Sentiment: people who say, or of whom it is said, that they now think otherwise."""

from collections.abc import Iterator

from agent.readers.embedded.claims import Claim, about_person
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.material import Material
from agent.readers.embedded.persons import speaker_or_named
from plan.values import Sentiment

CONFIDENCE = 0.6
TURNS: tuple[tuple[Signal, Sentiment], ...] = (
    (Signal.UNDECIDED, "neutral"),
    (Signal.COOLER, "negative"),
    (Signal.WARMER, "positive"),
)


def read(material: Material) -> Iterator[Claim]:
    """Follow only outspoken turns, of people on the buyer's side."""
    for at in material.telling(*(signal for signal, _ in TURNS)):
        found = next(feeling for signal, feeling in TURNS if material.has(at, signal))
        who = material.context.plan.person(speaker_or_named(material, at))
        if who and who.side == "buyer":
            why = f"{who.name} speaks, or is spoken of, as one who is {found}."
            yield about_person(who.id, {"sentiment": found}, at, CONFIDENCE, why)
