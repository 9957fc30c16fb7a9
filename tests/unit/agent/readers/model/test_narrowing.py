from hypothesis import given
from pydantic import TypeAdapter

from agent.readers.model.answers import Change
from agent.readers.model.edits import values
from agent.readers.model.narrowing import narrow
from tests.unit.agent.readers.model.answering import (
    Json,
    action,
    milestone,
    new_action,
    new_person,
)
from tests.unit.agent.readers.model.hostile import changes

CHANGE: TypeAdapter[Change] = TypeAdapter(Change)


def narrowed(drafted: Json, correction: Json) -> tuple[str, str, Json] | None:
    left = narrow(CHANGE.validate_python(drafted), CHANGE.validate_python(correction))
    return None if left is None else (values(left).op, values(left).id, values(left).set)


def test_values_and_the_item_meant_can_be_put_right() -> None:
    left = narrowed(milestone(due="2025-09-08"), milestone("m2", due="2025-09-09"))
    assert left == ("update", "m2", {"due": "2025-09-09"})


def test_a_field_that_was_not_drafted_is_left_out() -> None:
    wider = milestone(due="2025-09-09", status="blocked", clear=["owner"])
    assert narrowed(milestone(due="2025-09-08"), wider) == ("update", "m1", {"due": "2025-09-09"})
    assert narrowed(milestone(due="2025-09-08"), milestone(status="blocked")) is None


def test_another_kind_of_thing_is_no_correction() -> None:
    assert narrowed(milestone(due="2025-09-08"), action(due="2025-09-08")) is None


def test_a_change_never_becomes_an_addition() -> None:
    assert narrowed(action(due="2025-09-08"), new_action("Send it", due="2025-09-08")) is None


def test_an_addition_that_is_there_already_becomes_a_change_of_it() -> None:
    new = new_action("Send the order form", due="2025-09-15", owner="p1")
    there = action("a1", due="2025-09-15", status="done")
    assert narrowed(new, there) == ("update", "a1", {"due": "2025-09-15"})


def test_an_item_found_there_keeps_its_own_name() -> None:
    new = new_person("F. Bos", title="Master")
    again = {**new_person("Femke Bos"), "what": "person", "id": "p2", "active": None}
    again |= {"title": "Harbour Master"}
    del again["name"], again["side"]
    assert narrowed(new, again) == ("update", "p2", {"title": "Harbour Master"})


def test_an_addition_described_anew_keeps_the_name_others_call_it_by() -> None:
    left = narrowed(new_action("Send it", "n4"), new_action("Send the form", "n1", owner="p1"))
    assert left == ("add", "n4", {"title": "Send the form", "owner": "p1"})


@given(drafted=changes(), correction=changes())
def test_nothing_is_added_by_checking(drafted: Json, correction: Json) -> None:
    was = values(CHANGE.validate_python(drafted))
    left = narrow(CHANGE.validate_python(drafted), CHANGE.validate_python(correction))
    if left is not None:
        now = values(left)
        assert now.entity == was.entity
        assert (was.op, now.op) != ("update", "add")
        assert now.op == "add" or now.set.keys() <= was.set.keys()
        assert now.op == "update" or now.id == was.id
        assert now.set
