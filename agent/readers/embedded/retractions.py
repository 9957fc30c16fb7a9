"""Retractions: claims whose words somebody takes back later in the same source."""

from collections.abc import Iterable

from agent.readers.embedded.claims import Claim
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.material import Material

NEAR = 3
"""Sentences after a claim's words within which the same speaker takes them back."""
ABOUT = 0.6
"""The share from which a retraction is about an item."""


def standing(material: Material, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that nobody takes back."""
    taken_back = list(material.telling(Signal.RETRACT))
    return [one for one in claims if not any(_takes_back(material, at, one) for at in taken_back)]


def _takes_back(material: Material, at: int, claim: Claim) -> bool:
    """Whether a sentence takes a claim back: just after it, by its day, or by its item.

    Nobody takes back a person: whoever was introduced is there, and others may refer to them.
    """
    last = max(claim.evidence)
    if last >= at or (claim.op, claim.entity) == ("add", "stakeholder"):
        return False
    just_after = at - last <= NEAR and material.speakers[at] == material.speakers[last]
    days = {mention.day.isoformat() for mention in material.dates[at]}
    same_day = claim.set.get("due") in days
    link = material.links.best([at])
    same_item = link is not None and link.share >= ABOUT and link.item.id == claim.id
    return just_after or same_day or same_item
