"""What an edit may be: one form for each thing a plan holds, with its own fields and no others.

All fields are required, as strict modes demand; one that says nothing is null. Ids are the
short ones that the prompt shows, or n1, n2 … for what the answer itself adds. They are not
enumerated: a form that changed with the deal would keep providers from caching it.
"""

from typing import Annotated, Literal

from pydantic import Field, FiniteFloat

from plan.models import Frozen
from plan.values import (
    ActionStatus,
    Influence,
    MilestoneKind,
    MilestoneStatus,
    Phase,
    Role,
    Sentiment,
    Side,
    Stage,
)

Emptied = Literal["due", "owner"]
"""A field that can be taken away with nothing in its place."""


class NewAction(Frozen):
    """A small next step that the plan does not have."""

    what: Literal["new_action"]
    id: str
    title: str
    milestone: str | None
    owner: str | None
    due: str | None


class ActionChange(Frozen):
    """Another state of an action that is there."""

    what: Literal["action"]
    id: str
    status: ActionStatus | None
    milestone: str | None
    owner: str | None
    due: str | None
    clear: list[Emptied]


class NewMilestone(Frozen):
    """A step of both sides that the plan does not have."""

    what: Literal["new_milestone"]
    id: str
    title: str
    kind: MilestoneKind
    phase: Phase | None
    owner: str | None
    due: str | None
    depends_on: list[str] | None


class MilestoneChange(Frozen):
    """Another state of a milestone that is there."""

    what: Literal["milestone"]
    id: str
    title: str | None
    status: MilestoneStatus | None
    owner: str | None
    due: str | None
    depends_on: list[str] | None
    clear: list[Emptied]


class NewPerson(Frozen):
    """Somebody with a part in the deal whom it does not know."""

    what: Literal["new_person"]
    id: str
    name: str
    side: Side
    title: str | None
    email: str | None
    roles: list[Role] | None
    influence: Influence | None
    sentiment: Sentiment | None
    reports_to: str | None


class PersonChange(Frozen):
    """What is different about somebody who is known."""

    what: Literal["person"]
    id: str
    active: bool | None
    title: str | None
    email: str | None
    roles: list[Role] | None
    influence: Influence | None
    sentiment: Sentiment | None
    reports_to: str | None


class NewOutcome(Frozen):
    """A success metric that the plan does not have."""

    what: Literal["new_outcome"]
    id: str
    metric: str
    unit: str | None
    baseline: FiniteFloat | None
    target: FiniteFloat | None
    due: str | None


class OutcomeChange(Frozen):
    """Other numbers of a metric that is there."""

    what: Literal["outcome"]
    id: str
    baseline: FiniteFloat | None
    target: FiniteFloat | None
    actual: FiniteFloat | None
    due: str | None


class DealChange(Frozen):
    """Another state of the deal itself."""

    what: Literal["deal"]
    stage: Stage | None
    amount: FiniteFloat | None
    currency: str | None
    close_date: str | None


class ObjectiveChange(Frozen):
    """Another reason why the buyer does this at all."""

    what: Literal["objective"]
    objective: str


New = NewAction | NewMilestone | NewPerson | NewOutcome
Change = Annotated[
    New
    | ActionChange
    | MilestoneChange
    | PersonChange
    | OutcomeChange
    | DealChange
    | ObjectiveChange,
    Field(discriminator="what"),
]
