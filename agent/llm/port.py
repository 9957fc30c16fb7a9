"""What a caller asks of a language model, and what it gets."""

from typing import Annotated, Literal, Protocol

from pydantic import Field, JsonValue

from plan.models import Frozen
from plan.usage import Usage

Mode = Literal["schema", "json", "plain"]
"""How an answer's shape is asked for: by a JSON schema the server enforces, as any JSON, or not."""

Finish = Literal["stop", "length", "refused"]
"""Why an answer ended: it was complete, cut off at a limit of tokens, or the model would not."""

WINDOW = 128_000
"""Tokens that a model takes in, where neither its provider's list nor a setting says."""


class Shape(Frozen):
    """A JSON schema that an answer must have.

    Attributes:
        name: What it is the shape of; letters, digits, `_` and `-`, as providers demand.
        document: The schema, in the subset that strict modes take.
    """

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    document: dict[str, JsonValue]


class Ask(Frozen):
    """One question to a model.

    Attributes:
        workspace: Whose it is: answers are kept, and tokens counted, under it.
        source: The source whose words it holds, with which its answer is forgotten; None for none.
        prompt: The prompt's name, version and hash: `read/v1#<hash>`.
        system: The rules; the same from call to call, so that providers cache them.
        user: The matter.
        shape: What the answer must look like; None for free text.
        mode: How the shape is asked for.
    """

    workspace: str
    source: str | None
    prompt: str
    system: str
    user: str
    shape: Shape | None = None
    mode: Mode = "schema"


class Answer(Frozen):
    """What a model answered, and what that took."""

    text: str
    usage: Usage
    finish: Finish = "stop"


class LanguageModel(Protocol):
    """Answers questions; safe to use from several threads at once."""

    @property
    def name(self) -> str:
        """`<provider>:<name>`, as in the setting TANDEM_MODEL."""

    @property
    def window(self) -> int:
        """How many tokens it takes in at once."""

    def ask(self, ask: Ask) -> Answer:
        """The model's answer, also a cut-off or refused one: see `finish`.

        Raises:
            BusyError: It cannot answer now: a limit, an outage, a dropped connection.
            CircuitOpenError: It failed so often in a row that it is left alone for a while.
            RejectedError: The provider will not take such a request: key, model or content.
            ShapeUnsupportedError: It does not take a shape in the mode asked for.
            OverBudgetError: The workspace has used its tokens for today.
        """
