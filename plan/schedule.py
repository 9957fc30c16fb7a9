"""How milestones hang together: what depends on what, and whether it goes round in a circle."""

from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from plan.models import Plan

FINISHED = frozenset({"done", "cancelled"})
"""The statuses of a milestone for which nothing waits any more."""


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
    return leading_to(depends, depends.get(milestone_id, ()))


def unfinished(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Each open milestone's id with the ids of the open ones that it directly waits for."""
    ids = {one.id for one in plan.milestones if one.status not in FINISHED}
    return {
        one.id: tuple(before for before in one.depends_on if before in ids)
        for one in plan.milestones
        if one.id in ids
    }


def leading_to(waits: Mapping[str, Sequence[str]], targets: Iterable[str]) -> frozenset[str]:
    """The targets themselves and all that they wait for, however far."""
    seen: set[str] = set()
    left = [one for one in targets if one in waits]
    while left:
        current = left.pop()
        if current not in seen:
            seen.add(current)
            left.extend(waits.get(current, ()))
    return frozenset(seen)
