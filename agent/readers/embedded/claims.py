"""Claims: what one place of a source changes, before all places are merged into drafts."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from agent.readers.embedded.linking import Link
from plan.values import Entity, Op

CLOSE = 0.15
"""How little likelier than the next item one may be before a person should look twice."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One change that some sentences justify.

    Attributes:
        op: Add or update.
        entity: What is changed.
        id: The item's id, or the draft id of an add; None for the deal.
        set: The fields, in the form drafts hold them.
        evidence: Indexes of the sentences, in order.
        confidence: 0 to 1.
        why: The cue, the link and the arithmetic, in sentences for people.
        warnings: Doubts a person should see.
    """

    op: Op
    entity: Entity
    id: str | None
    set: Mapping[str, JsonValue]
    evidence: tuple[int, ...]
    confidence: float
    why: str
    warnings: tuple[str, ...] = ()


def about_item(
    link: Link, values: Mapping[str, JsonValue], evidence: tuple[int, ...], why: str
) -> Claim:
    """A change of the item that the words are about; how surely they are is the confidence."""
    item, share = link.item, link.share
    linked = f"{why} Taken for “{item.title}” ({share:.0%}).".strip()
    doubts: tuple[str, ...] = ()
    if link.rival and link.margin < CLOSE:
        doubts = (f"It may as well be about “{link.rival.title}”.",)
    return Claim("update", item.entity, item.id, values, evidence, share, linked, doubts)


def about_deal(
    values: Mapping[str, JsonValue], evidence: tuple[int, ...], confidence: float, why: str
) -> Claim:
    """A change of the deal itself."""
    return Claim("update", "deal", None, values, evidence, confidence, why)


def about_person(
    person: str, values: Mapping[str, JsonValue], at: int, confidence: float, why: str
) -> Claim:
    """A change of somebody known, from one sentence."""
    return Claim("update", "stakeholder", person, values, (at,), confidence, why)
