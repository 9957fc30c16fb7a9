"""People: roles, feelings and departures that words may tell."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import JsonValue

from agent.readers.embedded.candidates.candidate import CONFIDENCE, Candidate, evidence, heard
from agent.readers.embedded.candidates.roles import roles_told
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material
from agent.readers.embedded.owners import last_named
from agent.readers.embedded.persons import speaker_or_named
from agent.readers.embedded.tagging.tags import Tag
from plan.models import Stakeholder
from plan.values import Role, Sentiment

FEELINGS: tuple[tuple[Tag, Sentiment], ...] = (
    (Tag.WARM, "positive"),
    (Tag.COOL, "negative"),
    (Tag.NEUTRAL, "neutral"),
)
MEANT = 2
"""People whom words may mean, the likeliest first."""


def read(material: Material) -> Iterator[Candidate]:
    """Feelings, departures and roles, for each person whom the words may mean."""
    for tag, feeling in FEELINGS:
        for at, rank, who in _heard(material, tag):
            if who.side == "buyer" and who.sentiment != feeling:
                yield _candidate(material, who, {"sentiment": feeling}, _Place(at, tag, rank))
    for at, rank, who in _heard(material, Tag.GONE):
        if who.active:
            yield _candidate(material, who, {"active": False}, _Place(at, Tag.GONE, rank))
    for at, rank, who in _heard(material, Tag.ROLE):
        for role in _roles(material, at, who):
            values: dict[str, JsonValue] = {"roles": [*who.roles, role]}
            yield _candidate(material, who, values, _Place(at, Tag.ROLE, rank))


class _Place(NamedTuple):
    """Where something is said, as what, and how likely of the person."""

    at: int
    tag: Tag
    rank: int


def _heard(material: Material, tag: Tag) -> Iterator[tuple[int, int, Stakeholder]]:
    """Sentences that may bear a tag, with each person whom they may mean, the likeliest first."""
    for at in heard(material, tag):
        for rank, who in enumerate(_meant(material, at)):
            yield at, rank, who


def _meant(material: Material, at: int) -> list[Stakeholder]:
    named = [one.key for one in material.roster.named(material.sentences[at].text)]
    first = speaker_or_named(material, at)
    keys = dict.fromkeys((first, *named, material.speakers[at], last_named(material, at)))
    people = (material.context.plan.person(key) for key in keys)
    return [who for who in people if who is not None][:MEANT]


def _roles(material: Material, at: int, who: Stakeholder) -> list[Role]:
    """Roles that the words may give somebody who has them not yet."""
    words = evidence(material, Tag.ROLE, at, 1)
    return [role for role in roles_told(material, words, who.side) if role not in who.roles]


def _candidate(
    material: Material, who: Stakeholder, values: dict[str, JsonValue], place: _Place
) -> Candidate:
    words = evidence(material, place.tag, place.at, 1)
    why = f"Taken for {who.name}."
    claim = Claim("update", "stakeholder", who.id, values, words, CONFIDENCE, why)
    return Candidate(claim, place.tag, rank=place.rank)
