"""What makes an edit refused: one check a rule, each answering with a sentence or nothing.

A check sees the plan as it is and an edit whose values are already in wire form.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pydantic import TypeAdapter, ValidationError

from plan.edits import Edit
from plan.fields import required
from plan.models import COLLECTIONS, Id, Plan
from plan.references import as_ids, referred
from plan.schedule import dependencies, find_cycle
from plan.values import Entity

Check = Callable[[Plan, Edit], str | None]
_IDS: TypeAdapter[str] = TypeAdapter(Id)


def has_a_proper_id(_: Plan, edit: Edit) -> str | None:
    """An added thing's id is one that the plan can hold."""
    if edit.op == "update":
        return None
    try:
        _IDS.validate_python(edit.id)
    except ValidationError:
        return f"{edit.id[:81]!r} is no id: use up to 80 of a-z, 0-9 and single hyphens between."
    return None


def target_exists(plan: Plan, edit: Edit) -> str | None:
    """An update is of something that is there."""
    known = (
        plan.find(edit.entity, edit.id) if edit.entity in COLLECTIONS else edit.id == edit.entity
    )
    if edit.op == "add" or known:
        return None
    return f"There is no {edit.entity} `{edit.id}` in {plan.deal.id} to update."


def target_is_new(plan: Plan, edit: Edit) -> str | None:
    """An add is of something that is not there; the deal and its plan are there from the start."""
    if edit.op == "update":
        return None
    if edit.entity not in COLLECTIONS:
        return f"A deal has one {edit.entity}; update it instead of adding another."
    if any(plan.find(entity, edit.id) for entity in COLLECTIONS):
        return f"The id `{edit.id}` is taken in {plan.deal.id}; choose another."
    return None


def says_what_it_must(_: Plan, edit: Edit) -> str | None:
    """An add sets every field that its entity cannot be without."""
    missing = sorted(required(edit.entity) - set(edit.set)) if edit.op == "add" else []
    return f"A new {edit.entity} needs {', '.join(missing)}." if missing else None


def changes_something(_: Plan, edit: Edit) -> str | None:
    """An edit sets at least one field."""
    return None if edit.set else f"The edit of {edit.entity} `{edit.id}` sets no field."


def not_due_before_the_plan(plan: Plan, edit: Edit) -> str | None:
    """Nothing falls due before the day the plan was opened as of."""
    due = edit.set.get("due")
    if not isinstance(due, str) or date.fromisoformat(due) >= plan.as_of:
        return None
    return f"Due {due} is before {plan.as_of}, the day this plan begins; set a later date."


def refers_to_what_is_there(plan: Plan, edit: Edit) -> str | None:
    """Owners are people of the deal; milestones, outcomes and dependencies are of this plan."""

    def there(entity: Entity, item_id: str) -> bool:
        return (entity, item_id) == (edit.entity, edit.id) or bool(plan.find(entity, item_id))

    return dangling(edit, there, plan.deal.id)


def dangling(edit: Edit, there: Callable[[Entity, str], bool], deal: str) -> str | None:
    """The first reference of an edit to what is not there."""
    for field, entity, item_id in referred(edit):
        if not there(entity, item_id):
            kind = "person" if entity == "stakeholder" else entity
            return f"{edit.entity}.{field}: there is no {kind} `{item_id}` in {deal}."
    return None


def makes_no_circle(plan: Plan, edit: Edit) -> str | None:
    """Milestones do not wait for each other in a circle."""
    if edit.entity != "milestone" or "depends_on" not in edit.set:
        return None
    return circle_of_milestones(
        dependencies(plan) | {edit.id: tuple(as_ids(edit.set["depends_on"]))}
    )


def circle_of_milestones(depends: Mapping[str, Sequence[str]]) -> str | None:
    """What to say where milestones wait for each other."""
    cycle = find_cycle(depends)
    return f"These milestones would wait for each other: {' → '.join(cycle)}." if cycle else None


def reports_to_no_circle(plan: Plan, edit: Edit) -> str | None:
    """Nobody reports to themselves, however many steps away."""
    if edit.entity != "stakeholder" or not edit.set.get("reports_to"):
        return None
    return circle_of_people(reporting(plan) | {edit.id: as_ids(edit.set["reports_to"])})


def circle_of_people(reports: Mapping[str, Sequence[str]]) -> str | None:
    """What to say where people report to each other."""
    cycle = find_cycle(reports)
    return f"These people would report to each other: {' → '.join(cycle)}." if cycle else None


def reporting(plan: Plan) -> dict[str, Sequence[str]]:
    """Each person's id with whom they report to."""
    return {one.id: as_ids(one.reports_to) for one in plan.stakeholders}


CHECKS: tuple[Check, ...] = (
    has_a_proper_id,
    target_exists,
    target_is_new,
    changes_something,
    says_what_it_must,
    not_due_before_the_plan,
    refers_to_what_is_there,
    makes_no_circle,
    reports_to_no_circle,
)


def objections(plan: Plan, edit: Edit) -> tuple[str, ...]:
    """Every sentence that speaks against an edit; empty where nothing does."""
    return tuple(sentence for check in CHECKS if (sentence := check(plan, edit)))
