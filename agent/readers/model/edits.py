"""Answered edits as plain values: what they are of, what they set, what they name."""

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import JsonValue

from agent.readers.model.answers.edits import Change, New
from plan.references import REFERENCES, renamed
from plan.values import Entity, Op

KINDS: Mapping[str, tuple[Op, Entity]] = {
    "new_action": ("add", "action"),
    "action": ("update", "action"),
    "new_milestone": ("add", "milestone"),
    "milestone": ("update", "milestone"),
    "new_person": ("add", "stakeholder"),
    "person": ("update", "stakeholder"),
    "new_outcome": ("add", "outcome"),
    "outcome": ("update", "outcome"),
    "deal": ("update", "deal"),
    "objective": ("update", "plan"),
}
"""What each form of an edit is in the plan's own terms."""
_CALLS = ("what", "id", "clear")


class Values(NamedTuple):
    """An edit taken apart: `id` as the model wrote it, empty for deal and objective."""

    op: Op
    entity: Entity
    id: str
    set: dict[str, JsonValue]


def values(change: Change) -> Values:
    """What an edit is of and sets; what it clears is set to null."""
    told: dict[str, JsonValue] = change.model_dump(mode="json")
    op, entity = KINDS[change.what]
    emptied: dict[str, JsonValue] = dict.fromkeys(getattr(change, "clear", ()))
    kept = {k: v for k, v in told.items() if k not in _CALLS and v is not None}
    return Values(op, entity, str(told.get("id", "")), {**emptied, **kept})


def readdressed(change: Change, names: Mapping[str, str]) -> Change:
    """The edit with what it is of, and what it names, called by other ids."""
    of, entity = values(change), KINDS[change.what][1]
    pointing = renamed(
        {k: v for k, v in of.set.items() if (entity, k) in REFERENCES}, entity, names
    )
    if of.id:
        pointing["id"] = names.get(of.id, of.id)
    return change.model_copy(update=pointing)


def is_new(change: Change) -> bool:
    """Whether an edit adds something."""
    return isinstance(change, New)


def day_of(change: Change) -> str | None:
    """The day that an edit sets, if it sets one."""
    told = getattr(change, "close_date", None) or getattr(change, "due", None)
    return str(told) if told else None
