"""Edits: the exact changes that readers propose and people make."""

import json
from hashlib import sha256

from pydantic import JsonValue

from plan.models import Frozen
from plan.sources import Evidence
from plan.values import Entity, Op

Values = dict[str, JsonValue]
"""Field values in wire form: dates ISO, numbers plain decimal strings, lists as lists."""


class Edit(Frozen):
    """`add` or `update` of one entity with the fields that change, and its evidence.

    Attributes:
        id: The entity's id; for `deal` and `plan`, of which there is one, the entity's own name.
        set: The fields that change, in wire form as `plan.fields.normalise` gives it.
        evidence: The words that justify it; empty for what a person typed.
    """

    op: Op
    entity: Entity
    id: str
    set: Values
    evidence: tuple[Evidence, ...] = ()


def content_hash(edit: Edit, before: Values) -> str:
    """Name exactly what is being decided: sha256 over the canonical JSON of edit and `before`."""
    content = {**edit.model_dump(mode="json"), "before": before}
    return sha256(canonical_json(content).encode()).hexdigest()


def canonical_json(value: object) -> str:
    """JSON with sorted keys and no white space: one value, one text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
