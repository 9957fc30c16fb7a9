"""Owners: items that somebody else may have taken over."""

from collections.abc import Iterator

from agent.readers.embedded.candidates.candidate import Candidate, evidence, heard
from agent.readers.embedded.claims import about_item
from agent.readers.embedded.edits.handovers import new_owner
from agent.readers.embedded.items import Item
from agent.readers.embedded.material import Material
from agent.readers.embedded.owners import last_named
from agent.readers.embedded.tagging.tags import Tag

ITEMS = 2
"""Items that words may be about, the likeliest first."""


def read(material: Material) -> Iterator[Candidate]:
    """Everybody whom words of giving may mean, for each item that they may be about."""
    for at in heard(material, Tag.OWNER):
        words = evidence(material, Tag.OWNER, at)
        for who in _takers(material, at):
            for rank, link in enumerate(material.links.ranked(words, _open, ITEMS)):
                if link.item.owner != who:
                    claim = about_item(link, {"owner": who}, words, "Somebody else takes it over.")
                    yield Candidate(claim, Tag.OWNER, link.share, link.margin, rank, core=(at,))


def _takers(material: Material, at: int) -> list[str]:
    """Who may be meant, the likeliest first: as the words say, named, spoken of, the speaker."""
    named = [one.key for one in material.roster.named(material.sentences[at].text)]
    found = (new_owner(material, at), *named, last_named(material, at), material.speakers[at])
    return [who for who in dict.fromkeys(found) if who][:3]


def _open(item: Item) -> bool:
    return item.entity != "outcome" and not item.closed
