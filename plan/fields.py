"""Which fields edits may set, and how their values are read and written."""

from collections.abc import Mapping
from functools import cache
from reprlib import repr as brief
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from plan.edits import Values
from plan.errors import RefusedError
from plan.models import MODELS, Deal, Frozen, Plan
from plan.values import Entity

UNSETTABLE = {"id", "version", "deal", "as_of", "last_engaged"}
"""Identity, what the fold counts, and engagement, which is observed and never edited."""


@cache
def settable(entity: Entity) -> dict[str, FieldInfo]:
    """The fields of an entity that an edit may set, by name."""
    if entity == "plan":
        return {"objective": Plan.model_fields["objective"]}
    model: type[Frozen] = Deal if entity == "deal" else MODELS[entity]
    return {name: info for name, info in model.model_fields.items() if name not in UNSETTABLE}


@cache
def required(entity: Entity) -> frozenset[str]:
    """The fields that an `add` of this entity must set."""
    return frozenset(name for name, info in settable(entity).items() if info.is_required())


def normalise(entity: Entity, values: Mapping[str, object]) -> Values:
    """Values in wire form, checked one by one against the entity's fields.

    Raises:
        RefusedError: A field the entity does not have, or a value outside its list or form.
    """
    return {name: _wire(entity, name, value) for name, value in values.items()}


def current(plan: Plan, entity: Entity, item_id: str) -> Values | None:
    """All settable values of one entity as it stands, in wire form; None if it is not there."""
    thing = _thing(plan, entity, item_id)
    if thing is None:
        return None
    return thing.model_dump(mode="json", include=set(settable(entity)))


def _thing(plan: Plan, entity: Entity, item_id: str) -> Frozen | None:
    if entity == "deal":
        return plan.deal
    if entity == "plan":
        return plan
    return plan.find(entity, item_id)


def _wire(entity: Entity, name: str, value: object) -> Any:  # noqa: ANN401 - any JSON value
    info = settable(entity).get(name)
    if info is None:
        known = ", ".join(sorted(settable(entity)))
        raise RefusedError(f"{entity} has no field `{name}` that can be set; it has {known}.")
    adapter = _adapter(entity, name)
    try:
        return adapter.dump_python(adapter.validate_python(value), mode="json")
    except ValidationError as error:
        raise RefusedError(_explain(entity, name, value, info, error)) from None


@cache
def _adapter(entity: Entity, name: str) -> TypeAdapter[Any]:
    info = settable(entity)[name]
    annotation: Any = info.annotation
    return TypeAdapter(Annotated[annotation, *info.metadata] if info.metadata else annotation)


def _explain(
    entity: Entity, name: str, value: object, info: FieldInfo, error: ValidationError
) -> str:
    return f"{entity}.{name} cannot be {brief(value)}: {_reason(info, error)}."


def _reason(info: FieldInfo, error: ValidationError) -> str:
    allowed = _choices(info.annotation)
    if allowed:
        return f"it must be one of {', '.join(allowed)}"
    message = error.errors()[0]["msg"]
    own = message.removeprefix("Value error, ")
    return f"it must be {own}" if own != message else message[0].lower() + message[1:]


def _choices(annotation: object) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for part in get_args(annotation) if (found := _choices(part))), ())


def holds_many(entity: Entity, field: str) -> bool:
    """Whether a field holds a list."""
    info = settable(entity).get(field)
    return info is not None and get_origin(info.annotation) is tuple
