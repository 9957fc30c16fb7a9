"""Undo restores what still is as the decision left it, and tells what it left alone."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.checks import objections
from plan.decide import decide, decide_all
from plan.edits import Edit
from plan.events import Event, Stamp
from plan.fold import fold
from plan.models import COLLECTIONS, Plan
from plan.sources import Evidence
from plan.undo import undo
from tests.strategies.plans import STAMPS, additions, applied, edits, patient, plans, wire


class Step(NamedTuple):
    """A decision: the plan before it, its events, the plan after it."""

    before: Plan
    events: tuple[Event, ...]
    after: Plan


def update(entity: str, item_id: str, **values: object) -> Edit:
    return Edit.model_validate({"op": "update", "entity": entity, "id": item_id, "set": values})


def add(entity: str, item_id: str, **values: object) -> Edit:
    return Edit.model_validate({"op": "add", "entity": entity, "id": item_id, "set": values})


def step(plan: Plan, stamp: Stamp, *asked: Edit) -> Step:
    events, after = decide_all(plan, asked, stamp)
    return Step(plan, events, after)


def same_but_for_version(one: Plan, other: Plan) -> bool:
    return one.model_copy(update={"version": 0}) == other.model_copy(update={"version": 0})


@st.composite
def decisions(draw: st.DrawFn, plan: Plan, most: int = 3) -> tuple[Edit, ...]:
    """One to `most` edits, each valid after those before it."""
    asked: list[Edit] = []
    for _ in range(draw(st.integers(1, most))):
        asked.append(draw(edits(plan)))
        plan = applied(plan, asked[-1])
    return tuple(asked)


@patient
@given(st.data())
def test_what_was_just_decided_is_taken_back_whole(data: st.DataObject) -> None:
    plan = data.draw(plans())
    decision = step(plan, data.draw(STAMPS), *data.draw(decisions(plan)))
    undone = undo(decision.after, decision.events, data.draw(STAMPS))
    assert undone.notes == ()
    assert same_but_for_version(undone.plan, plan)
    assert undone.plan.version == decision.after.version + len(decision.events)
    assert fold(undone.events, start=decision.after) == undone.plan


@patient
@given(st.data())
def test_an_undo_can_be_undone(data: st.DataObject) -> None:
    plan = data.draw(plans())
    stamp = data.draw(STAMPS)
    decision = step(plan, stamp, *data.draw(decisions(plan)))
    undone = undo(decision.after, decision.events, stamp)
    again = undo(undone.plan, undone.events, stamp)
    assert again.notes == ()
    assert same_but_for_version(again.plan, decision.after)


@patient
@given(st.data())
def test_later_changes_stay_and_are_told(data: st.DataObject) -> None:
    plan = data.draw(plans())
    stamp = data.draw(STAMPS)
    edit = data.draw(edits(plan))
    decision = step(plan, stamp, edit)
    later = step(decision.after, stamp, *data.draw(decisions(decision.after)))
    undone = undo(later.after, decision.events, stamp)
    (event,) = decision.events
    now, left = (wire(one, event.entity, event.id) for one in (later.after, undone.plan))
    was = wire(plan, event.entity, event.id)
    for field, value in event.after.items():
        untouched = now[field] == value
        if event.type == "updated" and untouched and restorable(later.after, event, field):
            assert left[field] == was[field]
        elif event.type == "updated":
            assert left[field] == now[field]
            assert undone.notes
    others = {field: value for field, value in now.items() if field not in event.after}
    if left or event.type == "updated":
        assert {field: left[field] for field in others} == others
    assert rest(undone.plan, event) == rest(later.after, event)
    assert fold(undone.events, start=later.after) == undone.plan


def restorable(plan: Plan, event: Event, field: str) -> bool:
    """Whether what the field was before breaks no rule by now (a circle may have been closed)."""
    edit = update(event.entity, event.id, **{field: event.before[field]})
    return not objections(plan.model_copy(update={"as_of": plan.as_of.min}), edit)


def rest(plan: Plan, event: Event) -> object:
    """The plan without the thing an event is about."""
    kept = {
        name: [
            item for item in getattr(plan, name) if (entity, item.id) != (event.entity, event.id)
        ]
        for entity, name in COLLECTIONS.items()
    }
    deal = plan.deal if event.entity != "deal" else None
    return kept, deal, plan.objective if event.entity != "plan" else None, plan.as_of


@patient
@given(st.data())
def test_an_addition_goes_only_untouched_and_unnamed(data: st.DataObject) -> None:
    plan = data.draw(plans(largest=4))
    stamp = data.draw(STAMPS)
    decision = step(plan, stamp, data.draw(additions(plan)))
    later = step(decision.after, stamp, *data.draw(decisions(decision.after)))
    (event,) = decision.events
    undone = undo(later.after, decision.events, stamp)
    untouched = wire(later.after, event.entity, event.id) == wire(
        decision.after, event.entity, event.id
    )
    named = any(
        event.id in str(value)
        for entity in COLLECTIONS
        for item in later.after.items(entity)
        if item.id != event.id
        for value in wire(later.after, entity, item.id).values()
    )
    gone = undone.plan.find(event.entity, event.id) is None
    if gone:
        assert untouched
        assert undone.notes == ()
    elif untouched:
        assert named
        assert undone.notes


def test_the_event_of_an_undo_says_what_it_restores(acme: Plan, stamp: Stamp) -> None:
    decision = step(
        acme, stamp, update("milestone", "signature", due="2026-06-12", owner="dan-cole")
    )
    later = Stamp(at=stamp.at, actor="lee", cause="acme-wms.d2")
    (event,) = undo(decision.after, decision.events, later).events
    assert (event.type, event.entity, event.id) == ("updated", "milestone", "signature")
    assert event.before == {"due": "2026-06-12", "owner": "dan-cole"}
    assert event.after == {"due": "2026-05-29", "owner": None}
    assert (event.actor, event.cause) == ("lee", "acme-wms.d2")


def test_a_later_change_of_one_field_is_left_and_told(acme: Plan, stamp: Stamp) -> None:
    first = step(acme, stamp, update("milestone", "signature", due="2026-06-12", owner="dan-cole"))
    second = step(first.after, stamp, update("milestone", "signature", due="2026-06-30"))
    undone = undo(second.after, first.events, stamp)
    assert undone.notes == (
        "milestone signature: due was changed again later and stays 2026-06-30.",
    )
    assert undone.events[0].before == {"owner": "dan-cole"}
    assert undone.events[0].after == {"owner": None}


def test_a_new_thing_that_got_something_later_keeps_it(acme: Plan, stamp: Stamp) -> None:
    # The due date was not among the fields first set, and went with the retraction.
    first = step(acme, stamp, add("action", "call-dan", title="Call Dan"))
    second = step(first.after, stamp, update("action", "call-dan", due="2026-03-20"))
    undone = undo(second.after, first.events, stamp)
    assert undone.events == ()
    assert undone.plan == second.after
    assert undone.notes == ("action call-dan was changed later and stays.",)


def test_a_person_whom_something_names_stays(acme: Plan, stamp: Stamp) -> None:
    first = step(acme, stamp, add("stakeholder", "sam-lee", name="Sam Lee", side="buyer"))
    second = step(
        first.after,
        stamp,
        update("action", "send-soc2", owner="sam-lee"),
        update("milestone", "signature", owner="sam-lee"),
    )
    undone = undo(second.after, first.events, stamp)
    assert undone.events == ()
    assert undone.notes == ("stakeholder sam-lee stays: signature, send-soc2 refer to it.",)


@pytest.mark.parametrize("field", ["depends_on", "outcomes"])
def test_what_a_list_names_stays(acme: Plan, stamp: Stamp, field: str) -> None:
    entity = "milestone" if field == "depends_on" else "outcome"
    name = "title" if field == "depends_on" else "metric"
    first = step(acme, stamp, add(entity, "new-one", **{name: "New"}))
    second = step(first.after, stamp, update("milestone", "signature", **{field: ["new-one"]}))
    undone = undo(second.after, first.events, stamp)
    assert undone.notes == (f"{entity} new-one stays: signature refer to it.",)


def test_a_person_and_what_they_own_go_together(acme: Plan, stamp: Stamp) -> None:
    decision = step(
        acme,
        stamp,
        add("stakeholder", "sam-lee", name="Sam Lee", side="buyer"),
        add("action", "call-dan", title="Call Dan", owner="sam-lee"),
    )
    undone = undo(decision.after, decision.events, stamp)
    assert [event.type for event in undone.events] == ["retracted", "retracted"]
    assert undone.events[0].before == wire(decision.after, "action", "call-dan")
    assert same_but_for_version(undone.plan, acme)


def test_what_is_gone_is_not_taken_back_again(acme: Plan, stamp: Stamp) -> None:
    decision = step(acme, stamp, add("action", "call-dan", title="Call Dan"))
    update_it = step(decision.after, stamp, update("action", "call-dan", due="2026-03-20"))
    undone = undo(update_it.after, (*decision.events, *update_it.events), stamp)
    again = undo(undone.plan, (*decision.events, *update_it.events), stamp)
    assert again.events == ()
    assert again.notes == (
        "action call-dan is not there any more.",
        "action call-dan is already gone.",
    )


def test_what_an_undo_took_back_returns_only_where_it_still_fits(acme: Plan, stamp: Stamp) -> None:
    # A person, an action of theirs, both undone: the action alone cannot come back.
    person = step(acme, stamp, add("stakeholder", "sam-lee", name="Sam Lee", side="buyer"))
    action = step(person.after, stamp, add("action", "call-dan", title="Call", owner="sam-lee"))
    first = undo(action.after, action.events, stamp)
    second = undo(first.plan, person.events, stamp)
    again = undo(second.plan, first.events, stamp)
    assert again.events == ()
    assert again.notes == ("action.owner: there is no person `sam-lee` in acme-wms.",)


def test_what_an_undo_took_back_does_not_overwrite_what_took_its_id(
    acme: Plan, stamp: Stamp
) -> None:
    first = step(acme, stamp, add("action", "call-dan", title="Call Dan"))
    undone = undo(first.after, first.events, stamp)
    second = step(undone.plan, stamp, add("milestone", "call-dan", title="Another thing"))
    again = undo(second.after, undone.events, stamp)
    assert again.plan == second.after
    assert again.notes == ("The id `call-dan` is taken in acme-wms; choose another.",)


def test_a_field_whose_old_value_does_not_fit_any_more_stays_alone(
    acme: Plan, stamp: Stamp
) -> None:
    person = step(acme, stamp, add("stakeholder", "sam-lee", name="Sam Lee", side="buyer"))
    owned = step(person.after, stamp, update("milestone", "signature", owner="sam-lee"))
    moved = step(
        owned.after, stamp, update("milestone", "signature", owner="dan-cole", due="2026-06-12")
    )
    without_sam = undo(moved.after, person.events, stamp)
    undone = undo(without_sam.plan, moved.events, stamp)
    assert undone.notes == ("milestone.owner: there is no person `sam-lee` in acme-wms.",)
    assert undone.events[0].after == {"due": "2026-05-29"}


def test_an_undo_never_closes_a_circle(acme: Plan, stamp: Stamp) -> None:
    freed = step(acme, stamp, update("milestone", "security-review", depends_on=[]))
    turned = step(freed.after, stamp, update("milestone", "pilot", depends_on=["security-review"]))
    undone = undo(turned.after, freed.events, stamp)
    assert undone.events == ()
    assert "would wait for each other" in undone.notes[0]


def test_what_was_overdue_at_the_start_can_be_restored(acme: Plan, stamp: Stamp) -> None:
    moved = step(acme, stamp, update("milestone", "pilot", due="2026-04-01"))
    undone = undo(moved.after, moved.events, stamp)
    assert undone.events[0].after == {"due": "2026-02-20"}


def test_opening_a_deal_cannot_be_taken_back(acme: Plan, stamp: Stamp) -> None:
    event = decide(acme, update("plan", "plan", objective="Win"), stamp)
    opened = event.model_copy(update={"type": "opened"})
    undone = undo(acme, [opened], stamp)
    assert (undone.events, undone.plan) == ((), acme)
    assert undone.notes == ("Opening a deal cannot be taken back.",)


def test_a_restored_value_does_not_rest_on_the_words_of_the_one_it_replaces(
    acme: Plan, stamp: Stamp
) -> None:
    words = (Evidence(source="acme.s1", turn=1, start=0, end=4),)
    item = acme.milestones[0]
    edit = Edit(
        op="update", entity="milestone", id=item.id, set={"due": "2026-12-24"}, evidence=words
    )
    events, plan = decide_all(acme, [edit], stamp)
    (back,) = undo(plan, events, stamp).events
    assert events[0].evidence == words
    assert back.evidence == ()
