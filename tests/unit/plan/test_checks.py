"""Every rule refuses in plain words that say what is wrong and where."""

import pytest

from plan.checks import objections
from plan.decide import decide
from plan.edits import Edit
from plan.errors import RefusedError
from plan.events import Stamp
from plan.models import Plan
from plan.values import Entity, Op


def case(op: Op, entity: Entity, item_id: str, **values: object) -> Edit:
    return Edit.model_validate({"op": op, "entity": entity, "id": item_id, "set": values})


CASES: dict[str, tuple[Edit, str]] = {
    "an id that is not there": (
        case("update", "milestone", "legal-review", status="done"),
        "There is no milestone `legal-review` in acme-wms to update.",
    ),
    "an id of another kind": (
        case("update", "action", "pilot", status="done"),
        "There is no action `pilot` in acme-wms to update.",
    ),
    "another deal": (
        case("update", "deal", "globex", stage="closed_won"),
        "There is no deal `globex` in acme-wms to update.",
    ),
    "another plan": (
        case("update", "plan", "acme-wms", objective="Win"),
        "There is no plan `acme-wms` in acme-wms to update.",
    ),
    "a second deal": (
        case("add", "deal", "deal", name="Other", account="Acme", seller="Northwind"),
        "A deal has one deal; update it instead of adding another.",
    ),
    "a second plan": (
        case("add", "plan", "plan", objective="Win"),
        "A deal has one plan; update it instead of adding another.",
    ),
    "an id that is taken": (
        case("add", "milestone", "pilot", title="Another pilot"),
        "The id `pilot` is taken in acme-wms; choose another.",
    ),
    "an id that is taken by another kind": (
        case("add", "action", "dan-cole", title="Call Dan"),
        "The id `dan-cole` is taken in acme-wms; choose another.",
    ),
    "the same thing again": (
        case("add", "milestone", "pilot", title="Pilot in hall 2"),
        "The id `pilot` is taken in acme-wms; choose another.",
    ),
    "an id that is none": (
        case("add", "action", "Call Dan!", title="Call Dan"),
        "'Call Dan!' is no id: use up to 80 of a-z, 0-9 and single hyphens between.",
    ),
    "no id at all": (
        case("add", "action", "", title="Call Dan"),
        "'' is no id: use up to 80 of a-z, 0-9 and single hyphens between.",
    ),
    "nothing to set": (
        case("update", "milestone", "pilot"),
        "The edit of milestone `pilot` sets no field.",
    ),
    "a new thing that sets nothing": (
        case("add", "action", "call-dan"),
        "The edit of action `call-dan` sets no field.",
    ),
    "a person without name and side": (
        case("add", "stakeholder", "kim", title="CIO"),
        "A new stakeholder needs name, side.",
    ),
    "nothing new": (
        case("update", "milestone", "pilot", title="Pilot in hall 2", due="2026-02-20"),
        "milestone `pilot` already says that; nothing to change.",
    ),
    "due before the plan": (
        case("update", "milestone", "signature", due="2026-03-01"),
        "Due 2026-03-01 is before 2026-03-02, the day this plan begins; set a later date.",
    ),
    "an action due before the plan": (
        case("add", "action", "call-dan", title="Call Dan", due="2025-12-24"),
        "Due 2025-12-24 is before 2026-03-02, the day this plan begins; set a later date.",
    ),
    "an outcome due before the plan": (
        case("update", "outcome", "pick-errors", due="0001-01-01"),
        "Due 0001-01-01 is before 2026-03-02, the day this plan begins; set a later date.",
    ),
    "an owner who is nobody here": (
        case("update", "milestone", "signature", owner="sam-lee"),
        "milestone.owner: there is no person `sam-lee` in acme-wms.",
    ),
    "an owner who is no person": (
        case("update", "action", "send-soc2", owner="pilot"),
        "action.owner: there is no person `pilot` in acme-wms.",
    ),
    "a boss who is nobody here": (
        case("update", "stakeholder", "tom-vance", reports_to="sam-lee"),
        "stakeholder.reports_to: there is no person `sam-lee` in acme-wms.",
    ),
    "a milestone that is none": (
        case("update", "action", "send-soc2", milestone="send-soc2"),
        "action.milestone: there is no milestone `send-soc2` in acme-wms.",
    ),
    "an outcome that is none": (
        case("update", "milestone", "pilot", outcomes=["pick-errors", "uptime"]),
        "milestone.outcomes: there is no outcome `uptime` in acme-wms.",
    ),
    "waiting for nothing known": (
        case("add", "milestone", "kickoff", title="Kick-off", depends_on=["signature", "paper"]),
        "milestone.depends_on: there is no milestone `paper` in acme-wms.",
    ),
    "waiting for itself": (
        case("update", "milestone", "pilot", depends_on=["pilot"]),
        "These milestones would wait for each other: pilot → pilot.",
    ),
    "being new and waiting for itself": (
        case("add", "milestone", "kickoff", title="Kick-off", depends_on=["kickoff"]),
        "These milestones would wait for each other: kickoff → kickoff.",
    ),
    "reporting to oneself": (
        case("update", "stakeholder", "dan-cole", reports_to="dan-cole"),
        "These people would report to each other: dan-cole → dan-cole.",
    ),
    "a value outside its list": (
        case("update", "action", "send-soc2", status="blocked"),
        "action.status cannot be 'blocked': it must be one of open, done, cancelled.",
    ),
}


@pytest.mark.parametrize(("edit", "sentence"), CASES.values(), ids=CASES.keys())
def test_a_broken_rule_is_told_in_plain_words(
    acme: Plan, stamp: Stamp, edit: Edit, sentence: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        decide(acme, edit, stamp)
    assert str(refused.value) == sentence


def test_a_longer_circle_of_milestones_is_named(acme: Plan, stamp: Stamp) -> None:
    edit = case("update", "milestone", "pilot", depends_on=["signature"])
    with pytest.raises(
        RefusedError, match="These milestones would wait for each other: "
    ) as refused:
        decide(acme, edit, stamp)
    for one in ("pilot", "security-review", "signature"):
        assert one in str(refused.value)


def test_a_longer_circle_of_people_is_named(acme: Plan, stamp: Stamp) -> None:
    edit = case("update", "stakeholder", "tom-vance", reports_to="priya-raman")
    with pytest.raises(RefusedError, match="These people would report to each other: ") as refused:
        decide(acme, edit, stamp)
    assert "priya-raman" in str(refused.value)
    assert "tom-vance" in str(refused.value)


FINE: dict[str, Edit] = {
    "due on the plan's first day": case("update", "milestone", "signature", due="2026-03-02"),
    "no due date any more": case("update", "milestone", "signature", due=None),
    "nobody owns it any more": case("update", "milestone", "pilot", owner=None),
    "waiting for nothing any more": case("update", "milestone", "signature", depends_on=[]),
    "no boss any more": case("update", "stakeholder", "priya-raman", reports_to=None),
    "another way round": case("update", "milestone", "signature", depends_on=["pilot"]),
    "closing earlier than the plan began": case("update", "deal", "deal", close_date="2026-01-01"),
    "the plan's own words": case("update", "plan", "plan", objective="Win"),
}


@pytest.mark.parametrize("edit", FINE.values(), ids=FINE.keys())
def test_what_breaks_no_rule_is_not_refused(acme: Plan, stamp: Stamp, edit: Edit) -> None:
    assert objections(acme, edit) == ()
    assert decide(acme, edit, stamp).type == "updated"


def test_every_rule_that_is_broken_is_told(acme: Plan) -> None:
    circle = ["signature"]
    edit = case("update", "milestone", "pilot", due="2026-01-01", owner="x", depends_on=circle)
    early, nobody, round_and_round = objections(acme, edit)
    assert early.startswith("Due 2026-01-01")
    assert "`x`" in nobody
    assert "wait for each other" in round_and_round
