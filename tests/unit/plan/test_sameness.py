"""When something to be added is there already under other words."""

import pytest

from plan.edits import Edit
from plan.models import Plan
from plan.sameness import same_item, same_thing
from plan.values import Entity


def same(plan: Plan, entity: Entity, **values: object) -> str | None:
    edit = Edit.model_validate({"op": "add", "entity": entity, "id": "new", "set": values})
    item = same_item(edit, plan)
    return item.id if item else None


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Send the SOC 2 Type II report", "send-soc2"),
        ("send SOC 2 type II report", "send-soc2"),
        ("Send your SOC 2 Type II report to the", "send-soc2"),
        ("Send SOC 2 report of Type II again", "send-soc2"),
        ("Send the SOC 2 report", None),
        ("Send the ISO 27001 report", None),
        ("Report", None),
        ("the of and", None),
    ],
)
def test_an_action_is_the_same_by_most_words_of_its_title(
    acme: Plan, title: str, found: str | None
) -> None:
    assert same(acme, "action", title=title) == found


def test_three_words_of_four_are_most(acme: Plan) -> None:
    outcome = acme.outcomes[0].model_copy(update={"metric": "picking errors per day"})
    plan = acme.model_copy(update={"outcomes": (outcome,)})
    assert same(plan, "outcome", metric="picking errors day") == "pick-errors"
    assert same(plan, "outcome", metric="errors per") is None


def test_words_are_compared_within_one_kind(acme: Plan) -> None:
    assert same(acme, "milestone", title="Send the SOC 2 Type II report") is None
    assert same(acme, "outcome", metric="Picking errors") == "pick-errors"
    assert same(acme, "milestone", title="Security review passed") == "security-review"


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_work_that_is_over_is_not_work_newly_promised(acme: Plan, status: str) -> None:
    action = acme.actions[0].model_copy(update={"status": status})
    plan = acme.model_copy(update={"actions": (action,)})
    assert same(plan, "action", title=action.title) is None


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_a_milestone_that_is_over_is_not_one_newly_agreed(acme: Plan, status: str) -> None:
    milestone = acme.milestones[0].model_copy(update={"status": status})
    plan = acme.model_copy(update={"milestones": (milestone,)})
    assert same(plan, "milestone", title=milestone.title) is None


def test_titles_without_a_word_of_content_are_not_the_same(acme: Plan) -> None:
    action = acme.actions[0].model_copy(update={"title": "On to the"})
    plan = acme.model_copy(update={"actions": (action,)})
    assert same(plan, "action", title="On to the") is None


@pytest.mark.parametrize("status", ["planned", "in_progress", "blocked"])
def test_a_milestone_that_is_not_over_is_the_same(acme: Plan, status: str) -> None:
    milestone = acme.milestones[0].model_copy(update={"status": status})
    plan = acme.model_copy(update={"milestones": (milestone,)})
    assert same(plan, "milestone", title="Pilot in hall 2") == "pilot"


@pytest.mark.parametrize(
    ("person", "found"),
    [
        ({"name": "Priya Raman"}, "priya-raman"),
        ({"name": "Dr. RAMAN, Priya"}, "priya-raman"),
        ({"name": "Priya"}, None),
        ({"name": "P. R.", "email": "PRIYA@acme.example"}, "priya-raman"),
        ({"name": "Sam Lee", "email": "sam@acme.example"}, None),
        ({"name": "Dr.", "title": "Priya Raman"}, None),
        ({}, None),
    ],
)
def test_a_person_is_the_same_by_address_or_by_the_whole_name(
    acme: Plan, person: dict[str, str], found: str | None
) -> None:
    priya = acme.stakeholders[0].model_copy(update={"email": "priya@acme.example"})
    others = (acme.stakeholders[1].model_copy(update={"name": "Mr"}), acme.stakeholders[3])
    plan = acme.model_copy(update={"stakeholders": (priya, *others)})
    assert same(plan, "stakeholder", **person) == found


@pytest.mark.parametrize(
    ("entity", "field", "one", "other", "alike"),
    [
        ("action", "title", "Send the SOC 2 report", "send SOC 2 report", True),
        ("action", "title", "Send the SOC 2 report", "Send the pen test", False),
        ("stakeholder", "name", "Priya Raman", "Raman, Dr. Priya", True),
        ("stakeholder", "name", "Priya Raman", "Priya", False),
        ("stakeholder", "name", "Dr.", "Mr", False),
    ],
)
def test_two_additions_mean_the_same_by_their_names(
    entity: Entity, field: str, one: str, other: str, *, alike: bool
) -> None:
    first, second = (
        Edit(op="add", entity=entity, id=item_id, set={field: name})
        for item_id, name in (("a", one), ("b", other))
    )
    assert same_thing(first, second) == same_thing(second, first) == alike
