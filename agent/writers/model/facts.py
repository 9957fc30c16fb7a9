"""The approved facts that a draft may speak of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from agent.readers.model.view.calendar import weekday
from agent.readers.model.view.fence import one_line
from agent.writers.model.folding import words
from agent.writers.model.goals import Matter
from agent.writers.model.limits import LIMITS
from plan.models import Action, Milestone, Outcome, Plan, Stakeholder
from plan.numbers import plain_number

_OVER = frozenset({"done", "cancelled"})

Step = Milestone | Action


class Fact(NamedTuple):
    """One approved fact.

    Attributes:
        line: How the model sees it.
        names: Titles and names in it, which a draft may repeat as they stand.
        days: The days in it.
        title: What it is called.
        ours: Whether the seller owes it: only that may be promised.
    """

    line: str
    names: tuple[str, ...]
    days: tuple[date, ...] = ()
    title: str = ""
    ours: bool = False


@dataclass(frozen=True)
class Scope:
    """Whose facts these are, and for whom.

    Attributes:
        plan: The approved plan.
        to: Who gets the draft.
        outward: Whether somebody of the buyer or a partner gets it.
        day: The source's day.
    """

    plan: Plan
    to: tuple[Stakeholder, ...]
    outward: bool
    day: date

    def tells(self, one: Step) -> bool:
        """Whether the recipients may read of a step.

        To the outside goes what is shared with it, what somebody out there owns, and a milestone
        that still wants an owner. What the seller does unshared may be its own business.
        """
        if not self.outward or one.shared:
            return True
        owner = self.plan.person(one.owner)
        if owner is None:
            return isinstance(one, Milestone) and one.owner is None
        return owner.side != "seller"


def facts(scope: Scope, why: str, matters: tuple[Matter, ...]) -> tuple[Fact, ...]:
    """What a draft may speak of: steps named in the reason first, then what the intent is about."""
    named = [_step(one, scope) for one in _steps(scope) if one.title in why]
    chosen = (fact for matter in matters for fact in _CHOSEN[matter](scope))
    deal = () if scope.outward else (_deal(scope.plan),)
    return (*deal, *tuple(dict.fromkeys((*named, *chosen)))[: LIMITS.facts])


def kept(scope: Scope) -> tuple[str, ...]:
    """Titles of steps that the recipients must not read of; one everyday word is no title."""
    steps: tuple[Step, ...] = (*scope.plan.milestones, *scope.plan.actions)
    hidden = (one.title for one in steps if not scope.tells(one))
    return tuple(title for title in hidden if len(words(title)) > 1)


def _steps(scope: Scope) -> list[Step]:
    """Open steps that may be told, those with the nearest date first."""
    plan = scope.plan
    steps: tuple[Step, ...] = (*plan.milestones, *plan.actions)
    known = (one for one in steps if one.status not in _OVER)
    return sorted(filter(scope.tells, known), key=lambda one: one.due or date.max)


def _chosen(holds: Callable[[Step, Scope], bool]) -> Callable[[Scope], list[Fact]]:
    return lambda scope: [_step(one, scope) for one in _steps(scope) if holds(one, scope)]


def _upcoming(scope: Scope) -> list[Fact]:
    to_come = [one for one in _steps(scope) if one.due and one.due >= scope.day]
    return [_step(one, scope) for one in to_come[: LIMITS.upcoming]]


def _outcomes(scope: Scope) -> list[Fact]:
    """What the buyer wants to reach, in the buyer's own words."""
    goal = scope.plan.objective
    told = [Fact(f"The buyer's objective: {one_line(goal)}", ())] if goal else []
    return [*told, *(_outcome(one) for one in scope.plan.outcomes)]


def _is_ours(one: Step, scope: Scope) -> bool:
    owner = scope.plan.person(one.owner)
    return owner is not None and owner.side == "seller"


_CHOSEN: Mapping[Matter, Callable[[Scope], list[Fact]]] = MappingProxyType(
    {
        "blocked": _chosen(lambda one, _: one.status == "blocked"),
        "overdue": _chosen(lambda one, scope: one.due is not None and one.due < scope.day),
        "unowned": _chosen(lambda one, scope: scope.plan.person(one.owner) is None),
        "theirs": _chosen(lambda one, scope: one.owner in {who.id for who in scope.to}),
        "ours": _chosen(_is_ours),
        "upcoming": _upcoming,
        "outcomes": _outcomes,
    }
)


def _step(one: Step, scope: Scope) -> Fact:
    owner = scope.plan.person(one.owner)
    ours = _is_ours(one, scope)
    who = (
        f"{one_line(owner.name)}{', who owes it for us' if ours else ''}" if owner else "nobody yet"
    )
    state = one.status.replace("_", " ")
    line = f"“{one_line(one.title)}”; who: {who}; due: {_told(one.due)}; {state}"
    names = (one.title, owner.name) if owner else (one.title,)
    return Fact(line, names, _days(one.due), one.title, ours)


def _outcome(one: Outcome) -> Fact:
    numbers = (
        f"{label} {plain_number(value)}"
        for label, value in (("from", one.baseline), ("to", one.target), ("now", one.actual))
        if value is not None
    )
    unit = f"in {one_line(one.unit)}" if one.unit else ""
    about = "; ".join(part for part in (unit, *numbers, f"due: {_told(one.due)}") if part)
    return Fact(
        f"The buyer measures “{one_line(one.metric)}”; {about}", (one.metric,), _days(one.due)
    )


def _deal(plan: Plan) -> Fact:
    """What only colleagues may read: amount, stage and close date."""
    deal = plan.deal
    amount = (
        f"{plain_number(deal.amount)} {deal.currency or ''}" if deal.amount is not None else "open"
    )
    line = (
        f"The deal: amount {amount.strip()}; stage {deal.stage}; closes: {_told(deal.close_date)}"
    )
    return Fact(line, (), _days(deal.close_date))


def _told(day: date | None) -> str:
    return f"{weekday(day)} {day}" if day else "no date"


def _days(*days: date | None) -> tuple[date, ...]:
    return tuple(day for day in days if day)


def lines(chosen: tuple[Fact, ...]) -> Iterator[str]:
    """The facts as the model sees them."""
    return (fact.line for fact in chosen)
