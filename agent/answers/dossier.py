"""What answers are computed from: a deal as it stands and how it came to that; and the question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from agent.answers.answer import ItemRef
from memory.records import SourceRecord
from plan.events import Event
from plan.models import Frozen, Plan, Stakeholder
from plan.observations import Risk
from plan.proposals import Proposal
from plan.thresholds import DEFAULTS, Thresholds
from plan.values import Entity, Role, Side


@dataclass(frozen=True)
class Dossier:
    """A deal on a day, without the words of its sources: those are cut from evidence when shown.

    Attributes:
        plan: The plan as it stands.
        today: The deal's own day.
        events: Its history, oldest first.
        risks: Open risks, said and derived, on that day.
        proposals: Proposals that wait for a decision.
        engaged: Each person's last day of engagement in sources, by id.
        sources: Its sources in order of arrival, without words.
        user: The stakeholder's id of who asks, where the plan knows them.
        numbers: The thresholds to go by.
    """

    plan: Plan
    today: date
    events: tuple[Event, ...] = ()
    risks: tuple[Risk, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    engaged: Mapping[str, date] = field(default_factory=dict)
    sources: tuple[SourceRecord, ...] = ()
    user: str | None = None
    numbers: Thresholds = DEFAULTS

    def ref(self, entity: Entity, item_id: str = "") -> ItemRef:
        """A reference to one of its things; `deal` and `plan` need no id."""
        return ItemRef(deal=self.plan.deal.id, entity=entity, id=item_id or entity)

    def person(self, person_id: str | None) -> Stakeholder | None:
        """The stakeholder of that id, or None."""
        return self.plan.person(person_id)


class About(Frozen):
    """What a question is about, as far as it was recognised in it.

    Attributes:
        people: Ids of stakeholders, in the order in which they are named.
        items: Milestones, actions and outcomes, the likeliest first.
        roles: Roles asked after.
        side: The side asked after: "we" is the seller's, "they" the buyer's.
        since: The first day asked after.
        until: The last day asked after.
        text: The question's own words.
    """

    people: tuple[str, ...] = ()
    items: tuple[ItemRef, ...] = ()
    roles: tuple[Role, ...] = ()
    side: Side | None = None
    since: date | None = None
    until: date | None = None
    text: str = ""
