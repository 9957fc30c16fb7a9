"""What next actions are found in: a plan on a day, its open risks, and what is new."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from plan.models import Action, Milestone, Plan, Stakeholder
from plan.observations import Absence, Risk
from plan.readings import Finding
from plan.sources import Turn

FRESH = timedelta(days=3)
"""How long what was said counts as just said where no source is being read."""


def _nobody() -> Mapping[str, Absence]:
    return MappingProxyType({})


def _never() -> Mapping[str, date]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Scene:
    """A deal on a day.

    Attributes:
        plan: The plan as it would be with all that is proposed.
        on: The day.
        risks: The risks open on it.
        source: The id of the source just read; empty where none is.
        turns: What was said in it.
        findings: What it changes.
        engaged: Each person's last day of engagement, by id.
        known: The day each person added since the deal was opened became known, by id.
        absent: Who is away until when, by the person's id.
    """

    plan: Plan
    on: date
    risks: tuple[Risk, ...] = ()
    source: str = ""
    turns: tuple[Turn, ...] = ()
    findings: tuple[Finding, ...] = ()
    engaged: Mapping[str, date] = field(default_factory=_never)
    known: Mapping[str, date] = field(default_factory=_never)
    absent: Mapping[str, Absence] = field(default_factory=_nobody)

    @property
    def buyers(self) -> tuple[Stakeholder, ...]:
        """The active people of the buyer's side."""
        return tuple(one for one in self.plan.stakeholders if one.active and one.side == "buyer")

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """The actions that are neither done nor cancelled."""
        return tuple(one for one in self.plan.actions if one.status == "open")

    def milestone(self, milestone: str | None) -> Milestone | None:
        """The milestone of that id, or None."""
        return next((one for one in self.plan.milestones if one.id == milestone), None)

    def added(self, item: str) -> Finding | None:
        """What adds an item in the source just read; None if nothing there does."""
        return next(
            (one for one in self.findings if one.edit.op == "add" and one.edit.id == item), None
        )

    def is_fresh(self, risk: Risk) -> bool:
        """Whether a risk was said in the source just read, or in the last days."""
        if any(self.source and one.source == self.source for one in risk.evidence):
            return True
        return risk.since is not None and self.on - risk.since <= FRESH

    def last_heard(self, person: Stakeholder) -> date | None:
        """The last day a person was engaged, in sources or before them; None if never."""
        days = (self.engaged.get(person.id), person.last_engaged)
        return max((one for one in days if one is not None), default=None)

    def is_here(self, person: str) -> bool:
        """Whether somebody is of the deal, has not left it and is not away on the day."""
        known = self.plan.person(person)
        return known is not None and known.active and not self.is_away(person)

    def is_away(self, person: str) -> bool:
        """Whether somebody is away on the day."""
        absence = self.absent.get(person)
        return absence is not None and self.on < absence.until
