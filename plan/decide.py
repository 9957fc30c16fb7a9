"""From a wish to what happened: edits become events, or are refused in plain words."""

from collections import Counter
from collections.abc import Iterable

from plan.checks import (
    circle_of_milestones,
    circle_of_people,
    dangling,
    objections,
    reporting,
)
from plan.edits import Edit
from plan.errors import RefusedError
from plan.events import Event, Stamp
from plan.fields import current, normalise, settable
from plan.fold import fold
from plan.models import COLLECTIONS, Plan
from plan.schedule import dependencies


def opening(plan: Plan, stamp: Stamp) -> tuple[Event, ...]:
    """The event that opens a deal with the plan it starts from.

    Raises:
        RefusedError: The plan refers to what it does not hold, or two things share an id.
    """
    for sentence in flaws(plan):
        raise RefusedError(sentence)
    document = plan.model_dump(mode="json", exclude={"version"})
    event = Event(seq=1, type="opened", **dict(stamp), entity="plan", id="plan", after=document)
    return (event,)


def decide(plan: Plan, edit: Edit, stamp: Stamp) -> Event:
    """The event that makes an edit of `plan` real.

    Fields that already have the value asked for are left out of it.

    Raises:
        RefusedError: The edit breaks a rule, or changes nothing.
    """
    wanted = normalise(edit.entity, edit.set)
    was = (current(plan, edit.entity, edit.id) or {}) if edit.op == "update" else {}
    after = {field: value for field, value in wanted.items() if was.get(field, ...) != value}
    if wanted and not after:
        raise RefusedError(f"{edit.entity} `{edit.id}` already says that; nothing to change.")
    for sentence in objections(plan, edit.model_copy(update={"set": after})):
        raise RefusedError(sentence)
    return Event(
        seq=plan.version + 1,
        type="added" if edit.op == "add" else "updated",
        **dict(stamp),
        entity=edit.entity,
        id=edit.id,
        before={field: was[field] for field in after if field in was},
        after=after,
        evidence=edit.evidence,
    )


def decide_all(plan: Plan, edits: Iterable[Edit], stamp: Stamp) -> tuple[tuple[Event, ...], Plan]:
    """The events of several edits, each decided on the plan that those before it lead to.

    Raises:
        RefusedError: One of them is refused; then none of them happened.
    """
    events: list[Event] = []
    for edit in edits:
        event = decide(plan, edit, stamp)
        plan = fold([event], start=plan)
        events.append(event)
    return tuple(events), plan


def flaws(plan: Plan) -> Iterable[str]:
    """Every sentence that speaks against opening a deal with this plan."""
    ids = Counter(item.id for entity in COLLECTIONS for item in plan.items(entity))
    doubled = sorted(item_id for item_id, times in ids.items() if times > 1)
    if doubled:
        yield f"Two things share an id: {', '.join(doubled)}. Ids are unique within a deal."
    known = {entity: {item.id for item in plan.items(entity)} for entity in COLLECTIONS}
    for entity in COLLECTIONS:
        for item in plan.items(entity):
            values = item.model_dump(mode="json", include=set(settable(entity)))
            edit = Edit(op="update", entity=entity, id=item.id, set=values)
            told = dangling(edit, lambda kind, item_id: item_id in known[kind], plan.deal.id)
            yield from filter(None, (told,))
    circles = (circle_of_milestones(dependencies(plan)), circle_of_people(reporting(plan)))
    yield from filter(None, circles)
