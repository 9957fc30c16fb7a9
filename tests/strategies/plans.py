"""Plans of every shape, edits that fit them, and what applying an edit must come to.

Nothing here asks the code under test what is right: circles are avoided by a walk of its
own, numbers are drawn in plain form, and `applied` replaces items by hand.
"""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from plan.decide import decide, opening
from plan.edits import Edit, Values
from plan.events import Event, Stamp
from plan.models import COLLECTIONS, MODELS, Deal, Item, Plan
from plan.sources import Evidence
from plan.values import (
    ActionStatus,
    Entity,
    Influence,
    MilestoneKind,
    MilestoneStatus,
    Phase,
    Role,
    Sentiment,
    Side,
    Stage,
)

patient = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For tests that draw whole deals, which takes hundredths of a second, more on a busy machine."""

Fields = dict[str, st.SearchStrategy[JsonValue]]

FIRST_DAY = date(2026, 3, 2)
NAMING: dict[Entity, str] = {
    "deal": "name",
    "plan": "objective",
    "stakeholder": "name",
    "outcome": "metric",
    "milestone": "title",
    "action": "title",
}
"""The field by which a thing is called; an edit of it is always possible."""

STEMS = ("pilot", "security-review", "send-soc2", "priya-raman", "tom-vance", "go-live", "7", "x-1")
KINDS: st.SearchStrategy[Entity] = st.sampled_from(tuple(COLLECTIONS))
LINKED = {"owner", "depends_on", "outcomes", "milestone", "reports_to", "due"}
IDS = st.builds(
    "{}{}".format, st.sampled_from(STEMS), st.sampled_from(["", *(f"-{n}" for n in range(2, 12))])
)
WORDS = st.sampled_from(
    [
        "Priya Raman",
        "Security review passed",
        "Zoë Ångström",
        "契約",
        "👩‍💻 pilot",
        "a 'b' \"c\"\\",
        "Ⅳ",
    ]
)
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
LINES = WORDS | ANY_TEXT.map("<{}>".format)
TEXTS = LINES | st.just("") | st.just("two\nlines")
FRACTIONS = st.builds(
    "{}{}".format, st.from_regex(r"[0-9]{0,7}", fullmatch=True), st.sampled_from("123456789")
)
AMOUNTS = st.integers(0, 10**16 - 1).map(str) | st.builds(
    "{}.{}".format, st.integers(0, 10**16 - 1), FRACTIONS
)
NUMBERS = AMOUNTS | AMOUNTS.filter(lambda number: number != "0").map("-{}".format)
"""Numbers in plain form: no exponent, no idle zeros, no minus zero."""


def one_of(literal: object) -> st.SearchStrategy[JsonValue]:
    """The values of a closed list."""
    return st.sampled_from(get_args(literal))


ANYWHERE: dict[Entity, Fields] = {
    "deal": {
        "name": LINES,
        "account": LINES,
        "seller": LINES,
        "amount": st.none() | AMOUNTS,
        "currency": st.sampled_from([None, "EUR", "USD"]),
        "stage": one_of(Stage),
        "close_date": st.sampled_from([None, "2026-02-01", "2026-05-29", "2027-01-01"]),
        "owner": st.sampled_from([None, "kim", "Kim Q."]),
        "time_zone": st.sampled_from([None, "Europe/Berlin", "UTC"]),
        "country": st.sampled_from([None, "DE", "US"]),
    },
    "plan": {"objective": st.none() | TEXTS},
    "stakeholder": {
        "name": LINES,
        "email": st.sampled_from([None, "a@b.example", "Q@B.example"]),
        "title": st.none() | LINES,
        "side": one_of(Side),
        "roles": st.lists(one_of(Role), unique_by=str, max_size=3),
        "influence": st.none() | one_of(Influence),
        "sentiment": st.none() | one_of(Sentiment),
        "active": st.booleans(),
        "shared": st.booleans(),
    },
    "outcome": {
        "metric": LINES,
        "unit": st.none() | LINES,
        "baseline": st.none() | NUMBERS,
        "target": st.none() | NUMBERS,
        "actual": st.none() | NUMBERS,
        "shared": st.booleans(),
    },
    "milestone": {
        "title": LINES,
        "kind": one_of(MilestoneKind),
        "phase": st.none() | one_of(Phase),
        "status": one_of(MilestoneStatus),
        "value": st.none() | TEXTS,
        "shared": st.booleans(),
    },
    "action": {"title": LINES, "status": one_of(ActionStatus), "shared": st.booleans()},
}
"""For every field that does not depend on the plan: the values it may have, in wire form."""

EVIDENCE = st.lists(
    st.builds(
        Evidence,
        source=st.sampled_from(["acme.s1", "acme.s2"]),
        turn=st.integers(1, 9),
        start=st.integers(0, 9),
        end=st.integers(10, 99),
    ),
    max_size=2,
).map(tuple)
STAMPS = st.builds(
    Stamp,
    at=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis takes bounds without a zone
    actor=st.sampled_from(["kim", "crm:hubspot", "import"]),
    cause=st.integers(1, 99).map("acme.d{}".format),
)


class History(NamedTuple):
    """What happened to a deal, and the plan after each event, worked out by hand."""

    events: tuple[Event, ...]
    plans: tuple[Plan, ...]


def days(first: date) -> st.SearchStrategy[JsonValue]:
    """Days from `first` on, in wire form."""
    return st.integers(0, 400).map(lambda n: (first + timedelta(n)).isoformat())


def fields(plan: Plan, entity: Entity, item_id: str) -> Fields:
    """For every field that an edit may set: the values it may have in this plan."""
    return {**ANYWHERE[entity], **_here(plan, entity, item_id)}


@st.composite
def plans(draw: st.DrawFn, largest: int = 6) -> Plan:
    """A valid plan of up to `largest` items, some of them due before the day it is as of."""
    bare = Plan(
        deal=Deal(id="acme-wms", name="Acme", account="Acme Foods", seller="Northwind"),
        as_of=FIRST_DAY,
    )
    plan = bare
    # People and outcomes first, so that milestones and actions have somebody to name.
    kinds = draw(st.lists(KINDS, min_size=draw(st.integers(0, largest)), max_size=largest))
    for entity in sorted(kinds, key=list(NAMING).index):
        plan = applied(plan, draw(additions(plan, (entity,))))
    for entity in ("deal", "plan"):
        plan = applied(plan, draw(updates(plan, (entity,))))
    shuffled = {
        name: tuple(draw(st.permutations(getattr(plan, name)))) for name in COLLECTIONS.values()
    }
    as_of = FIRST_DAY + timedelta(draw(st.integers(0, 100)))
    return plan.model_copy(update={**shuffled, "as_of": as_of, "version": 0})


@st.composite
def additions(draw: st.DrawFn, plan: Plan, kinds: tuple[Entity, ...] = tuple(COLLECTIONS)) -> Edit:
    """A valid `add` of something that the plan does not have."""
    entity = draw(st.sampled_from(kinds))
    item_id = draw(IDS.filter(lambda one: one not in taken(plan)))
    possible = fields(plan, entity, item_id)
    must = {name for name in possible if MODELS[entity].model_fields[name].is_required()}
    chosen = must | draw(_few(possible))
    values = {name: draw(possible[name]) for name in possible if name in chosen}
    return Edit(op="add", entity=entity, id=item_id, set=values, evidence=draw(EVIDENCE))


@st.composite
def updates(draw: st.DrawFn, plan: Plan, kinds: tuple[Entity, ...] | None = None) -> Edit:
    """A valid `update` that changes at least one field, and may repeat what others hold."""
    entity = draw(st.sampled_from(kinds or _present(plan)))
    ids = [item.id for item in plan.items(entity)] or [entity]
    item_id = draw(st.sampled_from(ids))
    possible = fields(plan, entity, item_id)
    chosen = draw(_few(possible))
    values = {name: draw(possible[name]) for name in possible if name in chosen}
    now = wire(plan, entity, item_id)
    if all(now[field] == value for field, value in values.items()):
        name = NAMING[entity]
        values[name] = f"{now[name] or ''}!"
    return Edit(op="update", entity=entity, id=item_id, set=values, evidence=draw(EVIDENCE))


def edits(plan: Plan) -> st.SearchStrategy[Edit]:
    """Valid edits of the plan, each of which changes it."""
    return additions(plan) | updates(plan)


@st.composite
def histories(draw: st.DrawFn, shortest: int = 0, longest: int = 4) -> History:
    """A deal from the event that opens it through `shortest` to `longest` edits."""
    start = draw(plans(largest=5))
    events = list(opening(start, draw(STAMPS)))
    steps = [start.model_copy(update={"version": 1})]
    for _ in range(draw(st.integers(shortest, longest))):
        edit = draw(edits(steps[-1]))
        events.append(decide(steps[-1], edit, draw(STAMPS)))
        steps.append(applied(steps[-1], edit))
    return History(tuple(events), tuple(steps))


def applied(plan: Plan, edit: Edit) -> Plan:
    """The plan with a valid edit put into it by hand, one version on."""
    now = wire(plan, edit.entity, edit.id)
    moved: dict[str, object] = {"version": plan.version + 1}
    if edit.entity == "plan":
        moved |= edit.set
    elif edit.entity == "deal":
        moved["deal"] = Deal.model_validate({"id": plan.deal.id, **now, **edit.set})
    else:
        moved[COLLECTIONS[edit.entity]] = _put(plan, edit)
    return plan.model_copy(update=moved)


def wire(plan: Plan, entity: Entity, item_id: str) -> Values:
    """All fields of one thing in wire form, but for its id; nothing if it is not there."""
    if entity == "plan":
        return {"objective": plan.objective}
    thing = plan.deal if entity == "deal" else plan.find(entity, item_id)
    return thing.model_dump(mode="json", exclude={"id"}) if thing else {}


def taken(plan: Plan) -> set[str]:
    """Every id in use in the deal."""
    return {item.id for entity in COLLECTIONS for item in plan.items(entity)}


def behind(links: Mapping[str, tuple[str, ...]], start: str) -> set[str]:
    """All that lead to `start`, however far, and itself: whom it must not lead to."""
    found = {start}
    while more := {one for one, to in links.items() if found & set(to)} - found:
        found |= more
    return found


def waits(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Which milestones each milestone waits for."""
    return {one.id: one.depends_on for one in plan.milestones}


def bosses(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Whom each person reports to."""
    return {one.id: (one.reports_to,) if one.reports_to else () for one in plan.stakeholders}


def _present(plan: Plan) -> tuple[Entity, ...]:
    return ("deal", "plan", *(entity for entity in COLLECTIONS if plan.items(entity)))


def _put(plan: Plan, edit: Edit) -> tuple[Item, ...]:
    old = plan.find(edit.entity, edit.id)
    content = old.model_dump(mode="json") if old else {"id": edit.id}
    new = MODELS[edit.entity].model_validate({**content, **edit.set})
    items = plan.items(edit.entity)
    return tuple(new if one.id == edit.id else one for one in items) if old else (*items, new)


def _few(possible: Fields) -> st.SearchStrategy[set[str]]:
    # References are what rules are about: they come up more often than the rest.
    linked = [field for field in possible if field in LINKED] * 2
    most = min(4, len(possible))
    return st.sets(st.sampled_from([*possible, *linked]), min_size=most // 2, max_size=most)


def _here(plan: Plan, entity: Entity, item_id: str) -> Fields:
    people = [one.id for one in plan.stakeholders]
    links = waits(plan) if entity == "milestone" else bosses(plan)
    free = [one for one in links if one not in behind(links, item_id)]
    due = st.none() | days(plan.as_of)
    here: dict[Entity, Fields] = {
        "stakeholder": {"reports_to": _maybe(free)},
        "outcome": {"due": due},
        "milestone": {
            "owner": _maybe(people),
            "due": due,
            "depends_on": _some(free),
            "outcomes": _some([one.id for one in plan.outcomes]),
        },
        "action": {
            "milestone": _maybe([one.id for one in plan.milestones]),
            "owner": _maybe(people),
            "due": due,
        },
    }
    return here.get(entity, {})


def _some(ids: Collection[str]) -> st.SearchStrategy[JsonValue]:
    if not ids:
        return st.just([])
    one: st.SearchStrategy[JsonValue] = st.sampled_from(sorted(ids))
    return st.lists(one, unique_by=str, min_size=1, max_size=3) | st.just([])


def _maybe(ids: Collection[str]) -> st.SearchStrategy[JsonValue]:
    return st.sampled_from([*sorted(ids), None])
