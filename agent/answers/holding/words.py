"""What holds up, in words: one statement a blocker."""

from collections.abc import Callable

from agent.answers.answer import Basis, Statement
from agent.answers.dossier import Dossier
from agent.answers.holding.blocker import Blocker, Cause
from agent.answers.naming import days, due_by, named, plainly
from agent.answers.risk_words import voicing
from agent.answers.telling import capital, thing
from agent.answers.whose_move import move, owner_refs
from agent.answers.wording import day, listed
from agent.answers.words_behind import MOST
from plan.models import Action, Milestone

_BASIS: dict[Cause, Basis] = {"said": "said", "silent": "reckoned", "next": "reckoned"}
"""What kind of fact a cause is; all others stand in the plan."""


def holds_up(dossier: Dossier, one: Blocker) -> Statement:
    """That something holds up, since when, and whose move it is."""
    waits = tuple(dossier.ref("milestone", it) for it in one.waits_for)
    return Statement(
        text=f"{_WORDING[one.cause](dossier, one)}; {_rest(dossier, one)}.",
        basis=_BASIS.get(one.cause, "plan"),
        items=tuple(dict.fromkeys((one.item, *waits, *owner_refs(dossier, one.owner)))),
        words=one.words[:MOST],
        events=one.events,
    )


def _blocked(dossier: Dossier, one: Blocker) -> str:
    return f"{_name(dossier, one)} is blocked{_since(dossier, one)}, {_due(dossier, one)}"


def _said(dossier: Dossier, one: Blocker) -> str:
    what = listed(tuple(dict.fromkeys(voicing(risk) for risk in one.risks)))
    when = f" on {day(one.since)}{_ago(dossier, one)}" if one.since else ""
    if one.item.entity == "deal":
        return f"{capital(what)}{when}"
    return f"{_name(dossier, one)} is held up: {what}{when}, and it is {_due(dossier, one)}"


def _overdue(dossier: Dossier, one: Blocker) -> str:
    item = dossier.plan.find(one.item.entity, one.item.id)
    milestone = item.milestone if isinstance(item, Action) else None
    under = f", for {thing(dossier, 'milestone', milestone)}," if milestone else ""
    return f"{_name(dossier, one)}{under} is {_due(dossier, one)}"


def _silent(dossier: Dossier, one: Blocker) -> str:
    person = dossier.person(one.owner)
    roles = listed([plainly(role) for role in person.roles]) if person and person.roles else ""
    who = named(dossier.plan, person) if person else _name(dossier, one)
    return f"{who}{f', {roles},' if roles else ''} has been silent{_since(dossier, one)}"


def _next(dossier: Dossier, one: Blocker) -> str:
    return (
        f"Next is {_name(dossier, one)}, {_due(dossier, one)}: "
        f"nothing has stood before it{_since(dossier, one)}"
    )


_WORDING: dict[Cause, Callable[[Dossier, Blocker], str]] = {
    "blocked": _blocked,
    "said": _said,
    "overdue": _overdue,
    "silent": _silent,
    "next": _next,
}


def _rest(dossier: Dossier, one: Blocker) -> str:
    """What it waits for, and whose move it is."""
    person = dossier.person(one.owner)
    if one.item.entity == "deal":
        return f"it names {named(dossier.plan, person)}" if person else "it names nobody"
    step = move(dossier, one.owner)
    if not one.waits_for:
        return step
    before = listed([thing(dossier, "milestone", it) for it in one.waits_for])
    return f"it also waits for {before}, and {step}"


def _name(dossier: Dossier, one: Blocker) -> str:
    return thing(dossier, one.item.entity, one.item.id)


def _due(dossier: Dossier, one: Blocker) -> str:
    item = dossier.plan.find(one.item.entity, one.item.id)
    due = item.due if isinstance(item, Milestone | Action) else None
    return due_by(due, dossier.today)


def _since(dossier: Dossier, one: Blocker) -> str:
    """` since Friday 13 March 2026 (12 days)`; nothing where nobody knows."""
    if one.since is None:
        return ""
    number = one.days(dossier.today) or 0
    return f" since {day(one.since)}" + (f" ({days(number)})" if number > 0 else "")


def _ago(dossier: Dossier, one: Blocker) -> str:
    number = one.days(dossier.today) or 0
    return f", {days(number)} ago" if number > 0 else ""
