"""What the store keeps beside the domain's own data."""

from datetime import date, datetime
from decimal import Context, Inexact
from functools import reduce
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field, JsonValue

from plan.models import Frozen, storable
from plan.numbers import Dollars
from plan.values import SourceKind, SourceStatus

Tokens = Annotated[int, Field(ge=0)]
Storable = Annotated[str, AfterValidator(storable)]

_EXACT = Context(prec=100, traps=[Inexact])
"""Adds without rounding, whatever precision the caller's thread computes with."""


class SourceRecord(Frozen):
    """A source as the store knows it, without its words.

    Attributes:
        id: `<deal>.s<number>`.
        deal: The deal's id.
        number: Order of arrival in the deal, from 1; orders the queue and nothing else.
        reading: Which reading of it was asked for last, from 1.
        status: Where it stands.
        reason: Why it failed or was withdrawn, for people.
        added_by: The user who added it.
        added_at: When, UTC.
        authenticated: Whether its sender is vouched for, by a user's upload or by the mail itself.
    """

    id: str
    deal: str
    number: int = Field(ge=1)
    reading: int = Field(default=1, ge=1)
    status: SourceStatus = "queued"
    reason: str = ""
    kind: SourceKind
    title: str = ""
    filename: str = ""
    day: date
    occurred_at: datetime
    sha256: str
    message_id: str | None = None
    added_by: str
    added_at: datetime
    authenticated: bool = True


class OutboxRow(Frozen):
    """Something decided that the world outside is to hear of. `id` is its idempotency key."""

    id: str
    deal: str
    decision: str
    payload: dict[str, JsonValue]
    created_at: datetime


class User(Frozen):
    """Somebody who works in a workspace."""

    id: str
    name: str
    email: str | None = None
    role: str = "rep"
    manager: str | None = None


class ApiKey(Frozen):
    """A bearer key; only the sha256 of its 256 random bits is kept.

    Attributes:
        id: Short public name, shown in lists.
        digest: sha256 of the key, hex.
        user: Whose actions it acts as.
        scopes: What it may do: `read`, `write`.
    """

    id: str
    digest: str
    user: str
    scopes: tuple[str, ...] = ("read", "write")
    created_at: datetime
    revoked_at: datetime | None = None


class Chunk(Frozen):
    """Some consecutive words of a source, as they are embedded and searched.

    Attributes:
        id: `<source>.c<n>`.
        n: Position in the source, from 1.
        day: The source's own day.
        occurred_at: The source's instant: what was said before another source.
        first_turn: `n` of the turn in which it begins.
        start: Offset of its first character in that turn's text.
        last_turn: `n` of the turn in which it ends.
        end: Offset after its last character in that turn's text.
        speakers: The labels of those who speak in it, in order, each once.
        text: Its words, a line a turn, each behind its speaker's label.
    """

    id: str
    deal: str
    source: str
    n: int = Field(ge=1)
    day: date
    occurred_at: datetime
    first_turn: int = Field(ge=1)
    start: int = Field(ge=0)
    last_turn: int = Field(ge=1)
    end: int = Field(gt=0)
    speakers: tuple[str, ...] = ()
    text: Storable


class Recalled(Frozen):
    """A chunk of a deal's sources that may answer a question; `score` is only to compare with."""

    chunk: Chunk
    score: float


class Thread(Frozen):
    """One user's conversation about a deal, or about all deals of the workspace.

    Attributes:
        id: Random, hex.
        user: Whose it is; nobody else sees it.
        deal: The deal's id; None for one about all deals.
        title: The first question, cut short.
    """

    id: str
    user: str
    deal: str | None = None
    title: Storable = ""
    created_at: datetime


class Message(Frozen):
    """A question or an answer in a thread.

    Attributes:
        n: Position in the thread, from 1.
        role: Who says it.
        status: Where an answer stands; a question is `done` at once.
        text: The question, or the answer as it was shown.
        answer: The answer with its citations, as JSON; empty for a question.
        sources: Ids of the sources whose words `text` holds; with them it is forgotten.
        at: When, UTC.
    """

    thread: str
    n: int = Field(ge=1)
    role: Literal["user", "tandem"]
    status: Literal["answering", "done", "cancelled", "failed", "forgotten"] = "done"
    text: Storable
    answer: dict[str, JsonValue] = Field(default_factory=dict)
    sources: tuple[str, ...] = ()
    at: datetime


class KeptAnswer(Frozen):
    """What a model answered, which holds words of the sources it was asked about.

    Attributes:
        key: sha256, in hex, of all that decides the answer: model, prompt and input.
        source: The source with which it is forgotten; None where it rests on none.
        others: Further sources with each of which it is forgotten.
        model: The model's name, `<provider>:<name>`.
        prompt: The prompt's name, version and hash.
        text: The answer.
        finish: Why it ended: it was complete, cut off, or the model would not.
        tokens_in: Tokens sent.
        tokens_out: Tokens answered.
        at: When, UTC.
    """

    key: str
    source: str | None = None
    others: tuple[str, ...] = ()
    model: str
    prompt: str
    text: Storable
    finish: Literal["stop", "length", "refused"] = "stop"
    tokens_in: Tokens = 0
    tokens_out: Tokens = 0
    at: datetime


class Spent(Frozen):
    """What asking models took. It adds up with `+`.

    Attributes:
        tokens_in: Tokens sent.
        tokens_out: Tokens answered.
        money: What those with a known price cost; None where there are none of these.
        unpriced_tokens: Tokens, sent and answered, whose price is not known.
    """

    tokens_in: Tokens = 0
    tokens_out: Tokens = 0
    money: Dollars | None = None
    unpriced_tokens: Tokens = 0

    def __add__(self, other: "Spent") -> "Spent":
        known = [one.money for one in (self, other) if one.money is not None]
        return Spent(
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            money=reduce(_EXACT.add, known) if known else None,
            unpriced_tokens=self.unpriced_tokens + other.unpriced_tokens,
        )


class Wake(NamedTuple):
    """A deal whose risks are to be looked at, and by whose clock.

    Attributes:
        deal: The deal's id.
        on: The day that was foreseen for it; None if there was none, or the deal changed since.
        time_zone: The deal's time zone; None for the workspace's.
        country: The deal's country; None for the workspace's.
    """

    deal: str
    on: date | None
    time_zone: str | None
    country: str | None


class Digest(Frozen):
    """A digest that somebody got.

    Attributes:
        user: Who.
        day: The day it was for, by the user's own clock.
        at: When it was sent, UTC.
        items: What was in it: whatever tells its parts from what later digests could hold.
    """

    user: str
    day: date
    at: datetime
    items: tuple[str, ...] = ()
