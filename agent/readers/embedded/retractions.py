"""Retractions: claims whose words somebody takes back later in the same source."""

from collections.abc import Iterable
from dataclasses import dataclass

from agent.readers.embedded.claims import Claim
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.material import Material

NEAR = 3
"""Sentences after a claim's words within which the same speaker takes them back."""
ABOUT = 0.6
"""The share from which a retraction is about an item."""


@dataclass(frozen=True)
class Retractions:
    """Where a source takes something back.

    Attributes:
        at: The sentences.
        days: By day, the last of them that names it.
        items: By item, the last of them that is about it.
    """

    at: frozenset[int]
    days: dict[str, int]
    items: dict[str, int]


def standing(material: Material, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that nobody takes back."""
    found = retractions(material)
    return [one for one in claims if not taken_back(material, found, one)]


def retractions(material: Material) -> Retractions:
    """All retractions of a source."""
    at = sorted(material.telling(Signal.RETRACT))
    days = {mention.day.isoformat(): k for k in at for mention in material.dates[k]}
    links = {k: material.links.best([k]) for k in at}
    items = {link.item.id: k for k, link in links.items() if link and link.share >= ABOUT}
    return Retractions(frozenset(at), days, items)


def taken_back(material: Material, found: Retractions, claim: Claim) -> bool:
    """Whether somebody takes a claim back: just after it, by its day, or by its item.

    Nobody takes back a person: whoever was introduced is there, and others may refer to them.
    """
    if (claim.op, claim.entity) == ("add", "stakeholder"):
        return False
    last = max(claim.evidence)
    after = (k for k in range(last + 1, last + NEAR + 1) if k in found.at)
    just_after = any(material.speakers[k] == material.speakers[last] for k in after)
    same_day = found.days.get(str(claim.set.get("due")), last) > last
    return just_after or same_day or found.items.get(claim.id or "", last) > last
