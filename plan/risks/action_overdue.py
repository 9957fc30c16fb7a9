"""Something promised has not been done by its day."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from plan.calendar import shifted
from plan.models import Action, Milestone, Stakeholder
from plan.observations import Risk
from plan.risks.quiet import Quiet, away, back, leaves, quieted
from plan.risks.signing import signing_path
from plan.risks.situation import Situation
from plan.risks.wording import apart, day, title
from plan.schedule import FINISHED
from plan.values import Severity

WORSE: dict[Severity, Severity] = {"low": "medium", "medium": "high", "high": "high"}


def action_overdue(situation: Situation) -> Iterator[Risk]:
    """One risk for each open action due before the day; it names its owner and its milestone.

    Ours, or of nobody who is there to do it: medium. Theirs, the buyer's or a partner's: medium
    under a milestone on the way to the signature, else low. One step worse when more than
    `action_late_days` working days late. Always low where its milestone is done or cancelled:
    nothing waits for it. While its owner is away it is quiet, and it is late from the day they
    are back. A lost deal has none.
    """
    path = signing_path(situation)
    for one in _promised(situation):
        if one.due < situation.on:
            risk = Risk(
                kind="action_overdue",
                severity=_severity(situation, one, path),
                stakeholders=(one.owner.id,) if one.owner else (),
                milestones=(one.milestone.id,) if one.milestone else (),
                actions=(one.action.id,),
                why=_why(situation, one),
                since=one.due,
            )
            yield quieted(risk, _quiet(situation, one), situation.on)


def turns(situation: Situation) -> Iterator[date]:
    """The days on which open actions become overdue, loud, or badly late."""
    for one in _promised(situation):
        yield from leaves(situation, one.owner) if one.owner else ()
        yield shifted(one.due, 1)
        yield _badly_late(situation, one)
        quiet = _quiet(situation, one)
        if quiet:
            yield quiet.until


class Promise(NamedTuple):
    """An open action with a day, whose it is, what it is for, and the day its owner is back."""

    action: Action
    due: date
    owner: Stakeholder | None
    milestone: Milestone | None
    returns: date | None


def _promised(situation: Situation) -> Iterator[Promise]:
    if situation.plan.deal.stage == "closed_lost":
        return
    milestones = {one.id: one for one in situation.plan.milestones}
    for one in situation.open_actions:
        if one.due is not None:
            owner = situation.plan.person(one.owner)
            returns = back(situation, owner, one.due) if owner else None
            yield Promise(one, one.due, owner, milestones.get(one.milestone or ""), returns)


def _severity(situation: Situation, promise: Promise, path: Collection[str]) -> Severity:
    if promise.milestone and promise.milestone.status in FINISHED:
        return "low"
    on_the_way = promise.action.milestone in path
    severity: Severity = "medium" if on_the_way or _ours(promise.owner) else "low"
    return WORSE[severity] if situation.on >= _badly_late(situation, promise) else severity


def _ours(owner: Stakeholder | None) -> bool:
    return owner is None or not owner.active or owner.side == "seller"


def _badly_late(situation: Situation, promise: Promise) -> date:
    """The first day on which it is one step worse."""
    start = promise.returns or promise.due
    return situation.calendar.add(start, situation.numbers.action_late_days + 1)


def _quiet(situation: Situation, promise: Promise) -> Quiet | None:
    if promise.owner is None or promise.returns is None:
        return None
    why = away(situation, promise.owner, promise.returns)
    return Quiet(situation.calendar.first_from(promise.returns), why)


def _why(situation: Situation, promise: Promise) -> str:
    when = f"was due on {day(promise.due)}, {apart(promise.due, situation.on)}"
    whose = _whose(situation, promise.owner)
    return f"{title(promise.action)}, which {whose}, {when}, and is not done."


def _whose(situation: Situation, owner: Stakeholder | None) -> str:
    deal = situation.plan.deal
    if owner is None:
        return "nobody owns"
    if not owner.active:
        return f"{owner.name} owned, who has left"
    if owner.side == "seller":
        return f"{owner.name} owes {deal.account}"
    return f"{owner.name} owes {deal.seller}"
