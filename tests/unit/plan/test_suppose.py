"""The plan as proposals would make it, where they can be made."""

from hypothesis import given
from hypothesis import strategies as st

from plan.edits import Edit
from plan.models import Plan
from plan.suppose import suppose
from tests.strategies.broken import broken_edits
from tests.strategies.plans import applied, edits, patient, plans

SAM = Edit(op="add", entity="stakeholder", id="sam-lee", set={"name": "Sam Lee", "side": "buyer"})
CALL = Edit(op="add", entity="action", id="call", set={"title": "Call Dan", "owner": "sam-lee"})


def unversioned(plan: Plan) -> Plan:
    return plan.model_copy(update={"version": 0})


@patient
@given(st.data())
def test_edits_that_can_be_made_are_made(data: st.DataObject) -> None:
    plan = data.draw(plans())
    edit = data.draw(edits(plan))
    assert suppose(plan, [edit]) == applied(plan, edit)


@patient
@given(st.data())
def test_edits_that_are_refused_change_nothing(data: st.DataObject) -> None:
    plan = data.draw(plans())
    edit = data.draw(edits(plan))
    broken = data.draw(broken_edits(plan))
    assert suppose(plan, [broken]) == plan
    assert suppose(applied(plan, edit), []) == applied(plan, edit)


def test_what_others_refer_to_may_come_after_them(acme: Plan) -> None:
    plan = suppose(acme, [CALL, SAM])
    assert unversioned(plan) == unversioned(suppose(acme, [SAM, CALL]))
    assert plan.find("action", "call") is not None


def test_what_refers_to_nothing_is_left_out(acme: Plan) -> None:
    assert suppose(acme, [CALL]) == acme


def test_the_same_addition_twice_is_made_once(acme: Plan) -> None:
    assert suppose(acme, [SAM, SAM]) == applied(acme, SAM)
