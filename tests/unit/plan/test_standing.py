"""Open proposals keep step with the plan: dropped, stale or as they were, never silently wrong."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from plan.checks import objections
from plan.decide import decide
from plan.edits import Edit, Values, content_hash
from plan.errors import RefusedError
from plan.events import Stamp
from plan.models import Plan
from plan.proposals import Proposal
from plan.standing import OPEN, later, restand, shared_fields, stand, without
from plan.values import ProposalStatus
from tests.strategies.plans import STAMPS, History, applied, edits, histories, patient, plans, wire

AT = datetime(2026, 3, 3, 9, tzinfo=UTC)


def proposal(plan: Plan, edit: Edit, **changes: object) -> Proposal:
    """An open proposal of an edit, as it is published on that plan."""
    now = wire(plan, edit.entity, edit.id) if edit.op == "update" else {}
    before: Values = {field: now[field] for field in edit.set if field in now}
    content: dict[str, object] = {
        "id": "acme-wms.p1",
        "deal": "acme-wms",
        "number": 1,
        "occurred_at": AT,
        "source_number": 1,
        "edit": edit,
        "before": before,
        "hash": content_hash(edit, before),
        "created_at": AT,
    }
    return Proposal.model_validate(content | changes)


def moved(plan: Plan, item_id: str, **values: str) -> Plan:
    return applied(plan, update(item_id, **values))


def update(item_id: str, *, entity: str = "milestone", **values: object) -> Edit:
    return Edit.model_validate({"op": "update", "entity": entity, "id": item_id, "set": values})


@pytest.fixture
def asked(acme: Plan) -> Proposal:
    """To move the signature to 12 June and give it to Dan."""
    return proposal(acme, update("signature", due="2026-06-12", owner="dan-cole"))


def test_a_proposal_stands_while_its_fields_are_as_they_were(acme: Plan, asked: Proposal) -> None:
    assert stand(asked, acme) == asked
    assert stand(asked, moved(acme, "pilot", due="2026-06-12")) == asked
    assert stand(asked, moved(acme, "signature", title="Contract signed by both")) == asked


def test_a_field_that_got_the_proposed_value_is_dropped(acme: Plan, asked: Proposal) -> None:
    plan = moved(acme, "signature", due="2026-06-12")
    left = stand(asked, plan)
    assert left.status == "pending"
    assert (left.edit.set, left.before) == ({"owner": "dan-cole"}, {"owner": None})
    assert left.hash == content_hash(left.edit, left.before) != asked.hash


def test_a_field_that_got_another_value_makes_it_stale_and_shows_both(
    acme: Plan, asked: Proposal
) -> None:
    stale = stand(asked, moved(acme, "signature", due="2026-06-30"))
    assert stale.status == "stale"
    assert stale.edit == asked.edit
    assert stale.before == {"due": "2026-06-30", "owner": None}
    assert stale.hash == content_hash(stale.edit, stale.before) != asked.hash


@pytest.mark.parametrize(
    ("field", "wanted", "other"),
    [
        ("owner", "dan-cole", "tom-vance"),
        ("depends_on", [], ["pilot"]),
        ("depends_on", ["pilot", "security-review"], []),
        ("status", "done", "blocked"),
        ("title", "Signed", "Contract signed by both"),
    ],
)
def test_every_field_counts(acme: Plan, field: str, wanted: JsonValue, other: JsonValue) -> None:
    one, another = (
        Edit(op="update", entity="milestone", id="signature", set={field: value})
        for value in (wanted, other)
    )
    asked = proposal(acme, one)
    stale = stand(asked, applied(acme, another))
    assert (stale.status, stale.before) == ("stale", {field: other})
    assert stand(asked, applied(acme, one)).status == "superseded"


def test_with_every_field_as_proposed_it_is_superseded(acme: Plan, asked: Proposal) -> None:
    gone = stand(asked, moved(acme, "signature", due="2026-06-12", owner="dan-cole"))
    assert gone.status == "superseded"
    assert gone.warnings == ("The plan already says so.",)
    assert (gone.edit, gone.before, gone.hash) == (asked.edit, asked.before, asked.hash)


def test_what_is_stale_stays_stale_until_somebody_looks(acme: Plan, asked: Proposal) -> None:
    stale = stand(asked, moved(acme, "signature", due="2026-06-30"))
    back = stand(stale, acme)
    assert back.status == "stale"
    assert (back.before, back.hash) == (asked.before, asked.hash)
    assert stand(stale, moved(acme, "pilot", due="2026-06-30")).status == "stale"


def test_an_update_of_a_new_thing_waits_unchanged_for_its_addition(acme: Plan) -> None:
    # It was read against the plan as it would be, and any other change used to turn it stale.
    addition = Edit(
        op="add", entity="milestone", id="dpa", set={"title": "DPA", "due": "2026-04-01"}
    )
    supposed = applied(acme, addition)
    waiting = proposal(supposed, update("dpa", due="2026-04-20"))
    assert waiting.before == {"due": "2026-04-01"}
    assert stand(waiting, moved(acme, "pilot", due="2026-04-01")) == waiting
    assert stand(waiting, supposed) == waiting
    assert stand(waiting, moved(supposed, "dpa", due="2026-04-09")).status == "stale"


def test_clearing_a_field_of_what_is_not_there_is_not_done_already(acme: Plan) -> None:
    waiting = proposal(acme, update("dpa", due=None))
    assert stand(waiting, acme) == waiting


def test_an_addition_stands_whatever_happens(acme: Plan) -> None:
    edit = Edit(op="add", entity="action", id="send-soc2", set={"title": "Send it"})
    assert stand(proposal(acme, edit), acme) == proposal(acme, edit)


@patient
@given(histories(longest=4), st.data())
def test_what_stands_is_true_of_the_plan_and_can_be_decided(
    history: History, data: st.DataObject
) -> None:
    first = history.plans[0]
    one = data.draw(edits(first).map(lambda edit: proposal(first, edit)))
    for plan in history.plans:
        one = stand(one, plan)
        now = wire(plan, one.edit.entity, one.edit.id)
        if one.status == "superseded":
            assert all(now[field] == value for field, value in one.edit.set.items())
            return
        assert one.hash == content_hash(one.edit, one.before)
        assert stand(one, plan) == one
        if one.edit.op == "update":
            assert one.before == {field: now[field] for field in one.edit.set}
            assert not any(now[field] == value for field, value in one.edit.set.items())
        _decidable(plan, one, data.draw(STAMPS))


def _decidable(plan: Plan, one: Proposal, stamp: Stamp) -> None:
    """Approving gives exactly what is shown, or is refused for what the plan lost or closed."""
    refusals = objections(plan, one.edit)
    if refusals:
        assert "no field" not in " ".join(refusals)
        with pytest.raises(RefusedError, match=re.escape(refusals[0])):
            decide(plan, one.edit, stamp)
    else:
        event = decide(plan, one.edit, stamp)
        assert (event.before, event.after) == (one.before, one.edit.set)


@patient
@given(histories(longest=4), st.data())
def test_a_proposal_is_stale_exactly_when_a_field_it_would_set_moved(
    history: History, data: st.DataObject
) -> None:
    first, last = history.plans[0], history.plans[-1]
    asked = data.draw(edits(first).map(lambda edit: proposal(first, edit)))
    if asked.edit.op == "update":
        now = wire(last, asked.edit.entity, asked.edit.id)
        left = {field for field, value in asked.edit.set.items() if now[field] != value}
        moved_on = any(now[field] != asked.before[field] for field in left)
        expected = ("stale" if moved_on else "pending") if left else "superseded"
        assert stand(asked, last).status == expected
        assert set(stand(asked, last).edit.set) == (left or set(asked.edit.set))


def test_only_what_is_open_and_moved_is_given_back(acme: Plan, asked: Proposal) -> None:
    plan = moved(acme, "signature", due="2026-06-30")
    untouched = proposal(acme, update("pilot", status="done"), id="acme-wms.p2", number=2)
    states: tuple[ProposalStatus, ...] = ("approved", "rejected", "superseded", "withdrawn")
    closed = [asked.model_copy(update={"status": status}) for status in states]
    assert restand([untouched, asked, *closed], plan) == (stand(asked, plan),)
    assert OPEN == ("pending", "stale")


def test_a_stale_proposal_keeps_step_too(acme: Plan, asked: Proposal) -> None:
    plan = moved(acme, "signature", due="2026-06-30")
    stale = stand(asked, plan)
    assert restand([stale], plan) == ()
    (moved_on,) = restand([stale], moved(plan, "signature", due="2026-07-01"))
    assert moved_on.before["due"] == "2026-07-01"


def test_later_words_are_those_said_later_then_those_that_arrived_later(asked: Proposal) -> None:
    tomorrow = asked.model_copy(update={"occurred_at": AT + timedelta(days=1), "source_number": 0})
    arrived = asked.model_copy(update={"source_number": 2})
    assert later(tomorrow, asked)
    assert later(tomorrow, arrived)
    assert later(arrived, asked)
    assert not later(asked, arrived)
    assert not later(asked, asked)


def test_two_edits_share_fields_only_of_the_same_thing() -> None:
    one = update("pilot", due="2026-04-01", owner="dan-cole")
    assert shared_fields(one, update("pilot", due="2026-05-01", title="Pilot")) == {"due"}
    assert shared_fields(one, update("signature", due="2026-04-01")) == frozenset()
    assert shared_fields(one, update("pilot", entity="action", due="2026-04-01")) == frozenset()


def test_what_newer_words_leave_over_is_named_anew(asked: Proposal) -> None:
    rest = without(asked, {"due", "title"})
    assert rest is not None
    assert (rest.edit.set, rest.before) == ({"owner": "dan-cole"}, {"owner": None})
    assert rest.hash == content_hash(rest.edit, rest.before)
    assert rest.status == "pending"
    assert without(asked, {"due", "owner"}) is None


@patient
@given(st.data())
def test_what_is_left_over_and_what_was_taken_make_the_whole(data: st.DataObject) -> None:
    plan = data.draw(plans(largest=4))
    asked = data.draw(edits(plan).map(lambda edit: proposal(plan, edit)))
    taken = data.draw(st.sets(st.sampled_from(sorted(asked.edit.set))))
    rest = without(asked, taken)
    kept = rest.edit.set if rest else {}
    assert kept.keys() == asked.edit.set.keys() - taken
    assert all(asked.edit.set[field] == value for field, value in kept.items())
