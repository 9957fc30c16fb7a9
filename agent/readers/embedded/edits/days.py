"""Days: promises with a day become actions, and items move to a day agreed for them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from pydantic import JsonValue

from agent.readers.embedded.agreements import PROMISE, Agreement, agreements
from agent.readers.embedded.claims import Claim, about_item
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.dates import due
from agent.readers.embedded.items import Item
from agent.readers.embedded.linking import Link
from agent.readers.embedded.material import Material
from agent.readers.embedded.owners import owner
from agent.readers.embedded.wording import title

Place = Literal["none", "self", "lead"]


class Least(NamedTuple):
    """The share a link needs before a day moves an action, or a milestone, and adds no action."""

    action: float
    milestone: float


NEVER = 2.0
LEAST: dict[tuple[Place, bool], Least] = {
    ("none", False): Least(NEVER, 0.5),
    ("none", True): Least(0.4, 0.35),
    ("self", False): Least(0.8, NEVER),
    ("self", True): Least(0.8, 0.6),
    ("lead", False): Least(0.4, 0.7),
    ("lead", True): Least(0.4, 0.4),
}
"""By where the promise stands that goes with the day, and whether words of moving do."""
KNOWN = 0.2
"""The share from which an item due that very day is what is meant, so that nothing is new."""
PERIODS = frozenset({"month", "week", "quarter", "year", "today"})
"""Kinds of dates that only a promise or request in the same sentence makes a due day."""
UNDER = 0.4
"""The share from which a new action belongs under a milestone."""
PROMISE_CONFIDENCE = 0.5


def read(material: Material) -> Iterator[Claim]:
    """Turn each agreement into a move, a promise, or nothing where the plan has it already."""
    for found in agreements(material):
        if _idle(material, found):
            continue
        link = material.links.best(found.evidence)
        if link and _moves(material, found, link):
            yield from _move(material, found, link)
        elif found.act is not None:
            yield from _promise(material, found)


def _idle(material: Material, found: Agreement) -> bool:
    """Whether the words keep a day, leave it unsure, or only name a span of time."""
    keeps = any(material.has(at, Signal.KEEP) for at in found.evidence)
    loose = found.mention.kind in PERIODS and found.act != found.said
    known = any(
        item.due == found.day and material.links.share(found.evidence, item) >= KNOWN
        for item in material.links.items
    )
    firm = found.act == found.said or material.has(found.said, Signal.MOVE)
    return keeps or known or loose or not (found.mention.sure or firm)


def _moves(material: Material, found: Agreement, link: Link) -> bool:
    """Whether a day moves an item: the surer, the less the words look like a new promise."""
    if link.item.entity == "outcome" or link.item.closed:
        return False
    place: Place = "none" if found.act is None else "self" if found.act == found.said else "lead"
    firm = any(material.has(at, Signal.MOVE) for at in found.evidence)
    firm = firm or (place == "none" and found.answer is not None)
    if place == "none" and not firm and found.mention.kind != "day":
        return False
    least = LEAST[place, firm]
    return link.share >= (least.action if link.item.entity == "action" else least.milestone)


def _move(material: Material, found: Agreement, link: Link) -> Iterator[Claim]:
    """The move, with the day worked out near the item's own; a signature moves the deal too."""
    mention = due(material.mentions(found.said, link.item.due)) or found.mention
    day = mention.day.isoformat()
    if mention.day in (link.item.due, material.today) or mention.day < material.today:
        return
    move = about_item(link, {"due": day}, found.evidence, mention.how)
    yield move
    if _signs(material, found, link.item):
        yield replace(move, entity="deal", id=None, set={"close_date": day})


def _signs(material: Material, found: Agreement, item: Item) -> bool:
    """Whether the day is the signature's and so the deal's close date too."""
    said = any(material.has(at, Signal.SIGNING) for at in material.around(found.said, 2, 0))
    return item.kind == "signature" and said


def _gives(material: Material, act: int) -> bool:
    """Whether the words promise or ask for a thing, not only for another day or more time."""
    if material.has(act, *PROMISE):
        return True
    wish = material.spoken and not material.has(act, Signal.REQUEST, Signal.OFFER)
    return not wish and not material.has(act, Signal.MOVE)


def _promise(material: Material, found: Agreement) -> Iterator[Claim]:
    who = owner(material, found)
    if who is None or found.act is None or not _gives(material, found.act):
        return
    values: dict[str, JsonValue] = {
        "title": title(material.worded(found.act)),
        "owner": who,
        "due": found.day.isoformat(),
    }
    step = material.links.best(found.evidence, lambda item: item.entity == "milestone")
    if step and step.share >= UNDER:
        values["milestone"] = step.item.id
    why = f"{found.mention.how} Nothing in the plan is about it."
    yield Claim(
        "add", "action", f"action-{found.act}", values, found.evidence, PROMISE_CONFIDENCE, why
    )
