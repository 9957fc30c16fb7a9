"""From events to the plan: one mutator for each type of event."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from plan.edits import Values
from plan.errors import UnreadableHistoryError
from plan.events import Event, EventType
from plan.fields import settable
from plan.models import COLLECTIONS, Plan

Document = dict[str, Any]
"""A plan while it is folded: items in dictionaries by id, so that a long history stays linear."""


def fold(events: Iterable[Event], start: Plan | None = None) -> Plan:
    """The plan after all `events`, which continue `start` or open the deal.

    Raises:
        UnreadableHistoryError: They do not follow one another or do not make a valid plan.
    """
    document = _open_up(start) if start else {}
    for event in events:
        if event.seq != document.get("version", 0) + 1:
            raise UnreadableHistoryError(f"Event {event.seq} does not follow the one before it.")
        document = _MUTATORS[event.type](document, event)
        document["version"] = event.seq
    return _close(document)


def _opened(document: Document, event: Event) -> Document:
    if document:
        raise UnreadableHistoryError(f"Event {event.seq} opens a deal that is open.")
    return _open_up(_validated(event.after))


def _added(document: Document, event: Event) -> Document:
    collection = _collection(document, event)
    if event.id in collection:
        raise UnreadableHistoryError(f"Event {event.seq} adds {event.id}, which is there.")
    collection[event.id] = {"id": event.id, **_settable(event)}
    return document


def _updated(document: Document, event: Event) -> Document:
    target: Document
    if "deal" not in document:
        raise UnreadableHistoryError("A history begins with the event that opens the deal.")
    if event.entity == "deal":
        target = document["deal"]
    elif event.entity == "plan":
        target = document
    else:
        collection = _collection(document, event)
        if event.id not in collection:
            raise UnreadableHistoryError(f"Event {event.seq} updates {event.id}, never added.")
        target = collection[event.id]
    target.update(_settable(event))
    return document


def _retracted(document: Document, event: Event) -> Document:
    if _collection(document, event).pop(event.id, None) is None:
        raise UnreadableHistoryError(f"Event {event.seq} takes back {event.id}, never added.")
    return document


_MUTATORS: dict[EventType, Callable[[Document, Event], Document]] = {
    "opened": _opened,
    "added": _added,
    "updated": _updated,
    "retracted": _retracted,
}


def _collection(document: Document, event: Event) -> Document:
    if event.entity not in COLLECTIONS or "deal" not in document:
        raise UnreadableHistoryError(f"Event {event.seq} has no {event.entity} to change.")
    found: Document = document[COLLECTIONS[event.entity]]
    return found


def _settable(event: Event) -> Values:
    if unknown := event.after.keys() - settable(event.entity):
        raise UnreadableHistoryError(f"Event {event.seq} sets {', '.join(sorted(unknown))}.")
    return event.after


def _open_up(plan: Plan) -> Document:
    document = plan.model_dump(mode="json")
    for name in COLLECTIONS.values():
        items = document[name]
        document[name] = {item["id"]: item for item in items}
        if len(document[name]) < len(items):
            raise UnreadableHistoryError(f"Two of the {name} share an id.")
    return document


def _close(document: Document) -> Plan:
    if "deal" not in document:
        raise UnreadableHistoryError("A history begins with the event that opens the deal.")
    for name in COLLECTIONS.values():
        document[name] = list(document[name].values())
    return _validated(document)


def _validated(document: Mapping[str, object]) -> Plan:
    try:
        return Plan.model_validate(document)
    except ValidationError as error:
        raise UnreadableHistoryError(f"The events make no valid plan: {error}") from error
