"""All candidates of a source: those of the network and those of the rules, each once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import JsonValue

from agent.readers.embedded.candidates import (
    deal,
    moves,
    newcomers,
    outcomes,
    owners,
    people,
    promises,
    statuses,
    steps,
)
from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.edits import KINDS
from agent.readers.embedded.material import Material
from agent.readers.embedded.retractions import standing
from agent.readers.embedded.tagging.fields import field_tag
from agent.readers.embedded.tagging.tags import Tag

HEARD = (
    statuses.read,
    moves.read,
    promises.read,
    owners.read,
    people.read,
    deal.read,
    outcomes.read,
    steps.read,
    newcomers.read,
)
Key = tuple[object, ...]


def gather(material: Material) -> tuple[Candidate, ...]:
    """Every candidate once, with the surest words for it."""
    found: dict[Key, Candidate] = {}
    for one in (*_heard(material), *_ruled(material)):
        key = _key(one)
        found[key] = _join(material, found[key], one) if key in found else one
    return tuple(found.values())


def _heard(material: Material) -> Iterator[Candidate]:
    for read in HEARD:
        yield from read(material)


def _ruled(material: Material) -> Iterator[Candidate]:
    """The rules' claims, field by field."""
    claims = standing(material, (claim for kind in KINDS for claim in kind(material)))
    for claim in claims:
        for tag, part in _parts(claim):
            link = _link(material, part)
            yield Candidate(part, tag, *link, ruled=claim.confidence)


def _parts(claim: Claim) -> Iterator[tuple[Tag, Claim]]:
    """A claim field by field, with the tag its words bear; an add is whole."""
    for field, values in _values(claim).items():
        tag = field_tag(claim.op, claim.entity, field, values.get(field))
        if tag:
            yield tag, replace(claim, set=values)


def _values(claim: Claim) -> dict[str, Mapping[str, JsonValue]]:
    """What stands or falls together: an add, a price with its currency, else each field alone."""
    if claim.op == "add":
        return {"": claim.set}
    if "amount" in claim.set:
        return {"amount": claim.set}
    return {field: {field: value} for field, value in claim.set.items()}


def _link(material: Material, claim: Claim) -> tuple[float, float]:
    """How surely the words of a rule's claim are about its item, and how far above the next."""
    found = material.links.ranked(claim.evidence, lambda item: item.id == claim.id, 1)
    return (found[0].share, found[0].margin) if found else (1.0, 1.0)


def _key(one: Candidate) -> Key:
    claim = one.claim
    if claim.op == "add" and claim.entity != "stakeholder":
        last = claim.evidence[-1]
        kind = claim.set.get("kind")
        return (claim.entity, claim.set.get("due"), claim.set.get("owner"), kind, last)
    if claim.op == "add":
        return (claim.entity, claim.set["name"])
    field, value = next(iter(claim.set.items()))
    return (claim.entity, claim.id, field, str(value))


def _join(material: Material, one: Candidate, other: Candidate) -> Candidate:
    """The one whose words bear the tag more surely, as sure by the rules as either."""
    best = max(one, other, key=lambda each: _sureness(material, each))
    return replace(best, ruled=max(one.ruled, other.ruled))


def _sureness(material: Material, one: Candidate) -> float:
    return one.share * max(material.tag(at, one.tag) for at in one.claim.evidence)
