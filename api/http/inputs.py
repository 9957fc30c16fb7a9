"""What is sent: bodies and parameters, each held to what the store and the domain can take."""

from datetime import date
from typing import Annotated, Literal

from fastapi import Header, Path
from pydantic import Discriminator, Field, JsonValue, StringConstraints, Tag, model_validator

from api.asking.question import QuestionText
from plan.models import COLLECTIONS, Day, Deal, Frozen, Id, Text
from plan.values import Entity, Op
from tools.exchange.plan_file import PlanFile

MOST_DECISIONS = 100
LAST_EVENT = 1_000_000_000
"""Beyond any history, and within what a database column counts to."""


def _numbered(letter: str) -> StringConstraints:
    return StringConstraints(
        pattern=rf"^[a-z0-9]+(-[a-z0-9]+)*\.{letter}[1-9][0-9]{{0,8}}$", max_length=100
    )


ProposalId = Annotated[str, _numbered("p")]
SourceId = Annotated[str, _numbered("s")]
DealPath = Annotated[Id, Path(description="The deal's id, such as acme-wms.")]
SourcePath = Annotated[SourceId, Path(description="The source's id: acme-wms.s3.")]
ProposalPath = Annotated[ProposalId, Path(description="The proposal's id: acme-wms.p3.")]
DecisionPath = Annotated[str, _numbered("d"), Path(description="The decision's id: acme-wms.d7.")]
ThreadId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
ThreadPath = Annotated[ThreadId, Path(description="The conversation's id.")]
MessagePath = Annotated[
    int, Path(ge=1, le=LAST_EVENT, description="The answer's number in its conversation.")
]
LastEvent = Annotated[
    str | None,
    Header(
        alias="Last-Event-ID",
        pattern=r"^(end|0|[1-9][0-9]{0,5})$",
        description="The id of the last event that was heard; all of them without.",
    ),
]

Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
FieldName = Annotated[str, StringConstraints(max_length=80)]
Fields = dict[FieldName, JsonValue]


class NewDeal(Deal):
    """A deal with an empty plan. `as_of` is the day it begins, today where none is given."""

    as_of: Day | None = None


def _form(body: object) -> str:
    return "plan file" if isinstance(body, dict) and "deal" in body else "deal fields"


DealBody = Annotated[
    Annotated[PlanFile, Tag("plan file")] | Annotated[NewDeal, Tag("deal fields")],
    Discriminator(_form),
]
"""A plan in the layout of plan files, or a deal's own fields alone."""


class EditBody(Frozen):
    """A change made by hand.

    Attributes:
        op: `add` or `update`.
        entity: What it is of.
        id: The item's id; an addition without one gets one from its name or title.
        set: The fields that change.
    """

    op: Op = "update"
    entity: Entity
    id: Annotated[str, StringConstraints(max_length=80)] | None = None
    set: Fields

    @model_validator(mode="after")
    def _says_which(self) -> "EditBody":
        if self.op == "update" and self.entity in COLLECTIONS and self.id is None:
            raise ValueError(f"an edit with the `id` of the {self.entity} that it changes")
        return self


class Question(Frozen):
    """A question about a deal or about all of them.

    Attributes:
        question: The question.
        thread: The conversation that it goes on with; a new one begins without.
    """

    question: QuestionText
    thread: ThreadId | None = None


class Approve(Frozen):
    """Make a proposal real.

    Attributes:
        hash: The hash of the proposal that was looked at.
        changes: Values edited before approving; they may add fields.
        with_needs: Approve the additions it refers to as well.
    """

    verdict: Literal["approve"]
    hash: Hash
    changes: Fields = Field(default_factory=dict)
    with_needs: bool = False


class Reject(Frozen):
    """Put a proposal away; a later reading does not propose the same on the same words."""

    verdict: Literal["reject"]
    hash: Hash
    reason: Annotated[Text, Field(min_length=1)]


class ApproveOne(Approve):
    """One approval among several decisions."""

    proposal: ProposalId


class RejectOne(Reject):
    """One rejection among several decisions."""

    proposal: ProposalId


_BY_VERDICT = Discriminator("verdict")
Verdict = Annotated[Approve | Reject, _BY_VERDICT]
Verdicts = Annotated[
    list[Annotated[ApproveOne | RejectOne, _BY_VERDICT]],
    Field(min_length=1, max_length=MOST_DECISIONS),
]


def deal_of(body: NewDeal, today: date) -> PlanFile:
    """The plan file of a deal's own fields."""
    deal = Deal.model_validate(body.model_dump(exclude={"as_of"}))
    return PlanFile(deal=deal, as_of=body.as_of or today)
