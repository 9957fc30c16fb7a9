"""Where edits name other things, and how those names are changed."""

from hypothesis import given
from hypothesis import strategies as st

from plan.edits import Edit, Values
from plan.models import COLLECTIONS
from plan.references import REFERENCES, as_ids, referred, renamed
from tests.strategies.plans import edits, patient, plans

MILESTONE = Edit(
    op="update",
    entity="milestone",
    id="signature",
    set={"title": "pilot", "owner": "dan-cole", "depends_on": ["pilot", "dpa"], "outcomes": []},
)


def test_what_an_edit_refers_to_is_told_with_its_kind() -> None:
    assert referred(MILESTONE) == (
        ("owner", "stakeholder", "dan-cole"),
        ("depends_on", "milestone", "pilot"),
        ("depends_on", "milestone", "dpa"),
    )


def test_the_owner_of_a_deal_is_a_user_and_no_person_of_it() -> None:
    assert referred(Edit(op="update", entity="deal", id="deal", set={"owner": "kim"})) == ()


def test_an_old_id_is_replaced_wherever_it_is_a_reference() -> None:
    new = renamed(MILESTONE.set, "milestone", {"pilot": "pilot-2", "dan-cole": "dan", "x": "y"})
    assert new == {
        "title": "pilot",
        "owner": "dan",
        "depends_on": ["pilot-2", "dpa"],
        "outcomes": [],
    }
    assert MILESTONE.set["depends_on"] == ["pilot", "dpa"]


def test_a_field_that_is_a_reference_elsewhere_stays_as_it_is() -> None:
    values: Values = {"owner": "dan-cole"}
    assert renamed(values, "deal", {"dan-cole": "dan"}) == values


def test_a_reference_holds_one_id_several_or_none() -> None:
    assert as_ids("pilot") == ["pilot"]
    assert as_ids(["pilot", "dpa"]) == ["pilot", "dpa"]
    assert as_ids(None) == as_ids([]) == as_ids(7) == []
    assert as_ids(["pilot", 7, None]) == ["pilot"]


def test_every_reference_is_of_a_field_to_a_collection() -> None:
    for (entity, field), kind in REFERENCES.items():
        assert {entity, kind} <= COLLECTIONS.keys()
        assert field in ("owner", "depends_on", "outcomes", "milestone", "reports_to")


@patient
@given(st.data())
def test_renaming_there_and_back_changes_nothing(data: st.DataObject) -> None:
    edit = data.draw(plans(largest=5).flatmap(edits))
    names = {item_id: f"{item_id}-new" for _, _, item_id in referred(edit)}
    there = renamed(edit.set, edit.entity, names)
    assert renamed(there, edit.entity, {new: old for old, new in names.items()}) == edit.set
    new = [item_id for _, _, item_id in referred(edit.model_copy(update={"set": there}))]
    assert new == [names[item_id] for _, _, item_id in referred(edit)]
