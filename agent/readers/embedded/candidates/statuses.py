"""Statuses: items that may be done, under way, blocked or dropped."""

from collections.abc import Iterator

from agent.readers.embedded.candidates.candidate import Candidate, evidence, heard
from agent.readers.embedded.claims import about_item
from agent.readers.embedded.items import Item
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag

STATUSES: tuple[tuple[Tag, dict[str, str]], ...] = (
    (Tag.DONE, {"milestone": "done", "action": "done"}),
    (Tag.STARTED, {"milestone": "in_progress"}),
    (Tag.BLOCKED, {"milestone": "blocked"}),
    (Tag.CANCELLED, {"milestone": "cancelled", "action": "cancelled"}),
)
"""What each tag makes of which kind of item."""
ITEMS = 2
"""Items that a sentence may be about, the likeliest first."""


def read(material: Material) -> Iterator[Candidate]:
    """Every status that a sentence may report, of each item that it may be about."""
    for tag, statuses in STATUSES:
        for at in heard(material, tag):
            yield from _of(material, tag, statuses, at)


def _of(material: Material, tag: Tag, statuses: dict[str, str], at: int) -> Iterator[Candidate]:
    def open_to(item: Item) -> bool:
        status = statuses.get(item.entity)
        return status is not None and item.status != status

    for rank, link in enumerate(material.links.ranked([at], open_to, ITEMS)):
        values = {"status": statuses[link.item.entity]}
        claim = about_item(link, values, evidence(material, tag, at), "")
        yield Candidate(claim, tag, link.share, link.margin, rank, core=(at,))
