"""How much time is left: when open milestones can be finished, and by how much each may slip.

A plan says when each step is due, not how long it takes. A step is therefore taken to need
the days that the plan leaves between it and the latest due of what it waits for. All days
are calendar days.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter

from plan.models import Plan
from plan.schedule import leading_to, unfinished


@dataclass(frozen=True)
class Pace:
    """The open milestones on the way to one of them, in an order in which they can be done.

    Attributes:
        target: The id of the milestone to which all lead.
        waits: Each one's id with the ids of those that it directly waits for.
        needs: How many days each takes after what it waits for.
        ends: In how many days from today each can be finished if nothing slips from then on.
    """

    target: str
    waits: Mapping[str, tuple[str, ...]]
    needs: Mapping[str, int]
    ends: Mapping[str, int]

    @property
    def chain(self) -> tuple[str, ...]:
        """The longest chain, first step first: before each step the one that ends last."""
        steps = [self.target]
        while before := self.waits[steps[0]]:
            steps.insert(0, max(before, key=self.ends.__getitem__))
        return tuple(steps)

    def slack(self, days: int) -> dict[str, int]:
        """By how many days each may slip, and the target still be finished `days` from today.

        Negative where it cannot be finished by then.
        """
        latest = {self.target: days}
        for one in reversed(tuple(self.ends)):
            for before in self.waits[one]:
                start = latest[one] - self.needs[one]
                latest[before] = min(latest.get(before, start), start)
        return {one: latest[one] - end for one, end in self.ends.items()}


def pace(plan: Plan, target: str, today: date) -> Pace | None:
    """The way to an open milestone from today; None where it is not open or not there.

    A step ends on its due day, but not before today and not before it can: after the last
    of what it waits for, by the days it needs. One without a due day needs none.
    """
    waits = unfinished(plan)
    way = leading_to(waits, (target,))
    if not way:
        return None
    waits = {one: waits[one] for one in TopologicalSorter(waits).static_order() if one in way}
    due = {one.id: one.due for one in plan.milestones}
    needs = {one: _needed(due[one], (due[before] for before in waits[one])) for one in waits}
    ends: dict[str, int] = {}
    for one, before in waits.items():
        own = due[one]
        earliest = (ends[other] + needs[one] for other in before)
        ends[one] = max((0, (own - today).days if own else 0, *earliest))
    return Pace(target, waits, needs, ends)


def _needed(due: date | None, before: Iterable[date | None]) -> int:
    latest = max((one for one in before if one is not None), default=None)
    return max((due - latest).days, 0) if due and latest else 0
