"""What the rules look at: a plan on a day, and what is known beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypedDict

from plan.calendar import WEEKENDS, Calendar
from plan.models import Action, Milestone, Plan, Stakeholder
from plan.observations import Absence
from plan.schedule import FINISHED
from plan.thresholds import Thresholds

CLOSED = frozenset({"closed_won", "closed_lost"})
NOBODY: Mapping[str, date] = MappingProxyType({})
"""Of nobody a day is known."""


class Beside(TypedDict, total=False):
    """What is known beside the plan and who was heard; see `Situation`. All may be left out."""

    staged: date | None
    progressed: date | None
    absent: Mapping[str, Absence]
    calendar: Calendar


def _nobody() -> Mapping[str, Absence]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Situation:
    """A plan on a day.

    Attributes:
        plan: The plan as it stands.
        on: The day that is looked at.
        engaged: Each person's last day of engagement in sources, by id.
        known: The day each person became known, by id; `plan.as_of` for those not named.
        numbers: The thresholds that rules go by.
        staged: The day the deal entered its stage; None counts as `plan.as_of`.
        progressed: The last day on which a milestone was done, where that is known.
        absent: Who is or was away until when, by the person's id.
        calendar: The working days of the deal's country, for rules that count those.
    """

    plan: Plan
    on: date
    engaged: Mapping[str, date]
    known: Mapping[str, date]
    numbers: Thresholds
    staged: date | None = None
    progressed: date | None = None
    absent: Mapping[str, Absence] = field(default_factory=_nobody)
    calendar: Calendar = WEEKENDS

    @property
    def closed(self) -> bool:
        """Whether the deal is won or lost."""
        return self.plan.deal.stage in CLOSED

    @property
    def buyers(self) -> tuple[Stakeholder, ...]:
        """The active people of the buyer's side."""
        return tuple(one for one in self.plan.stakeholders if one.active and one.side == "buyer")

    @property
    def open_milestones(self) -> tuple[Milestone, ...]:
        """The milestones that are neither done nor cancelled."""
        return tuple(one for one in self.plan.milestones if one.status not in FINISHED)

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """The actions that are neither done nor cancelled."""
        return tuple(one for one in self.plan.actions if one.status == "open")

    def last_heard(self, person: Stakeholder) -> date | None:
        """The last day a person was engaged, in sources or before them; None if never."""
        return _latest((self.engaged.get(person.id), person.last_engaged))

    def known_since(self, person: Stakeholder) -> date:
        """The day a person became known."""
        return self.known.get(person.id, self.plan.as_of)


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)
