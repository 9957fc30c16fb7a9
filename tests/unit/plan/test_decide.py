"""Deciding: an edit becomes the one event that makes it real, or nothing happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.decide import decide, decide_all, opening
from plan.edits import Edit
from plan.errors import RefusedError
from plan.events import Stamp
from plan.fold import fold
from plan.models import Milestone, Plan
from tests.strategies.broken import broken_edits
from tests.strategies.plans import STAMPS, applied, edits, patient, plans, taken, wire


@patient
@given(st.data())
def test_folding_what_was_decided_is_applying_the_edit(data: st.DataObject) -> None:
    plan = data.draw(plans())
    edit = data.draw(edits(plan))
    event = decide(plan, edit, data.draw(STAMPS))
    assert fold([event], start=plan) == applied(plan, edit)


@patient
@given(st.data())
def test_an_event_tells_what_changed_from_what_by_whom_and_on_which_words(
    data: st.DataObject,
) -> None:
    plan = data.draw(plans())
    edit = data.draw(edits(plan))
    stamp = data.draw(STAMPS)
    event = decide(plan, edit, stamp)
    was = wire(plan, edit.entity, edit.id)
    changed = {f: v for f, v in edit.set.items() if edit.op == "add" or was[f] != v}
    assert event.after == changed
    assert event.before == ({} if edit.op == "add" else {field: was[field] for field in changed})
    assert (event.at, event.actor, event.cause) == (stamp.at, stamp.actor, stamp.cause)
    assert (event.seq, event.entity, event.id) == (plan.version + 1, edit.entity, edit.id)
    assert event.type == {"add": "added", "update": "updated"}[edit.op]
    assert event.evidence == edit.evidence


@patient
@given(st.data())
def test_an_edit_that_breaks_a_rule_is_refused_in_a_sentence(data: st.DataObject) -> None:
    plan = data.draw(plans())
    edit = data.draw(broken_edits(plan))
    with pytest.raises(RefusedError) as refused:
        decide(plan, edit, data.draw(STAMPS))
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)
    assert "rror" not in str(refused.value)


@patient
@given(st.data())
def test_several_edits_are_each_decided_on_the_plan_before(data: st.DataObject) -> None:
    plan = data.draw(plans(largest=4))
    stamp = data.draw(STAMPS)
    after, asked = plan, []
    for _ in range(data.draw(st.integers(0, 3))):
        asked.append(data.draw(edits(after)))
        after = applied(after, asked[-1])
    events, led_to = decide_all(plan, asked, stamp)
    assert led_to == after
    assert fold(events, start=plan) == after
    assert [event.seq for event in events] == [plan.version + n + 1 for n in range(len(asked))]


@patient
@given(st.data())
def test_one_refusal_refuses_all(data: st.DataObject) -> None:
    plan = data.draw(plans(largest=4))
    good = data.draw(edits(plan))
    bad = data.draw(broken_edits(applied(plan, good)))
    with pytest.raises(RefusedError):
        decide_all(plan, [good, bad], data.draw(STAMPS))


def test_a_person_and_what_they_own_are_decided_together(acme: Plan, stamp: Stamp) -> None:
    person = Edit(
        op="add", entity="stakeholder", id="sam-lee", set={"name": "Sam Lee", "side": "buyer"}
    )
    action = Edit(
        op="add", entity="action", id="call", set={"title": "Call Dan", "owner": "sam-lee"}
    )
    _, plan = decide_all(acme, [person, action], stamp)
    assert plan.person("sam-lee") is not None
    with pytest.raises(RefusedError, match="there is no person `sam-lee`"):
        decide_all(acme, [action, person], stamp)


def test_values_are_brought_into_wire_form_first(acme: Plan, stamp: Stamp) -> None:
    same = Edit(op="update", entity="deal", id="deal", set={"amount": 240000.0})
    with pytest.raises(RefusedError, match="already says that"):
        decide(acme, same, stamp)
    other = Edit(
        op="update", entity="deal", id="deal", set={"amount": "2.5E5", "stage": "evaluation"}
    )
    event = decide(acme, other, stamp)
    assert (event.before, event.after) == ({"amount": "240000"}, {"amount": "250000"})


def test_what_was_due_before_the_plan_may_be_said_again_beside_a_change(
    acme: Plan, stamp: Stamp
) -> None:
    # A form sends every field of a milestone whose date lies before the day the deal was opened.
    edit = Edit(
        op="update", entity="milestone", id="pilot", set={"due": "2026-02-20", "status": "done"}
    )
    assert decide(acme, edit, stamp).after == {"status": "done"}


@pytest.mark.parametrize("item_id", ["", "Foo Bar", "é", "x" * 81])
def test_an_id_that_no_plan_can_hold_never_becomes_an_event(
    acme: Plan, stamp: Stamp, item_id: str
) -> None:
    edit = Edit(op="add", entity="action", id=item_id, set={"title": "Send it"})
    with pytest.raises(RefusedError, match="is no id"):
        decide(acme, edit, stamp)


@patient
@given(plans(), STAMPS)
def test_opening_begins_a_history_with_the_whole_plan(plan: Plan, stamp: Stamp) -> None:
    (event,) = opening(plan, stamp)
    assert (event.seq, event.type, event.entity, event.id) == (1, "opened", "plan", "plan")
    assert fold([event]) == plan.model_copy(update={"version": 1})


def test_a_plan_may_be_opened_with_what_is_already_overdue(acme: Plan, stamp: Stamp) -> None:
    assert acme.milestones[0].due is not None
    assert acme.milestones[0].due < acme.as_of
    assert len(opening(acme, stamp)) == 1


@patient
@given(st.data())
def test_no_plan_is_opened_in_which_two_things_share_an_id(data: st.DataObject) -> None:
    plan = data.draw(plans().filter(taken))
    doubled = data.draw(st.sampled_from(sorted(taken(plan))))
    milestones = (*plan.milestones, Milestone(id=doubled, title="Again"))
    with pytest.raises(RefusedError, match=f"Two things share an id: {doubled}."):
        opening(plan.model_copy(update={"milestones": milestones}), data.draw(STAMPS))


@pytest.mark.parametrize(
    ("milestone", "words"),
    [
        (Milestone(id="new", title="New", owner="nobody"), "there is no person `nobody`"),
        (Milestone(id="new", title="New", depends_on=("x",)), "there is no milestone `x`"),
        (Milestone(id="new", title="New", depends_on=("new",)), "would wait for each other"),
    ],
)
def test_no_plan_is_opened_that_contradicts_itself(
    acme: Plan, stamp: Stamp, milestone: Milestone, words: str
) -> None:
    flawed = acme.model_copy(update={"milestones": (*acme.milestones, milestone)})
    with pytest.raises(RefusedError, match=words):
        opening(flawed, stamp)
