"""Takers: everybody who may have taken something on, the likeliest first."""

from collections.abc import Iterator

from agent.readers.embedded.agreements import Agreement
from agent.readers.embedded.material import Material
from agent.readers.embedded.owners import last_named, owner
from agent.readers.embedded.tagging.tags import Tag

MOST = 4
"""People who come into question for one thing."""
ABOVE = 3
"""Sentences of a mail before a task in which its doer may be named, as in a list's heads."""


def takers(material: Material, agreement: Agreement, tag: Tag) -> list[str]:
    """Who may own what an agreement is about: by the rules, then whoever speaks or is named."""
    found = (owner(material, agreement), *_others(material, agreement, tag))
    return [who for who in dict.fromkeys(found) if who][:MOST]


def _others(material: Material, agreement: Agreement, tag: Tag) -> Iterator[str | None]:
    surest = sorted(agreement.evidence, key=lambda at: -material.tag(at, tag))
    for at in surest:
        yield material.speakers[at]
    for at in surest:
        yield from _named(material, at)
    act = agreement.said if agreement.act is None else agreement.act
    yield last_named(material, act)
    if not material.spoken:
        for at in material.around(act, ABOVE, 0)[::-1]:
            yield from _named(material, at)
        yield from material.roster.addressees


def _named(material: Material, at: int) -> Iterator[str]:
    return (one.key for one in material.roster.named(material.sentences[at].text))
