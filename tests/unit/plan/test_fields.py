"""Which fields can be set, and the one form their values take."""

from collections.abc import Mapping
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from plan.edits import Values
from plan.errors import RefusedError
from plan.fields import current, normalise, required, settable
from plan.models import Plan
from plan.values import Entity
from tests.strategies.broken import OUTSIDE
from tests.strategies.plans import edits, patient, plans, taken, wire

ENTITIES: tuple[Entity, ...] = get_args(Entity)
JSON: st.SearchStrategy[JsonValue] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2026-03-20", "1e5", "champion", "EUR", "pilot", "yes"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


def normal(entity: Entity, field: str, value: object) -> object:
    return normalise(entity, {field: value})[field]


def normalised(entity: Entity, field: str, value: object) -> Values | None:
    """The value in wire form, None where it is refused; no other error gets out."""
    try:
        return normalise(entity, {field: value})
    except RefusedError:
        return None


@pytest.mark.parametrize(
    "amount", [240000, 240000.0, "240000", "240000.00", "2.4E5", " 240000 ", Decimal("2.4E+5")]
)
def test_one_amount_has_one_form(amount: object) -> None:
    assert normal("deal", "amount", amount) == "240000"


@pytest.mark.parametrize(
    ("entity", "field", "value", "form"),
    [
        ("outcome", "target", 0.1, "0.1"),
        ("outcome", "target", "-0.0", "0"),
        ("outcome", "target", "0.00000001", "0.00000001"),
        ("outcome", "target", 9_999_999_999_999_999, "9999999999999999"),
        ("milestone", "depends_on", ("b", "a", "b"), ["b", "a"]),
        ("stakeholder", "roles", [], []),
        ("stakeholder", "active", "no", False),
        ("action", "title", "  Send it ", "Send it"),
        ("action", "owner", None, None),
        ("plan", "objective", None, None),
    ],
)
def test_a_value_is_brought_into_wire_form(
    entity: Entity, field: str, value: object, form: object
) -> None:
    assert normal(entity, field, value) == form


@patient
@given(st.sampled_from(ENTITIES), st.data())
def test_normalising_twice_changes_nothing_and_nothing_but_refusals_escape(
    entity: Entity, data: st.DataObject
) -> None:
    field = data.draw(st.sampled_from([*settable(entity), "id", "nonsense"]))
    value = data.draw(JSON)
    once = normalised(entity, field, value)
    assert once is None or normalise(entity, once) == once


@patient
@given(st.data())
def test_values_in_wire_form_stay_as_they_are(data: st.DataObject) -> None:
    edit = data.draw(plans(largest=4).flatmap(edits))
    assert normalise(edit.entity, edit.set) == edit.set


@patient
@given(plans())
def test_what_stands_is_read_in_wire_form(plan: Plan) -> None:
    for entity in ENTITIES:
        for item_id in [item.id for item in plan.items(entity)] or [entity]:
            expected = wire(plan, entity, item_id)
            expected.pop("last_engaged", None)
            assert (current(plan, entity, item_id) or {}) == expected


@patient
@given(plans())
def test_what_is_not_there_has_no_values(plan: Plan) -> None:
    for item_id in {*taken(plan), "nobody"}:
        there = plan.find("action", item_id) is not None
        assert (current(plan, "action", item_id) is not None) == there


@pytest.mark.parametrize(("entity", "field", "value"), OUTSIDE)
def test_what_does_not_fit_a_field_is_refused(entity: Entity, field: str, value: object) -> None:
    with pytest.raises(RefusedError):
        normalise(entity, {field: value})


REFUSALS: Mapping[tuple[Entity, str, JsonValue], str] = {
    ("milestone", "status", "urgent"): (
        "milestone.status cannot be 'urgent': "
        "it must be one of planned, in_progress, blocked, done, cancelled."
    ),
    ("stakeholder", "influence", "huge"): (
        "stakeholder.influence cannot be 'huge': it must be one of high, medium, low."
    ),
    ("deal", "amount", -5): (
        "deal.amount cannot be -5: input should be greater than or equal to 0."
    ),
    ("deal", "currency", "eur"): (
        "deal.currency cannot be 'eur': string should match pattern '^[A-Z]{3}$'."
    ),
    ("deal", "time_zone", "CEST?"): (
        "deal.time_zone cannot be 'CEST?': it must be an IANA time zone such as Europe/Berlin."
    ),
    ("action", "due", "Friday"): (
        "action.due cannot be 'Friday': it must be a date such as 2026-03-20."
    ),
    ("action", "priority", "high"): (
        "action has no field `priority` that can be set; "
        "it has due, milestone, owner, shared, status, title."
    ),
    ("plan", "version", 3): "plan has no field `version` that can be set; it has objective.",
}


@pytest.mark.parametrize(("case", "sentence"), REFUSALS.items())
def test_a_refusal_says_what_would_do(case: tuple[Entity, str, JsonValue], sentence: str) -> None:
    entity, field, value = case
    with pytest.raises(RefusedError) as refused:
        normalise(entity, {field: value})
    assert str(refused.value) == sentence


def test_a_refusal_does_not_repeat_a_flood() -> None:
    with pytest.raises(RefusedError) as refused:
        normalise("action", {"title": "x" * 1_000_000})
    assert len(str(refused.value)) < 200


def test_identity_and_what_is_observed_cannot_be_set() -> None:
    known = {entity: set(settable(entity)) for entity in ENTITIES}
    assert known["plan"] == {"objective"}
    assert not any({"id", "version", "as_of", "last_engaged", "deal"} & known[one] for one in known)
    assert {"name", "email", "active", "shared"} < known["stakeholder"]


def test_a_new_thing_needs_its_name_and_a_person_a_side() -> None:
    assert required("stakeholder") == {"name", "side"}
    assert required("outcome") == {"metric"}
    assert required("milestone") == required("action") == {"title"}


def test_the_order_of_fields_is_kept() -> None:
    values: Values = {"title": "Send it", "due": "2026-03-20", "owner": "dan-cole"}
    assert list(normalise("action", values)) == ["title", "due", "owner"]
