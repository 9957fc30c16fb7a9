"""Entries of a deal's ledger: one for each time that a risk's cause began."""

from datetime import date
from typing import Literal, get_args

from pydantic import Field

from plan.models import Frozen
from plan.observations import Risk
from plan.sources import Evidence
from plan.values import RiskKind, Severity

State = Literal[Severity, "quiet", "muted", "dismissed", "settled"]
"""How a risk stands: as bad as it is, or why it is no cause for alarm."""
LOUD = frozenset(get_args(Severity))
"""The states in which a risk is a cause for alarm."""
RANK: dict[Severity, int] = {"low": 1, "medium": 2, "high": 3}


class Step(Frozen):
    """From a day on, a risk stood like that."""

    on: date
    to: State


class Entry(Frozen):
    """One risk of a deal, from the day it was found to the day it was found no longer.

    Attributes:
        id: `<deal>.e<number>`.
        deal: The deal's id.
        number: Counts the deal's entries from 1.
        risk: The risk as it was last found; its status is what people said to it.
        since: The latest day its cause was ever found to have begun; None where none is known.
        evidence: All words that ever said it, those of withdrawn sources excepted.
        opened_on: The day it was first found.
        last_seen_on: The last day on which it was looked for and found.
        settled_on: The day it was no longer found; None while it is.
        told_on: The day it first was a cause for alarm; None if it never was.
        renewed_on: The last day it was one anew: by newer words, or after a time of quiet.
        worsened_on: The last day it was worse than ever before.
        worst: The worst it ever was as a cause for alarm.
        steps: How it stood from when on, in order, at most one a day.
    """

    id: str
    deal: str
    number: int = Field(ge=1)
    risk: Risk
    since: date | None = None
    evidence: tuple[Evidence, ...] = ()
    opened_on: date
    last_seen_on: date
    settled_on: date | None = None
    told_on: date | None = None
    renewed_on: date | None = None
    worsened_on: date | None = None
    worst: Severity | None = None
    steps: tuple[Step, ...] = ()

    @property
    def key(self) -> str:
        """The key of its risk."""
        return self.risk.key

    @property
    def kind(self) -> RiskKind:
        """The kind of its risk."""
        return self.risk.kind

    @property
    def severity(self) -> Severity:
        """How bad its risk was when it was last found."""
        return self.risk.severity

    @property
    def state(self) -> State:
        """How it stands now."""
        return self.steps[-1].to if self.steps else "settled"

    @property
    def open(self) -> bool:
        """Whether it is found, and nobody dismissed or settled it; it may be quiet or muted."""
        return self.settled_on is None and self.risk.status == "open"

    def state_on(self, day: date) -> State | None:
        """How it stood at the end of a day; None before it was found."""
        return next((step.to for step in reversed(self.steps) if step.on <= day), None)
