"""How a thing of the plan came to be as it is: one change a field, with the words behind it."""

from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from agent.answers.dossier import Dossier
from plan.edits import Values
from plan.events import Event, EventType
from plan.fields import settable
from plan.models import COLLECTIONS, Frozen
from plan.sources import Evidence
from plan.values import Entity


class Change(Frozen):
    """One field of one thing got a value.

    Attributes:
        seq: The event's sequence number.
        type: The event's type: `opened` and `added` give first values, `updated` moves them,
            `retracted` takes the whole thing back.
        entity: The kind of thing.
        id: Its id, or `deal` or `plan`.
        field: The field's name.
        before: The value it had, in wire form; None where it had none.
        after: The value it got, in wire form; None where that is none.
        day: The day it was said, as far as a source tells; else the day it was decided; of
            what the deal was opened with, the day the plan was true as of.
        decided: The deal's own day on which it was decided.
        actor: Who decided it.
        evidence: The words it rests on; often none.
    """

    seq: int
    type: EventType
    entity: Entity
    id: str
    field: str
    before: JsonValue = None
    after: JsonValue = None
    day: date
    decided: date
    actor: str
    evidence: tuple[Evidence, ...] = ()


def changes_of(
    dossier: Dossier, entity: Entity, item_id: str, field: str | None = None
) -> tuple[Change, ...]:
    """The changes of a thing, or of one of its fields, oldest first.

    What the deal was opened with, or the thing added with, comes first and has no `before`;
    fields that were then empty are left out. `deal` and `plan` go by their own names as ids.
    """
    return tuple(
        change
        for event in dossier.events
        for change in _changes(dossier, event, entity, item_id)
        if field in (None, change.field)
    )


def last_change(dossier: Dossier, entity: Entity, item_id: str, field: str) -> Change | None:
    """The change that gave a field the value it has; None where the history does not tell."""
    return next(reversed(changes_of(dossier, entity, item_id, field)), None)


def said_of(dossier: Dossier, entity: Entity, item_id: str) -> tuple[Change, ...]:
    """The changes of a thing that rest on words, oldest first."""
    return tuple(one for one in changes_of(dossier, entity, item_id) if one.evidence)


def said_on(dossier: Dossier, evidence: Iterable[Evidence]) -> tuple[date, ...]:
    """The days of the sources in which words stand, oldest first; unknown sources left out."""
    days = {source.id: source.day for source in dossier.sources}
    return tuple(sorted({days[one.source] for one in evidence if one.source in days}))


def _changes(dossier: Dossier, event: Event, entity: Entity, item_id: str) -> Iterator[Change]:
    before, after = event.before, event.after
    if event.type == "opened":
        before, after = {}, _opened_with(event, entity, item_id)
    elif (event.entity, event.id) != (entity, item_id):
        return
    decided = event.at.astimezone(ZoneInfo(dossier.plan.deal.time_zone or "UTC")).date()
    day = dossier.plan.as_of if event.type == "opened" else decided
    for field in dict.fromkeys((*before, *after)):
        yield Change(
            seq=event.seq,
            type=event.type,
            entity=entity,
            id=item_id,
            field=field,
            before=before.get(field),
            after=after.get(field),
            day=max(said_on(dossier, event.evidence), default=day),
            decided=decided,
            actor=event.actor,
            evidence=event.evidence,
        )


def _opened_with(event: Event, entity: Entity, item_id: str) -> Values:
    """The values, but for empty ones, with which the deal's opening brought a thing."""
    fields = settable(entity)
    things = _things(event.after, entity)
    return {
        field: value
        for thing in things
        if isinstance(thing, dict) and thing.get("id", entity) == item_id
        for field, value in thing.items()
        if field in fields and value not in (None, [], "")
    }


def _things(document: Values, entity: Entity) -> list[JsonValue]:
    if entity in COLLECTIONS:
        held = document.get(COLLECTIONS[entity])
        return held if isinstance(held, list) else []
    return [document if entity == "plan" else _nameless(document.get("deal"))]


def _nameless(deal: JsonValue) -> JsonValue:
    # A deal is one of a kind and goes by its kind's name.
    return {**deal, "id": "deal"} if isinstance(deal, dict) else deal
