"""What a deal's plan holds. A plan is one version of it; events lead from one to the next."""

from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
)

from plan.numbers import plain_number
from plan.values import (
    ActionStatus,
    Entity,
    Influence,
    MilestoneKind,
    MilestoneStatus,
    Phase,
    Role,
    Sentiment,
    Side,
    Stage,
)

SCHEMA = 1
"""Number of the stored plan document's form; raise it with any change that old ones do not fit."""


class Frozen(BaseModel):
    """Base of all domain data: immutable, and refusing fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


T = TypeVar("T")


def storable(text: str) -> str:
    """Text that every database takes.

    Raises:
        ValueError: It holds the NUL character, which PostgreSQL refuses.
    """
    if "\0" in text:
        raise ValueError("text without NUL characters")
    return text


def iso_day(value: object) -> object:
    """A day as a date or in ISO form, left to pydantic, which would also take seconds since 1970.

    Raises:
        ValueError: It is a number or otherwise no day.
    """
    if isinstance(value, date) or (isinstance(value, str) and value[4:5] == "-"):
        return value
    raise ValueError("a date such as 2026-03-20")


def once_each(items: tuple[T, ...]) -> tuple[T, ...]:
    """The items in their order, each only where it comes first."""
    return tuple(dict.fromkeys(items))


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    AfterValidator(storable),
]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=4000), AfterValidator(storable)
]
Day = Annotated[date, BeforeValidator(iso_day)]
Ids = Annotated[tuple[Id, ...], AfterValidator(once_each)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False, max_digits=24, decimal_places=8),
    PlainSerializer(plain_number, return_type=str, when_used="json"),
]


def known_zone(name: str) -> str:
    """The name of a time zone that is known here.

    Raises:
        ValueError: It is not an IANA time zone, such as `Europe/Berlin`.
    """
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("an IANA time zone such as Europe/Berlin") from None


TimeZone = Annotated[str, AfterValidator(known_zone)]
Amount = Annotated[Number, Field(ge=0)]


class Deal(Frozen):
    """One opportunity. `owner` is a user's id, `country` ISO 3166, `time_zone` an IANA name."""

    id: Id
    name: Line
    account: Line
    seller: Line
    amount: Amount | None = None
    currency: Currency | None = None
    stage: Stage = "discovery"
    close_date: Day | None = None
    owner: Line | None = None
    time_zone: TimeZone | None = None
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None


class Stakeholder(Frozen):
    """A person on the buyer's, seller's or a partner's side.

    `last_engaged` is what was known when the deal was opened; later engagement is
    an observation and lives beside the plan.
    """

    id: Id
    name: Line
    email: Line | None = None
    title: Line | None = None
    side: Side
    roles: Annotated[tuple[Role, ...], AfterValidator(once_each)] = ()
    influence: Influence | None = None
    sentiment: Sentiment | None = None
    reports_to: Id | None = None
    active: bool = True
    last_engaged: Day | None = None
    shared: bool = False


class Outcome(Frozen):
    """A success metric in the buyer's words, with the numbers it goes from and to."""

    id: Id
    metric: Line
    unit: Line | None = None
    baseline: Number | None = None
    target: Number | None = None
    actual: Number | None = None
    due: Day | None = None
    shared: bool = False


class Milestone(Frozen):
    """A step both sides agree on. `depends_on` and `outcomes` hold ids of this plan."""

    id: Id
    title: Line
    kind: MilestoneKind = "other"
    phase: Phase | None = None
    owner: Id | None = None
    due: Day | None = None
    status: MilestoneStatus = "planned"
    depends_on: Ids = ()
    outcomes: Ids = ()
    value: Text | None = None
    shared: bool = False


class Action(Frozen):
    """A small next step, usually under a milestone."""

    id: Id
    title: Line
    milestone: Id | None = None
    owner: Id | None = None
    due: Day | None = None
    status: ActionStatus = "open"
    shared: bool = False


Item = Outcome | Milestone | Action | Stakeholder


class Plan(Frozen):
    """A deal and all that is planned for it, at one version.

    Attributes:
        version: How many events led here; the last one's sequence number.
        as_of: The day the plan was true when the deal was opened; nothing falls due before it.
    """

    version: int = 0
    deal: Deal
    as_of: Day
    objective: Text | None = None
    stakeholders: tuple[Stakeholder, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    actions: tuple[Action, ...] = ()

    def items(self, entity: Entity) -> tuple[Item, ...]:
        """All items of one kind; empty for `deal` and `plan`, which are one of a kind."""
        return getattr(self, COLLECTIONS[entity]) if entity in COLLECTIONS else ()

    def find(self, entity: Entity, item_id: str) -> Item | None:
        """The item of that kind and id, or None."""
        return next((item for item in self.items(entity) if item.id == item_id), None)

    def person(self, person_id: str | None) -> Stakeholder | None:
        """The stakeholder of that id, or None."""
        return next((one for one in self.stakeholders if one.id == person_id), None)


COLLECTIONS: dict[Entity, str] = {
    "stakeholder": "stakeholders",
    "outcome": "outcomes",
    "milestone": "milestones",
    "action": "actions",
}
MODELS: dict[Entity, type[Item]] = {
    "stakeholder": Stakeholder,
    "outcome": Outcome,
    "milestone": Milestone,
    "action": Action,
}
