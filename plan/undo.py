"""Taking a decision back: new events that restore what still is as the decision left it."""

from collections.abc import Sequence
from typing import NamedTuple

from plan.checks import objections
from plan.edits import Edit, Values
from plan.events import Event, Stamp
from plan.fields import current, settable
from plan.fold import fold
from plan.models import COLLECTIONS, MODELS, Plan
from plan.references import REFERENCES, as_ids
from plan.values import Entity, Op


class Undone(NamedTuple):
    """What an undo comes to: the events, the plan after them, and what it left alone."""

    events: tuple[Event, ...]
    plan: Plan
    notes: tuple[str, ...]


def undo(plan: Plan, decided: Sequence[Event], stamp: Stamp) -> Undone:
    """Take back the events of one decision, last first, on the plan as it now is.

    A field is restored where it still holds the value decided; a later change stays
    and is told. An addition is retracted only while it is untouched and nothing names it.
    """
    events: list[Event] = []
    notes: list[str] = []
    for event in reversed(decided):
        back, left = _back(plan, event, stamp)
        notes.extend(left)
        if back:
            plan = fold([back], start=plan)
            events.append(back)
    return Undone(tuple(events), plan, tuple(notes))


def _back(plan: Plan, event: Event, stamp: Stamp) -> tuple[Event | None, list[str]]:
    if event.type == "added":
        return _retract(plan, event, stamp)
    if event.type == "retracted":
        return _add_again(plan, event, stamp)
    if event.type == "updated":
        return _restore(plan, event, stamp)
    return None, ["Opening a deal cannot be taken back."]


def _restore(plan: Plan, event: Event, stamp: Stamp) -> tuple[Event | None, list[str]]:
    now = current(plan, event.entity, event.id)
    if now is None:
        return None, [f"{event.entity} {event.id} is not there any more."]
    before: Values = {}
    after: Values = {}
    notes: list[str] = []
    named = f"{event.entity} {event.id}"
    for field, value in event.after.items():
        if now[field] != value:
            notes.append(f"{named}: {field} was changed again later and stays {now[field]}.")
        elif against := _against(plan, event, "update", {field: event.before.get(field)}):
            notes.extend(against)
        else:
            before[field], after[field] = value, event.before.get(field)
    if not after:
        return None, notes
    return _next(plan, event, stamp, type="updated", before=before, after=after), notes


def _retract(plan: Plan, event: Event, stamp: Stamp) -> tuple[Event | None, list[str]]:
    now = current(plan, event.entity, event.id)
    if now is None:
        return None, [f"{event.entity} {event.id} is already gone."]
    if now != _as_added(event):
        return None, [f"{event.entity} {event.id} was changed later and stays."]
    named_by = _named_by(plan, event.entity, event.id)
    if named_by:
        return None, [f"{event.entity} {event.id} stays: {', '.join(named_by)} refer to it."]
    return _next(plan, event, stamp, type="retracted", before=now), []


def _add_again(plan: Plan, event: Event, stamp: Stamp) -> tuple[Event | None, list[str]]:
    against = _against(plan, event, "add", event.before)
    if against:
        return None, list(against)
    return _next(plan, event, stamp, type="added", after=event.before), []


def _as_added(event: Event) -> Values:
    item = MODELS[event.entity].model_validate({"id": event.id, **event.after})
    return item.model_dump(mode="json", include=set(settable(event.entity)))


def _against(plan: Plan, event: Event, op: Op, after: Values) -> tuple[str, ...]:
    # What stood before may break a rule by now: a circle closed since, a person taken back.
    edit = Edit(op=op, entity=event.entity, id=event.id, set=after)
    return objections(plan.model_copy(update={"as_of": plan.as_of.min}), edit)


def _next(plan: Plan, event: Event, stamp: Stamp, **what: object) -> Event:
    # A value that comes back does not rest on the words of the one it replaces.
    evidence = () if event.type == "updated" else event.evidence
    same = {"entity": event.entity, "id": event.id, "evidence": evidence}
    return Event.model_validate({"seq": plan.version + 1, **dict(stamp), **same, **what})


def _named_by(plan: Plan, entity: Entity, item_id: str) -> list[str]:
    return [
        item.id
        for (holder, field), kind in REFERENCES.items()
        if kind == entity and holder in COLLECTIONS
        for item in plan.items(holder)
        if item_id in as_ids(_plain(getattr(item, field)))
    ]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
