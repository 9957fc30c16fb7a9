"""What a fake server answers to one request."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import JsonValue

Finish = Literal["stop", "length", "content_filter", "tool_calls"]


@dataclass(frozen=True)
class Says:
    """A chat completion: text, a refusal, or calls of tools.

    Attributes:
        text: The content.
        finish: Why it ended.
        refusal: The refusal, in place of a content.
        tools: Names of called tools and their arguments.
        tokens: Tokens in and out; None for a server that does not tell them.
    """

    text: str = ""
    finish: Finish = "stop"
    refusal: str | None = None
    tools: tuple[tuple[str, dict[str, JsonValue]], ...] = ()
    tokens: tuple[int, int] | None = (100, 10)


@dataclass(frozen=True)
class Fails:
    """An error in OpenAI's form.

    Attributes:
        status: The HTTP status.
        message: What it says.
        code: Its short name.
        param: The parameter it is about.
        headers: Further headers, such as Retry-After.
    """

    status: int
    message: str = "It failed."
    code: str | None = None
    param: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sends:
    """Any bytes with any status: pages of a proxy, broken JSON, errors of another form."""

    body: bytes
    status: int = 200
    content_type: str = "application/json"


@dataclass(frozen=True)
class Cuts:
    """A reply whose connection is dropped after some of its bytes; 0 for before any."""

    reply: Says
    after: int = 60


@dataclass(frozen=True)
class Waits:
    """A reply that comes after some seconds, or when the server is closed."""

    seconds: float
    reply: "Reply"


Reply = Says | Fails | Sends | Cuts | Waits
