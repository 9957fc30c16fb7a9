"""Edits that look right and must be refused: each breaks one rule of an otherwise valid edit."""

from collections.abc import Callable

from hypothesis import strategies as st
from pydantic import JsonValue

from plan.edits import Edit, Values
from plan.models import COLLECTIONS, Plan
from plan.references import REFERENCES
from plan.values import Entity
from tests.strategies.plans import (
    NAMING,
    additions,
    behind,
    bosses,
    edits,
    taken,
    updates,
    waits,
    wire,
)

Break = Callable[[Plan], st.SearchStrategy[Edit]]

NOWHERE = "no-such-thing"
NO_IDS = ("", "Foo Bar", "UPPER", "é", "a--b", "-a", "a-", "a\n", "x" * 81)
OUTSIDE: tuple[tuple[Entity, str, JsonValue], ...] = (
    ("deal", "stage", "won"),
    ("deal", "amount", "-1"),
    ("deal", "amount", "NaN"),
    ("deal", "amount", True),
    ("deal", "amount", "a lot"),
    ("deal", "currency", "euro"),
    ("deal", "close_date", "soon"),
    ("deal", "close_date", 86400),
    ("deal", "time_zone", "Mars/Base"),
    ("deal", "name", ""),
    ("deal", "name", None),
    ("deal", "id", "another"),
    ("plan", "objective", 7),
    ("plan", "as_of", "2026-01-01"),
    ("plan", "version", 3),
    ("stakeholder", "roles", ["boss"]),
    ("stakeholder", "roles", "champion"),
    ("stakeholder", "side", "both"),
    ("stakeholder", "last_engaged", "2026-03-03"),
    ("outcome", "target", "Infinity"),
    ("outcome", "target", "0.123456789"),
    ("milestone", "status", "urgent"),
    ("milestone", "due", "2026-02-30"),
    ("milestone", "title", "a\0b"),
    ("milestone", "depends_on", None),
    ("action", "status", "blocked"),
    ("action", "priority", "high"),
    ("action", "owner", "Dan Cole"),
)
"""Values outside their list or form, and fields that no edit sets."""


def broken_edits(plan: Plan) -> st.SearchStrategy[Edit]:
    """Edits of this plan that must be refused, each for one reason."""
    linked = plan.milestones or plan.stakeholders
    possible = [one for one in BREAKS if linked or one is not circular]
    return st.sampled_from(possible).flatmap(lambda one: one(plan))


def of_nothing(plan: Plan) -> st.SearchStrategy[Edit]:
    """Updates of what is not there."""
    gone = updates(plan).map(lambda edit: edit.model_copy(update={"id": NOWHERE}))
    wrong_kind = additions(plan).map(lambda edit: edit.model_copy(update={"op": "update"}))
    return gone | wrong_kind


def added_twice(plan: Plan) -> st.SearchStrategy[Edit]:
    """Additions under an id that something has, of whatever kind, or of a second deal."""
    second = updates(plan, ("deal", "plan")).map(lambda edit: edit.model_copy(update={"op": "add"}))
    if not taken(plan):
        return second
    ids = st.sampled_from(sorted(taken(plan)))
    return second | st.builds(_named, additions(plan), ids)


def badly_named(plan: Plan) -> st.SearchStrategy[Edit]:
    """Additions under something that is no id."""
    return st.builds(_named, additions(plan), st.sampled_from(NO_IDS))


def incomplete(plan: Plan) -> st.SearchStrategy[Edit]:
    """Additions without a name, and edits that set nothing."""
    nameless = additions(plan).map(lambda edit: _without(edit, NAMING[edit.entity]))
    empty = edits(plan).map(lambda edit: edit.model_copy(update={"set": {}}))
    return nameless | empty


def idle(plan: Plan) -> st.SearchStrategy[Edit]:
    """Updates that say again what the plan says."""
    return updates(plan).map(
        lambda edit: edit.model_copy(
            update={"set": {field: wire(plan, edit.entity, edit.id)[field] for field in edit.set}}
        )
    )


def due_too_early(plan: Plan) -> st.SearchStrategy[Edit]:
    """Things newly due before the day the plan is as of."""
    early = st.dates(max_value=plan.as_of).filter(lambda day: day < plan.as_of)
    return st.builds(
        lambda edit, day: _with(edit, {"due": day.isoformat()}),
        additions(plan, ("outcome", "milestone", "action")),
        early,
    )


def outside_their_list(plan: Plan) -> st.SearchStrategy[Edit]:
    """Additions and updates with one value that its field does not take."""

    def spoilt(case: tuple[Entity, str, JsonValue]) -> st.SearchStrategy[Edit]:
        entity, field, value = case
        base = additions if entity in COLLECTIONS else updates
        return st.builds(_with, base(plan, (entity,)), st.just({field: value}))

    return st.sampled_from(OUTSIDE).flatmap(spoilt)


def dangling(plan: Plan) -> st.SearchStrategy[Edit]:
    """References to what is not there, or is there and of another kind."""

    def loose(case: tuple[tuple[Entity, str], Entity]) -> st.SearchStrategy[Edit]:
        (entity, field), kind = case
        right = {item.id for item in plan.items(kind)}
        wrong = st.sampled_from([NOWHERE, *sorted(taken(plan) - right)])
        return st.builds(_refer, additions(plan, (entity,)), st.just(field), wrong)

    return st.sampled_from(tuple(REFERENCES.items())).flatmap(loose)


def circular(plan: Plan) -> st.SearchStrategy[Edit]:
    """Milestones that would wait for themselves, people who would report to themselves."""
    made: list[st.SearchStrategy[Edit]] = []
    for entity, field, links in (
        ("milestone", "depends_on", waits(plan)),
        ("stakeholder", "reports_to", bosses(plan)),
    ):
        for one in links:
            whom = st.sampled_from(sorted(behind(links, one)))
            edit = Edit(op="update", entity=entity, id=one, set={})
            made.append(st.builds(_refer, st.just(edit), st.just(field), whom))
    return st.one_of(made)


BREAKS: tuple[Break, ...] = (
    of_nothing,
    added_twice,
    badly_named,
    incomplete,
    idle,
    due_too_early,
    outside_their_list,
    dangling,
    circular,
)


def _named(edit: Edit, item_id: str) -> Edit:
    return edit.model_copy(update={"id": item_id})


def _with(edit: Edit, values: Values) -> Edit:
    return edit.model_copy(update={"set": {**edit.set, **values}})


def _without(edit: Edit, field: str) -> Edit:
    values = {name: value for name, value in edit.set.items() if name != field}
    return edit.model_copy(update={"set": values})


def _refer(edit: Edit, field: str, item_id: str) -> Edit:
    many = field in ("depends_on", "outcomes")
    return _with(edit, {field: [item_id] if many else item_id})
