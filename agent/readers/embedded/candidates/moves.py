"""Moves: items that may be due on another day."""

from collections.abc import Iterator

from agent.readers.embedded.candidates.candidate import Candidate, groups
from agent.readers.embedded.claims import about_item
from agent.readers.embedded.dates import due
from agent.readers.embedded.items import Item
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag

ITEMS = 3
"""Items that words may be about, the likeliest first."""
NEAR = 2
"""Sentences around a group in which its day may be said."""


def read(material: Material) -> Iterator[Candidate]:
    """Every day near words of moving, for each item that they may be about."""
    for group in groups(material, Tag.MOVE):
        for at in days_near(material, group):
            around = tuple(sorted({*_close(group, at), at}))
            for rank, link in enumerate(material.links.ranked(around, _open, ITEMS)):
                mention = due(material.mentions(at, link.item.due))
                if mention and mention.day != link.item.due:
                    values = {"due": mention.day.isoformat()}
                    claim = about_item(link, values, around, mention.how)
                    yield Candidate(claim, Tag.MOVE, link.share, link.margin, rank)


def days_near(material: Material, group: tuple[int, ...]) -> Iterator[int]:
    """Sentences in or beside a group that say a day which can be meant."""
    for at in range(max(0, group[0] - NEAR), min(len(material.sentences), group[-1] + NEAR + 1)):
        if any(not one.negated and not one.past for one in material.dates[at]):
            yield at


def _close(group: tuple[int, ...], at: int) -> Iterator[int]:
    return (k for k in group if abs(k - at) <= NEAR + 1)


def _open(item: Item) -> bool:
    return item.entity != "outcome" and not item.closed
