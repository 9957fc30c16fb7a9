"""Events: what happened to a plan. The plan is the fold of its events."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from plan.edits import Values
from plan.models import Frozen
from plan.sources import Evidence
from plan.values import Entity

EventType = Literal["opened", "added", "updated", "retracted"]
VERSION = 1
"""The `v` that new events carry; `plan.upcast` brings older ones up to it."""


class Stamp(Frozen):
    """Who causes events, when and by what.

    Attributes:
        at: The instant, UTC.
        actor: A user's id, `crm:<name>` or `import`.
        cause: The id of the decision that caused them.
    """

    at: datetime
    actor: str = Field(min_length=1)
    cause: str


class Event(Frozen):
    """One thing that happened to one entity of a deal.

    Attributes:
        seq: Position in the deal's history, from 1; the plan's version after it.
        type: `opened` holds the whole plan in `after`; `added` and `updated` the fields set;
            `retracted` takes back an `added` that an undo found untouched, `before` holding all.
        v: Version of this format.
        id: The entity's id, or `deal` or `plan`.
        before: The fields' values before it, in wire form.
        after: The fields' values after it, in wire form.
        evidence: The words it rests on, kept with it for ever.
    """

    seq: int = Field(ge=1)
    type: EventType
    v: int = VERSION
    at: datetime
    actor: str
    cause: str
    entity: Entity
    id: str
    before: Values = Field(default_factory=dict)
    after: Values = Field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
