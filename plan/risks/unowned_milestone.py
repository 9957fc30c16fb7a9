"""A milestone comes due and it is nobody's."""

from collections.abc import Iterator
from datetime import date

from plan.calendar import shifted
from plan.models import Milestone
from plan.observations import Risk
from plan.risks.situation import Situation
from plan.risks.wording import apart, day, title


def unowned_milestone(situation: Situation) -> Iterator[Risk]:
    """One risk for each open milestone without an owner due within `unowned_days`, or overdue.

    An owner who has left is no owner. High if it is due already, else medium. Closed deals
    have it too.
    """
    for one in situation.open_milestones:
        if one.due is None or _owned(situation, one):
            continue
        left = (one.due - situation.on).days
        if left <= situation.numbers.unowned_days:
            yield Risk(
                kind="unowned_milestone",
                severity="medium" if left > 0 else "high",
                milestones=(one.id,),
                why=_why(situation, one, one.due),
                since=_within_reach(situation, one.due),
            )


def turns(situation: Situation) -> Iterator[date]:
    """The days on which open milestones without an owner come within reach, and are due."""
    for one in situation.open_milestones:
        if one.due is not None and not _owned(situation, one):
            yield _within_reach(situation, one.due)
            yield one.due


def _within_reach(situation: Situation, due: date) -> date:
    return shifted(due, -situation.numbers.unowned_days)


def _owned(situation: Situation, milestone: Milestone) -> bool:
    owner = situation.plan.person(milestone.owner)
    return owner is not None and owner.active


def _why(situation: Situation, milestone: Milestone, due: date) -> str:
    owner = situation.plan.person(milestone.owner)
    lack = f"its owner {owner.name} has left" if owner else "has no owner"
    verb = "is" if due >= situation.on else "was"
    when = apart(due, situation.on)
    return f"{title(milestone)} {verb} due on {day(due)}, {when}, and {lack}."
