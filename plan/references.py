"""Where one entity names another, and of what kind the other must be."""

from collections.abc import Mapping

from pydantic import JsonValue

from plan.edits import Edit, Values
from plan.values import Entity

REFERENCES: dict[tuple[Entity, str], Entity] = {
    ("milestone", "owner"): "stakeholder",
    ("milestone", "depends_on"): "milestone",
    ("milestone", "outcomes"): "outcome",
    ("action", "owner"): "stakeholder",
    ("action", "milestone"): "milestone",
    ("stakeholder", "reports_to"): "stakeholder",
}


def referred(edit: Edit) -> tuple[tuple[str, Entity, str], ...]:
    """What an edit's values refer to: field, entity and id, in the order of the fields."""
    return tuple(
        (field, REFERENCES[edit.entity, field], item_id)
        for field, value in edit.set.items()
        if (edit.entity, field) in REFERENCES
        for item_id in as_ids(value)
    )


def renamed(values: Values, entity: Entity, names: Mapping[str, str]) -> Values:
    """The values with every reference to an old id replaced by its new one."""
    return {
        field: _rename(value, names) if (entity, field) in REFERENCES else value
        for field, value in values.items()
    }


def as_ids(value: object) -> list[str]:
    """The ids a reference holds: one, several or none."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    return [value] if isinstance(value, str) else []


def _rename(value: JsonValue, names: Mapping[str, str]) -> JsonValue:
    if isinstance(value, list):
        return [names.get(item, item) for item in as_ids(value)]
    return names.get(value, value) if isinstance(value, str) else value
