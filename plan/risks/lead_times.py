"""How many working days what is left of a milestone takes at the least.

A plan says when a step is due, not how long it takes, and its dates are what these rules
doubt. So each kind of step has one figure, the same for every deal: the shortest that people
who want it done need, not what it takes on average. A risk that goes by it says that a date
cannot be kept even if all goes well.
"""

from collections.abc import Sequence
from datetime import date
from graphlib import TopologicalSorter

from plan.calendar import Calendar, shifted
from plan.models import Milestone, Plan
from plan.schedule import find_cycle, leading_to, unfinished
from plan.values import MilestoneKind

LEAD: dict[MilestoneKind, int] = {
    "discovery": 1,
    "demo": 1,
    "technical_validation": 5,
    "business_case": 3,
    "security_review": 5,
    "legal_review": 5,
    "procurement": 5,
    "executive_approval": 2,
    "signature": 1,
    "kickoff": 1,
    "implementation": 15,
    "go_live": 1,
    "value_review": 1,
    "other": 1,
}
"""Working days by kind. A meeting or a signature is a day. A trial, a questionnaire with its
answers, a round of redlines, a supplier's registration each take a week; a business case its
numbers, its draft and its reader; an executive a day to read and a day to answer. Setting a
system up takes three weeks: data, people, training. Of what the kind does not tell, one day.
"""


def remaining(milestone: Milestone) -> int:
    """The working days that an open milestone still needs; half, rounded up, if in progress."""
    lead = LEAD[milestone.kind]
    return (lead + 1) // 2 if milestone.status == "in_progress" else lead


def needed(chain: Sequence[Milestone]) -> int:
    """The working days that milestones need one after another."""
    return sum(map(remaining, chain))


def longest_chain(plan: Plan, target: str) -> tuple[Milestone, ...]:
    """The open milestones that lead to one and need the most days, that one last.

    Empty where it is not open, or where the way to it goes round in a circle, which no edit
    may bring about and about which nothing can be said.
    """
    waits = unfinished(plan)
    links = {one: waits[one] for one in leading_to(waits, (target,))}
    if not links or find_cycle(links):
        return ()
    steps = {one.id: one for one in plan.milestones}
    chains: dict[str, tuple[Milestone, ...]] = {}
    for one in TopologicalSorter(links).static_order():
        before = max((chains[other] for other in links[one]), key=needed, default=())
        chains[one] = (*before, steps[one])
    return chains[target]


def begin_by(calendar: Calendar, by: date, days: int) -> date:
    """The last working day on which to begin what takes so many of them and ends by a day."""
    return calendar.nth_last(by, days)


def left(calendar: Calendar, on: date, by: date) -> int:
    """The working days from a day to another, both included; fewer than 0 if that is long past."""
    return calendar.between(shifted(on, -1), by)
