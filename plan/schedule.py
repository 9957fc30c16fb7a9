"""How milestones hang together: what depends on what, and whether it goes round in a circle."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from plan.models import Plan


def find_cycle(depends: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    """The first circle among dependencies, as the ids along it (first equals last), or None."""
    try:
        TopologicalSorter(depends).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return None


def dependencies(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Each milestone's id with the ids it directly depends on."""
    return {milestone.id: milestone.depends_on for milestone in plan.milestones}


def upstream(plan: Plan, milestone_id: str) -> frozenset[str]:
    """Ids of all milestones that one depends on, however far; itself not included."""
    depends = dependencies(plan)
    seen: set[str] = set()
    waiting = list(depends.get(milestone_id, ()))
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(depends.get(current, ()))
    return frozenset(seen)
