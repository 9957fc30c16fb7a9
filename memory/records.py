"""What the store keeps beside the domain's own data."""

from datetime import date, datetime

from pydantic import Field, JsonValue

from plan.models import Frozen
from plan.values import SourceKind, SourceStatus


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
