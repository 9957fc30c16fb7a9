"""What a reading found, against itself, the plan and what already waits."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.edits import Edit, content_hash
from plan.models import Plan
from plan.proposals import Proposal
from plan.readings import Finding
from plan.reconcile import reconcile
from plan.sources import Evidence
from plan.values import ProposalStatus
from tests.strategies.plans import applied, edits, patient, plans, wire

AT = datetime(2026, 3, 3, 9, tzinfo=UTC)


def said(turn: int, start: int = 0) -> Evidence:
    return Evidence(source="acme-wms.s1", turn=turn, start=start, end=start + 5)


def update(item_id: str, turn: int = 1, entity: str = "milestone", **values: object) -> Edit:
    return Edit.model_validate(
        {"op": "update", "entity": entity, "id": item_id, "set": values, "evidence": [said(turn)]}
    )


def add(item_id: str, turn: int = 1, entity: str = "action", **values: object) -> Edit:
    return update(item_id, turn, entity, **values).model_copy(update={"op": "add"})


def found(plan: Plan, edit: Edit, **changes: object) -> Finding:
    now = wire(plan, edit.entity, edit.id) if edit.op == "update" else {}
    before = {field: now[field] for field in edit.set if field in now}
    return Finding.model_validate({"edit": edit, "before": before, **changes})


def waiting(edit: Edit, status: ProposalStatus = "pending") -> Proposal:
    return Proposal(
        id="acme-wms.p1",
        deal="acme-wms",
        number=1,
        occurred_at=AT,
        edit=edit,
        hash=content_hash(edit, {}),
        status=status,
        created_at=AT,
    )


def test_what_is_new_stays_as_it_was_found(acme: Plan) -> None:
    finding = found(acme, update("signature", due="2026-06-12"), confidence=0.7, why="He said so.")
    assert reconcile([finding], acme, []) == ((finding,), ())


def test_what_the_plan_says_is_dropped_and_kept_for_inspection(acme: Plan) -> None:
    finding = found(acme, update("signature", due="2026-05-29"))
    kept, (drop,) = reconcile([finding], acme, [])
    assert kept == ()
    assert (drop.stage, drop.reason) == ("reconcile", "The plan already says so.")
    assert drop.draft == finding.model_dump(mode="json")


def test_of_what_is_partly_known_the_news_is_left(acme: Plan) -> None:
    finding = found(acme, update("signature", due="2026-05-29", owner="dan-cole"))
    ((kept,), drops) = reconcile([finding], acme, [])
    assert drops == ()
    assert (kept.edit.set, kept.before) == ({"owner": "dan-cole"}, {"owner": None})


def test_a_finding_stands_on_the_plan_as_it_now_is(acme: Plan) -> None:
    finding = found(acme, update("signature", due="2026-06-12"))
    moved = applied(acme, update("signature", due="2026-06-30"))
    ((kept,), _) = reconcile([finding], moved, [])
    assert kept.before == {"due": "2026-06-30"}


def test_what_is_not_there_any_more_is_dropped(acme: Plan) -> None:
    finding = Finding(edit=update("kickoff", due="2026-06-12"))
    (_, (drop,)) = reconcile([finding], acme, [])
    assert drop.reason == "There is no milestone `kickoff` any more."


@pytest.mark.parametrize("turned", [False, True])
def test_several_findings_of_one_thing_are_one_and_later_words_win(
    acme: Plan, *, turned: bool
) -> None:
    first = found(
        acme,
        update("signature", 2, due="2026-06-12", owner="dan-cole"),
        confidence=0.6,
        why="One.",
        warnings=("Look.",),
    )
    second = found(
        acme,
        update("signature", 9, due="2026-06-30"),
        confidence=0.9,
        why="Two.",
        warnings=("Look again.", "Look."),
    )
    order = [second, first] if turned else [first, second]
    ((kept,), drops) = reconcile(order, acme, [])
    assert drops == ()
    assert kept.edit.set == {"due": "2026-06-30", "owner": "dan-cole"}
    assert kept.edit.evidence == (said(2), said(9))
    assert kept.before == {"due": "2026-05-29", "owner": None}
    assert (kept.confidence, kept.why) == (0.6, "One. Two.")
    assert kept.warnings == ("Look.", "Look again.")


def test_later_in_one_turn_is_later_and_the_last_words_count(acme: Plan) -> None:
    early = update("signature", due="2026-06-12").model_copy(update={"evidence": (said(3, 40),)})
    late = update("signature", due="2026-06-30").model_copy(
        update={"evidence": (said(3, 50), said(1))}
    )
    ((kept,), _) = reconcile([found(acme, late), found(acme, early)], acme, [])
    assert kept.edit.set == {"due": "2026-06-30"}


def test_what_was_said_and_taken_back_leaves_nothing(acme: Plan) -> None:
    said_first = found(acme, update("signature", 2, due="2026-06-12"))
    taken_back = found(acme, update("signature", 7, due="2026-05-29"))
    assert reconcile([said_first, taken_back], acme, []).findings == ()


def test_a_new_thing_and_more_words_about_it_are_one_addition(acme: Plan) -> None:
    new = found(acme, add("call-dan", 2, title="Call Dan"))
    more = Finding(edit=update("call-dan", 5, "action", due="2026-03-20"), before={"due": None})
    for order in ([new, more], [more, new]):
        ((kept,), drops) = reconcile(order, acme, [])
        assert drops == ()
        assert (kept.edit.op, kept.before) == ("add", {})
        assert kept.edit.set == {"title": "Call Dan", "due": "2026-03-20"}


def test_things_of_one_id_and_several_kinds_are_several(acme: Plan) -> None:
    deal = found(acme, update("deal", entity="deal", amount="250000"))
    plan = found(acme, update("plan", entity="plan", objective="Win"))
    assert len(reconcile([deal, plan], acme, []).findings) == 2


def test_an_addition_of_what_is_there_changes_what_is_there(acme: Plan) -> None:
    new = found(
        acme, add("send-soc-2", title="Send SOC 2 type II report", due="2026-03-09", owner=None)
    )
    ((kept,), drops) = reconcile([new], acme, [])
    assert drops == ()
    assert (kept.edit.op, kept.edit.id) == ("update", "send-soc2")
    assert kept.edit.set == {"due": "2026-03-09", "owner": None}
    assert kept.before == {"due": "2026-03-04", "owner": "dan-cole"}


def test_other_findings_name_what_is_there_too(acme: Plan) -> None:
    person = found(acme, add("priya", entity="stakeholder", name="Raman, Priya", side="buyer"))
    action = found(acme, add("call", 2, title="Call the auditor", owner="priya"))
    outcome = found(acme, add("errors", 3, "outcome", metric="picking errors", target="0.5"))
    milestone = found(acme, update("pilot", 4, outcomes=["errors"]))
    result = reconcile([person, action, outcome, milestone], acme, [])
    (reason,) = (drop.reason for drop in result.drops)
    assert reason == "The plan already says so."
    kept = {finding.edit.id: finding.edit.set for finding in result.findings}
    assert kept == {
        "call": {"title": "Call the auditor", "owner": "priya-raman"},
        "pick-errors": {"target": "0.5"},
        "pilot": {"outcomes": ["pick-errors"]},
    }


@pytest.mark.parametrize("status", ["pending", "stale"])
def test_what_waits_already_is_not_proposed_again(acme: Plan, status: ProposalStatus) -> None:
    proposal = waiting(update("signature", due="2026-06-12"), status)
    finding = found(acme, update("signature", 4, due="2026-06-12"))
    (_, (drop,)) = reconcile([finding], acme, [proposal])
    assert drop.reason == "This is proposed already and waits for a decision."


def test_of_what_waits_partly_the_rest_is_left(acme: Plan) -> None:
    proposal = waiting(update("signature", due="2026-06-12"))
    finding = found(acme, update("signature", due="2026-06-12", owner="dan-cole"))
    ((kept,), _) = reconcile([finding], acme, [proposal])
    assert (kept.edit.set, kept.before) == ({"owner": "dan-cole"}, {"owner": None})


@pytest.mark.parametrize(
    "other",
    [
        waiting(update("signature", due="2026-06-30")),
        waiting(update("pilot", due="2026-06-12")),
        waiting(update("signature", entity="action", due="2026-06-12")),
        waiting(update("signature", due="2026-06-12"), "rejected"),
        waiting(update("signature", due="2026-06-12"), "superseded"),
        waiting(update("signature", due="2026-06-12"), "withdrawn"),
    ],
)
def test_what_waits_for_something_else_or_not_at_all_is_no_reason(
    acme: Plan, other: Proposal
) -> None:
    finding = found(acme, update("signature", due="2026-06-12"))
    assert reconcile([finding], acme, [other]).findings == (finding,)


def test_what_waits_to_be_added_counts_as_there(acme: Plan) -> None:
    pending = waiting(add("call-dan", title="Call Dan about prices", due="2026-03-09"))
    again = found(acme, add("call", title="Call Dan about prices", due="2026-03-10"))
    ((kept,), _) = reconcile([again], acme, [pending])
    assert (kept.edit.op, kept.edit.id) == ("update", "call-dan")
    assert (kept.before, kept.edit.set) == ({"due": "2026-03-09"}, {"due": "2026-03-10"})
    rejected = pending.model_copy(update={"status": "rejected"})
    assert reconcile([again], acme, [rejected]).findings == (again,)


def test_no_reading_proposes_without_end(acme: Plan) -> None:
    findings = [
        found(acme, add(f"step-{n}", n, title=f"Step {n} of {n * 7}")) for n in range(1, 61)
    ]
    result = reconcile(list(reversed(findings)), acme, [])
    assert result.findings == tuple(findings[:50])
    assert {drop.reason for drop in result.drops} == {"A reading proposes at most 50 edits."}
    assert len(result.drops) == 10


def test_words_are_no_condition(acme: Plan) -> None:
    # A chat's finding rests on no words of a source.
    finding = found(acme, update("signature", due="2026-06-12").model_copy(update={"evidence": ()}))
    assert reconcile([finding], acme, []).findings == (finding,)


@patient
@given(st.data())
def test_one_edit_a_thing_each_of_which_says_something_new(data: st.DataObject) -> None:
    plan = data.draw(plans())
    asked = data.draw(st.lists(edits(plan), max_size=4))
    findings = [
        found(plan, edit.model_copy(update={"evidence": (said(n),)}))
        for n, edit in enumerate(asked, start=1)
    ]
    result = reconcile(findings, plan, [])
    keys = [(one.edit.entity, one.edit.id) for one in result.findings]
    assert len(keys) == len(set(keys))
    for one in result.findings:
        if one.edit.op == "update":
            now = wire(plan, one.edit.entity, one.edit.id)
            assert one.edit.set
            assert one.before == {field: now[field] for field in one.edit.set}
            assert all(now[field] != value for field, value in one.edit.set.items())
    assert reconcile(list(reversed(findings)), plan, []) == result
    again = reconcile(result.findings, plan, [])
    assert sorted(again.findings, key=repr) == sorted(result.findings, key=repr)
    assert again.drops == ()


def test_what_no_rule_allows_is_dropped_with_the_rule(acme: Plan) -> None:
    nobody = found(acme, update("signature", owner="sam-lee"))
    circle = found(acme, update("pilot", 2, depends_on=["signature"]))
    fine = found(acme, update("pilot", 3, entity="milestone", status="done"))
    result = reconcile([nobody], acme, [])
    assert result.findings == ()
    assert result.drops[0].reason == "milestone.owner: there is no person `sam-lee` in acme-wms."
    (drop,) = reconcile([circle], acme, []).drops
    assert "would wait for each other" in drop.reason
    assert reconcile([fine], acme, []).findings == (fine,)


@pytest.mark.parametrize("turned", [False, True])
def test_a_new_person_and_what_they_own_are_both_kept(acme: Plan, *, turned: bool) -> None:
    person = found(acme, add("sam-lee", 1, "stakeholder", name="Sam Lee", side="buyer"))
    action = found(acme, add("call-dan", 2, title="Call Dan", owner="sam-lee"))
    result = reconcile([action, person] if turned else [person, action], acme, [])
    assert result == ((person, action), ())


def test_what_needs_an_addition_beyond_the_limit_is_dropped_with_it(acme: Plan) -> None:
    steps = [found(acme, add(f"step-{n}", n, title=f"Step {n} of {n * 7}")) for n in range(1, 51)]
    first = found(acme, update("signature", 1, owner="sam-lee"))
    person = found(acme, add("sam-lee", 99, "stakeholder", name="Sam Lee", side="buyer"))
    result = reconcile([first, *steps, person], acme, [])
    kept = {one.edit.id for one in result.findings}
    assert not {"signature", "sam-lee"} & kept
    assert len(kept) == 49


def test_more_words_about_an_addition_that_is_there_already_go_to_what_is_there(
    acme: Plan,
) -> None:
    new = found(acme, add("soc2-again", title="Send SOC 2 type II report", due="2026-03-09"))
    more = Finding(edit=update("soc2-again", 5, "action", status="done"))
    ((kept,), drops) = reconcile([new, more], acme, [])
    assert drops == ()
    assert (kept.edit.op, kept.edit.id) == ("update", "send-soc2")
    assert kept.edit.set == {"due": "2026-03-09", "status": "done"}
    assert kept.before == {"due": "2026-03-04", "status": "open"}
