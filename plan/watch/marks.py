"""Marks: what people said to a risk or did with a next action."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from pydantic import Field

from plan.models import Frozen
from plan.observations import NextAction
from plan.sources import Evidence
from plan.values import Intent, RiskKind, RiskStatus, Severity
from plan.watch.causes import turns_of
from plan.watch.entries import RANK, Entry

RiskVerdict = Literal["dismissed", "settled", "wrong", "acted", "reopened"]
ActionVerdict = Literal["done", "snoozed", "dismissed", "sent"]

STATUS: dict[RiskVerdict, RiskStatus] = {
    "dismissed": "dismissed",
    "wrong": "dismissed",
    "settled": "resolved",
    "reopened": "open",
}
"""What a verdict makes of a risk; to have acted on it changes nothing about it."""


class Mark(Frozen):
    """Somebody's verdict on a risk, and what there was to see of it then.

    Attributes:
        deal: The deal's id.
        number: Counts the deal's marks on risks from 1.
        entry: The ledger entry it is about: the next time that the cause begins is another.
        kind: The risk's kind.
        verdict: `dismissed`: true perhaps, and nothing to be told of; `settled`: it is over;
            `wrong`: it never was so; `acted`: something was done about it; `reopened`: an
            earlier verdict no longer holds.
        severity: How bad it was then.
        evidence: The words that said it then.
        by: Who.
        at: When, UTC.
        on: The deal's own day then.
        reason: Why, in the person's words.
    """

    deal: str
    number: int = Field(ge=1)
    entry: str
    kind: RiskKind
    verdict: RiskVerdict
    severity: Severity
    evidence: tuple[Evidence, ...] = ()
    by: str
    at: datetime
    on: date
    reason: str = ""


class ActionMark(Frozen):
    """What somebody did with a next action.

    Attributes:
        deal: The deal's id.
        number: Counts the deal's marks on next actions from 1.
        intent: The action's intent.
        to: Whom it was for, ids in order.
        risk: The key of the risk that called for it; empty where none did.
        since: When that risk's cause began, where that is known.
        verdict: `done` otherwise than by its draft, `sent` as drafted or edited, `snoozed` to
            another day, or `dismissed`.
        until: The day it is to be shown again, if snoozed.
        edited: Whether what was sent had been edited.
        by: Who.
        at: When, UTC.
        on: The deal's own day then.
        reason: Why, in the person's words.
    """

    deal: str
    number: int = Field(ge=1)
    intent: Intent
    to: tuple[str, ...] = ()
    risk: str = ""
    since: date | None = None
    verdict: ActionVerdict
    until: date | None = None
    edited: bool = False
    by: str
    at: datetime
    on: date
    reason: str = ""

    @property
    def key(self) -> str:
        """What tells one next action of a deal from another, as `action_key` gives it."""
        return _key(self.intent, self.to)


def action_key(action: NextAction) -> str:
    """What tells one next action of a deal from another: its intent and whom it is for."""
    return _key(action.intent, action.to)


def status_by(entry: Entry, marks: Iterable[Mark]) -> RiskStatus:
    """What people's verdicts make of an entry's risk: the last one counts, while it holds.

    A verdict holds until something new is said or the risk is worse than it was then. That it
    never was so holds also if it would be worse. The next time that the cause begins is another
    entry, on which nobody said anything yet.
    """
    said = [one for one in marks if one.entry == entry.id and one.verdict in STATUS]
    last = max(said, key=lambda one: one.number, default=None)
    return STATUS[last.verdict] if last and _holds(last, entry) else "open"


def _holds(mark: Mark, entry: Entry) -> bool:
    worse = RANK[entry.severity] > RANK[mark.severity] and mark.verdict != "wrong"
    return not worse and turns_of(entry.evidence) <= turns_of(mark.evidence)


def _key(intent: Intent, to: Iterable[str]) -> str:
    return ".".join((intent, *sorted(set(to))))
