"""What readings may find in what was said: edits that fit the plan, few enough to collide often."""

from collections.abc import Collection, Mapping

from hypothesis import strategies as st
from pydantic import JsonValue

from plan.checks import objections
from plan.edits import Edit
from plan.fields import current
from plan.ids import free_id
from plan.models import COLLECTIONS, Plan
from plan.readings import Finding
from plan.sources import Evidence
from plan.suppose import suppose
from plan.values import Entity
from tests.integration.tools.desk.acme import WORDS

Fields = Mapping[str, st.SearchStrategy[JsonValue]]

TITLES: dict[Entity, tuple[str, ...]] = {
    "stakeholder": ("Uma Berg", "Berg, Uma", "Jon Ek", "Ada Okafor"),
    "milestone": ("Sign the DPA", "DPA signed", "Pilot", "Go live"),
    "action": ("Send the list", "Send our list", "Book the room", "Send the form"),
}
"""Names that mean the same now and then, and things that are there already."""
DAYS = ("2026-03-27", "2026-04-02", "2026-04-09")


@st.composite
def findings(
    draw: st.DrawFn, plan: Plan, taken: Collection[str], source: str
) -> tuple[Finding, ...]:
    """Findings as grounding leaves them: on words of the source, adds under ids of their own.

    Each fits the plan with those before it, so they name each other and say things twice.
    """
    found: list[Finding] = []
    ids = set(taken)
    for _ in range(draw(st.integers(1, 4))):
        edit = draw(edits(plan, ids))
        if objections(plan, edit):
            continue
        edit = edit.model_copy(update={"evidence": draw(evidence(source))})
        was = current(plan, edit.entity, edit.id) or {}
        found.append(Finding(edit=edit, before={f: was[f] for f in edit.set if f in was}))
        ids.add(edit.id)
        plan = suppose(plan, (edit,))
    return tuple(found)


def edits(plan: Plan, taken: Collection[str]) -> st.SearchStrategy[Edit]:
    """Additions under a new id, and updates, some of which say what the plan says already."""
    added = st.one_of([_addition(plan, kind, taken) for kind in TITLES])
    known = [(kind, item.id) for kind in TITLES for item in plan.items(kind)]
    targets: list[tuple[Entity, str]] = [("deal", "deal"), *known]
    updated = st.sampled_from(targets).flatmap(lambda one: _update(plan, *one))
    return st.booleans().flatmap(lambda new: added if new else updated)


def evidence(source: str) -> st.SearchStrategy[tuple[Evidence, ...]]:
    """One or two spans of the words that every source of these tests holds."""
    span = st.builds(
        lambda start: Evidence(source=source, turn=1, start=start, end=start + 9),
        st.integers(0, len(WORDS) - 9),
    )
    return st.lists(span, min_size=1, max_size=2).map(tuple)


def changes(plan: Plan, entity: Entity) -> st.SearchStrategy[dict[str, JsonValue]]:
    """Values of at least one field."""
    optional = dict(_fields(plan, entity))
    return st.fixed_dictionaries({}, optional=optional).filter(bool)


def _addition(plan: Plan, entity: Entity, taken: Collection[str]) -> st.SearchStrategy[Edit]:
    must = {"side": st.sampled_from(["buyer", "seller"])} if entity == "stakeholder" else {}

    def build(title: str, required: dict[str, JsonValue], more: dict[str, JsonValue]) -> Edit:
        name = "name" if entity == "stakeholder" else "title"
        values = {name: title, **required, **more}
        return Edit(op="add", entity=entity, id=free_id(title, entity, taken), set=values)

    optional = st.fixed_dictionaries({}, optional=dict(_fields(plan, entity)))
    return st.builds(build, st.sampled_from(TITLES[entity]), st.fixed_dictionaries(must), optional)


def _update(plan: Plan, entity: Entity, item_id: str) -> st.SearchStrategy[Edit]:
    return changes(plan, entity).map(
        lambda values: Edit(op="update", entity=entity, id=item_id, set=values)
    )


def _fields(plan: Plan, entity: Entity) -> Fields:
    people = st.sampled_from([None, *(one.id for one in plan.stakeholders)])
    milestones = [one.id for one in plan.milestones]
    due = st.sampled_from([None, *DAYS])
    fields: dict[Entity, Fields] = {
        "deal": {"stage": st.sampled_from(["discovery", "proposal"])},
        "stakeholder": {"influence": st.sampled_from(["high", "low"]), "reports_to": people},
        "milestone": {
            "due": due,
            "owner": people,
            "status": st.sampled_from(["planned", "blocked", "done"]),
            "depends_on": st.lists(st.sampled_from(milestones), max_size=2, unique=True),
        },
        "action": {
            "due": due,
            "owner": people,
            "status": st.sampled_from(["open", "done"]),
            "milestone": st.sampled_from([None, *milestones]),
        },
    }
    return fields[entity]


def ids(plan: Plan) -> frozenset[str]:
    """The ids of everything in a plan."""
    return frozenset(item.id for kind in COLLECTIONS for item in plan.items(kind))
