"""What the rules look at: a plan on a day, and who was heard when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plan.models import Milestone, Plan, Stakeholder
from plan.thresholds import Thresholds

CLOSED = frozenset({"closed_won", "closed_lost"})
FINISHED = frozenset({"done", "cancelled"})


@dataclass(frozen=True)
class Situation:
    """A plan on a day.

    Attributes:
        plan: The plan as it stands.
        on: The day that is looked at.
        engaged: Each person's last day of engagement in sources, by id.
        known: The day each person became known, by id; `plan.as_of` for those not named.
        numbers: The thresholds that rules go by.
    """

    plan: Plan
    on: date
    engaged: Mapping[str, date]
    known: Mapping[str, date]
    numbers: Thresholds

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

    def last_heard(self, person: Stakeholder) -> date | None:
        """The last day a person was engaged, in sources or before them; None if never."""
        return _latest((self.engaged.get(person.id), person.last_engaged))

    def known_since(self, person: Stakeholder) -> date:
        """The day a person became known."""
        return self.known.get(person.id, self.plan.as_of)


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)
