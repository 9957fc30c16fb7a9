"""Marking: what people say to risks, and what they did with next actions."""

from datetime import date

from memory.base import Unit
from memory.errors import NotFoundError
from plan.errors import RefusedError
from plan.models import Frozen
from plan.observations import NextAction
from plan.values import RiskKind
from plan.watch.entries import Entry
from plan.watch.ledger import rejudge
from plan.watch.marks import ActionMark, ActionVerdict, Mark, RiskVerdict
from plan.watch.rules import Switch
from tools.desk.gate import Acting
from tools.desk.watching import muted_kinds

NEEDS_A_REASON: frozenset[RiskVerdict] = frozenset({"dismissed", "wrong"})
ACTED: frozenset[ActionVerdict] = frozenset({"done", "sent"})


class Judged(Frozen):
    """What somebody says to a risk: its key, their verdict, and why in their words."""

    risk: str
    verdict: RiskVerdict
    reason: str = ""


class Handled(Frozen):
    """What somebody did with a next action.

    Attributes:
        verdict: What they did.
        until: The day to show it again on, if snoozed.
        edited: Whether what was sent had been edited.
        reason: Why, in their words.
    """

    verdict: ActionVerdict
    until: date | None = None
    edited: bool = False
    reason: str = ""


def mark_risk(unit: Unit, deal: str, said: Judged, by: Acting, on: date) -> Mark:
    """Keep somebody's verdict on a risk that the deal has; the same once more is the same mark.

    Args:
        unit: The transaction.
        deal: The deal's id.
        said: What they say to it; a dismissal needs a reason.
        by: Who, and when.
        on: The deal's own day.

    Raises:
        NotFoundError: No such deal, or it has no such risk now.
        RefusedError: A dismissal without a reason.
    """
    unit.plans.lock(deal)
    if said.verdict in NEEDS_A_REASON and not said.reason.strip():
        raise RefusedError(f"Say why {said.risk} is {said.verdict}, for those who ask later.")
    found = _found(unit, deal)
    entry = next((one for one in found if one.key == said.risk), None)
    if entry is None:
        has = ", ".join(f"`{one.key}`" for one in found) or "none"
        raise NotFoundError(f"There is no risk `{said.risk}` in {deal} now; it has {has}.")
    return _marked(unit, entry, said, by, on)


def mark_action(
    unit: Unit, deal: str, action: NextAction, how: Handled, by: Acting, on: date
) -> ActionMark:
    """Keep what somebody did with a next action; the same once more on a day is the same mark.

    Whoever did or sent it has acted on the risk that called for it.

    Args:
        unit: The transaction.
        deal: The deal's id.
        action: The action as it was shown.
        how: What they did.
        by: Who, and when.
        on: The deal's own day.

    Raises:
        NotFoundError: No such deal.
        RefusedError: Snoozed to no day, or to one that is not ahead.
    """
    unit.plans.lock(deal)
    if how.verdict == "snoozed" and (how.until is None or how.until <= on):
        raise RefusedError(f"Say until which day after {on} it is to wait.")
    called = next((one for one in _found(unit, deal) if one.key == action.risk), None)
    marks = unit.marks.on_actions(deal)
    mark = ActionMark(
        deal=deal,
        number=len(marks) + 1,
        intent=action.intent,
        to=action.to,
        risk=action.risk,
        since=called.since if called else None,
        by=by.actor,
        at=by.at,
        on=on,
        **dict(how),
    )
    for one in marks:
        if one == mark.model_copy(update={"number": one.number, "at": one.at}):
            return one
    unit.marks.add(mark)
    if called and how.verdict in ACTED:
        _marked(unit, called, Judged(risk=called.key, verdict="acted"), by, on)
    return mark


def switch_rule(unit: Unit, kind: RiskKind, by: Acting, reason: str = "", *, muted: bool) -> Switch:
    """Mute a rule in the workspace, or let it speak again whatever was said to it before."""
    switch = Switch(kind=kind, muted=muted, by=by.actor, at=by.at, reason=reason.strip())
    unit.marks.switch(switch)
    return switch


def _found(unit: Unit, deal: str) -> list[Entry]:
    """What the deal has of risks now, also what somebody dismissed."""
    return [one for one in unit.ledger.of(deal) if one.settled_on is None]


def _marked(unit: Unit, entry: Entry, said: Judged, by: Acting, on: date) -> Mark:
    marks = unit.marks.on_risks(entry.deal)
    mark = Mark(
        deal=entry.deal,
        number=len(marks) + 1,
        entry=entry.id,
        kind=entry.kind,
        verdict=said.verdict,
        severity=entry.severity,
        evidence=entry.evidence,
        by=by.actor,
        at=by.at,
        on=on,
        reason=said.reason.strip(),
    )
    last = next((one for one in reversed(marks) if one.entry == entry.id), None)
    if last and mark.model_copy(update=_when(last)) == last:
        return last
    unit.marks.add(mark)
    unit.ledger.keep([rejudge(entry, on, (*marks, mark), muted_kinds(unit))])
    return mark


def _when(mark: Mark) -> dict[str, object]:
    return {"number": mark.number, "at": mark.at, "on": mark.on}
