"""Whether a matched prediction says what the gold says, field by field."""

from collections.abc import Callable, Iterator, Mapping

from pydantic import JsonValue

from evals.cases.gold import GoldEdit
from evals.judging.verdicts import FieldCheck
from evals.predictions import PredictedEdit
from plan.errors import RefusedError
from plan.fields import normalise
from plan.values import Entity

COMPARED = (
    "due",
    "owner",
    "status",
    "kind",
    "roles",
    "side",
    "sentiment",
    "active",
    "amount",
    "close_date",
    "stage",
    "target",
    "baseline",
    "actual",
    "email",
)
"""Fields that a prediction must have right (FORMAT.md); texts such as titles are not compared."""

People = Mapping[str, str]
"""The gold's id of a person, by every id and name they may be called by, names in lower case."""


def field_checks(predicted: PredictedEdit, gold: GoldEdit, people: People) -> Iterator[FieldCheck]:
    """Each compared field that the gold sets, with what was predicted for it."""
    for field in COMPARED:
        if field not in gold.set:
            continue
        expected = _value(gold.entity, field, gold.set[field], people)
        given = _value(gold.entity, field, predicted.set.get(field), people)
        same = _COMPARISONS.get(field, _equal)
        right = field in predicted.set and same(given, expected)
        yield FieldCheck(field=field, expected=expected, given=given, right=right)


def _value(entity: Entity, field: str, value: object, people: People) -> JsonValue:
    """A value in wire form, an owner by the gold's id; as it was given where it does not fit."""
    if field == "owner" and isinstance(value, str):
        value = people.get(value.casefold(), value)
    try:
        return normalise(entity, {field: value})[field]
    except RefusedError:
        return str(value)


def _equal(given: JsonValue, expected: JsonValue) -> bool:
    return given == expected


def _holds_all(given: JsonValue, expected: JsonValue) -> bool:
    """Every gold role is there."""
    if not isinstance(given, list) or not isinstance(expected, list):
        return False
    return all(role in given for role in expected)


def _same_address(given: JsonValue, expected: JsonValue) -> bool:
    return str(given).casefold() == str(expected).casefold()


_COMPARISONS: Mapping[str, Callable[[JsonValue, JsonValue], bool]] = {
    "roles": _holds_all,
    "email": _same_address,
}
