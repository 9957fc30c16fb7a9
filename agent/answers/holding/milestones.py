"""Milestones that hold up what waits for them, and overdue actions under them."""

from collections.abc import Iterator
from datetime import date

from agent.answers.dossier import Dossier
from agent.answers.history import Change, changes_of, last_change
from agent.answers.holding.blocker import (
    Blocker,
    Cause,
    first_said,
    latest_first,
    made_by,
    side_of,
    voiced,
)
from plan.models import Milestone
from plan.schedule import unfinished


def milestones_holding(
    dossier: Dossier, way: frozenset[str], targets: frozenset[str]
) -> Iterator[Blocker]:
    """The milestones on a way that hold up its targets."""
    waits = unfinished(dossier.plan)
    for one in dossier.plan.milestones:
        if one.id not in way:
            continue
        held = bool(waits[one.id])
        cause = _cause(dossier, one, held=held, asked=one.id in targets)
        if cause is not None:
            yield _blocker(dossier, one, cause, waits[one.id])


def actions_holding(dossier: Dossier, way: frozenset[str]) -> Iterator[Blocker]:
    """The overdue actions under milestones on a way."""
    for one in dossier.plan.actions:
        late = one.due is not None and one.due < dossier.today
        if one.status == "open" and late and one.milestone in way:
            behind = changes_of(dossier, "action", one.id, "due")[-1:]
            yield Blocker(
                item=dossier.ref("action", one.id),
                cause="overdue",
                since=one.due,
                owner=one.owner,
                side=side_of(dossier, one.owner),
                words=tuple(words for change in behind for words in change.evidence),
                events=made_by(behind),
            )


def _cause(dossier: Dossier, one: Milestone, *, held: bool, asked: bool) -> Cause | None:
    """The first cause that is true of a milestone; `held` if it waits for open ones."""
    if one.status == "blocked":
        return "blocked"
    if any(one.id in risk.milestones for risk in voiced(dossier)):
        return "said"
    if one.due is not None and one.due < dossier.today and not (asked and held):
        return "overdue"
    return None if held else "next"


def _blocker(dossier: Dossier, one: Milestone, cause: Cause, waits_for: tuple[str, ...]) -> Blocker:
    risks = tuple(risk for risk in voiced(dossier) if one.id in risk.milestones)
    change = _behind(dossier, one, cause)
    since: dict[Cause, date | None] = {
        "blocked": change.day if change else None,
        "said": first_said(dossier, risks),
        "overdue": one.due,
        "next": change.day if change else None,
    }
    behind = change.evidence if change else ()
    return Blocker(
        item=dossier.ref("milestone", one.id),
        cause=cause,
        since=since[cause],
        owner=one.owner,
        side=side_of(dossier, one.owner),
        waits_for=waits_for,
        risks=risks,
        words=tuple(dict.fromkeys((*latest_first(risks), *behind))),
        events=made_by((change,) if change else ()),
    )


def _behind(dossier: Dossier, one: Milestone, cause: Cause) -> Change | None:
    """The change that made a milestone hold up; None where the history does not tell."""
    if cause == "blocked":
        return last_change(dossier, "milestone", one.id, "status")
    if cause == "overdue":
        return last_change(dossier, "milestone", one.id, "due")
    return _freed(dossier, one) if cause == "next" else None


def _freed(dossier: Dossier, one: Milestone) -> Change | None:
    """The finishing of the last that a milestone waited for, or its own coming if that is later."""
    came = changes_of(dossier, "milestone", one.id)[:1]
    finished = (last_change(dossier, "milestone", it, "status") for it in one.depends_on)
    every = (*came, *(change for change in finished if change))
    return max(every, key=lambda change: (change.day, change.seq), default=None)
