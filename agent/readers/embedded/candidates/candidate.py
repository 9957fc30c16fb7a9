"""What a candidate is, and how sentences that bear a tag are grouped."""

from collections.abc import Iterator
from dataclasses import dataclass

from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import TAGS, Tag

LEAST, SELDOM_LEAST = 0.12, 0.05
"""The likelihood of a tag from which a sentence gives candidates, and of one that few bear."""
SELDOM = frozenset(
    {
        Tag.STARTED,
        Tag.BLOCKED,
        Tag.CANCELLED,
        Tag.ROLE,
        Tag.WARM,
        Tag.COOL,
        Tag.NEUTRAL,
        Tag.GONE,
        Tag.STAGE,
    }
)
BESIDE = 0.5
"""The part of the best sentence's likelihood from which its neighbours are evidence too."""
GAP = 3
"""Sentences between two of one group at most."""
LONGEST = 12
"""Sentences of a group at most: what is said on and on is cut."""


CONFIDENCE = 0.5
"""Of a candidate's claim, until the scorer tells how likely it is right."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One change of one field, or one thing added.

    Attributes:
        claim: The change.
        tag: The tag its words bear.
        share: How surely they are about the item, 1 where no item is meant.
        margin: How far that is above the next item.
        rank: 0 for the likeliest item or person, 1 for the next.
        ruled: How sure the rules are of it; 0 where only the network hears it.
        core: Of the evidence, the sentences that can mean nothing else besides; all without.
    """

    claim: Claim
    tag: Tag
    share: float = 1.0
    margin: float = 1.0
    rank: int = 0
    ruled: float = 0.0
    core: tuple[int, ...] = ()

    @property
    def room(self) -> tuple[int, ...]:
        """The sentences that it leaves to no other."""
        return self.core or self.claim.evidence


def heard(material: Material, tag: Tag) -> list[int]:
    """Indexes of the sentences that may bear a tag."""
    column = material.tags[:, TAGS.index(tag)]
    least = SELDOM_LEAST if tag in SELDOM else LEAST
    return [at for at in range(len(column)) if column[at] >= least]


def groups(material: Material, tag: Tag) -> Iterator[tuple[int, ...]]:
    """Sentences that may bear a tag, those near one another together."""
    group: list[int] = []
    for at in heard(material, tag):
        if group and (at - group[-1] > GAP or len(group) == LONGEST):
            yield tuple(group)
            group = []
        group.append(at)
    if group:
        yield tuple(group)


def evidence(material: Material, tag: Tag, at: int, reach: int = GAP) -> tuple[int, ...]:
    """A sentence with its neighbours that bear the tag about as surely."""
    least = max(LEAST, BESIDE * material.tag(at, tag))
    near = material.around(at, reach, reach)
    return tuple(k for k in near if k == at or material.tag(k, tag) >= least)
