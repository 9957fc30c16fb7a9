"""Proposals: edits waiting for a decision, and the decisions taken."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from plan.edits import Edit, Values
from plan.models import Frozen
from plan.values import ProposalStatus

Verdict = Literal["approve", "reject", "edit", "undo", "open"]


class Proposal(Frozen):
    """An edit waiting for a decision, or what became of it.

    Attributes:
        id: `<deal>.p<number>`.
        deal: The deal's id.
        number: Counts the deal's proposals from 1.
        source: The id of the source that was read; None where a person or a chat proposed it.
        reading: Which reading of that source.
        occurred_at: The source's instant; with `source_number` it says which words are later.
        source_number: The source's number in its deal; 0 without a source.
        before: The values its fields had when it was published, in wire form.
        needs: Ids of proposals that add what this one refers to.
        hash: `plan.edits.content_hash` of edit and `before`; a decision names it.
        status: Where it stands.
        confidence: The reader's own figure, 0 to 1, where it gives one. No rule acts on it.
        why: How the reader came to it, for people.
        warnings: What a person should look at before approving.
        created_at: When it was published, UTC.
    """

    id: str
    deal: str
    number: int = Field(ge=1)
    source: str | None = None
    reading: int | None = None
    occurred_at: datetime
    source_number: int = 0
    edit: Edit
    before: Values = Field(default_factory=dict)
    needs: tuple[str, ...] = ()
    hash: str
    status: ProposalStatus = "pending"
    confidence: float | None = Field(default=None, ge=0, le=1)
    why: str = ""
    warnings: tuple[str, ...] = ()
    created_at: datetime


class Decision(Frozen):
    """What somebody decided, kept whole for the record and for undo.

    Attributes:
        id: `<deal>.d<number>`.
        verdict: `approve` and `reject` decide a proposal, `edit` is a person's own change,
            `undo` takes back an earlier decision, `open` starts the deal.
        proposal: The proposal decided, if one was.
        hash: The content hash the decision named.
        proposed: The values proposed, where they differ from those decided.
        decided: The values decided.
        reason: Why, in the person's words.
        first_event: The first event it caused; None if it caused none.
        last_event: The last event it caused.
        undone_by: The decision that took it back.
        undoes: The decision it took back.
        notes: What the person was told, such as what an undo left alone.
    """

    id: str
    deal: str
    number: int = Field(ge=1)
    verdict: Verdict
    actor: str
    at: datetime
    proposal: str | None = None
    hash: str | None = None
    proposed: Values = Field(default_factory=dict)
    decided: Values = Field(default_factory=dict)
    reason: str = ""
    first_event: int | None = None
    last_event: int | None = None
    undone_by: str | None = None
    undoes: str | None = None
    notes: tuple[str, ...] = ()
