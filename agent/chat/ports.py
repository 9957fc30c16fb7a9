"""What a chat works with, and what it tells while it works."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, Protocol

from pydantic import Field, JsonValue

from agent.answers.answer import Answer, Statement
from agent.answers.dossier import Dossier
from memory.records import Message, Recalled
from plan.models import Frozen
from plan.proposals import Proposal
from plan.sources import Evidence, Source
from plan.usage import Usage
from plan.values import SourceKind


class Quoted(Frozen):
    """Words cut from a source, and whose they are.

    Attributes:
        text: The words, character for character.
        speaker: The speaker's or writer's name as the plan has it, else as the source has it;
            None where nobody is known.
        kind: What kind of source it is.
        day: The source's own day.
    """

    text: str
    speaker: str | None
    kind: SourceKind
    day: date


class Library(Protocol):
    """What may be looked up and proposed on one user's behalf in one workspace.

    Nothing in it takes a workspace or a user: those come with it, and never from a model.

    Attributes:
        deal: The deal that is spoken of; None where all are.
        user: The user's name, for prompts.
    """

    deal: str | None
    user: str

    def dossier(self, deal: str) -> Dossier:
        """A deal as it stands.

        Raises:
            NotFoundError: No such deal in this workspace.
        """

    def portfolio(self) -> Sequence[Dossier]:
        """All deals of the workspace by close date, without their events and sources."""

    def search(self, deal: str, query: str, k: int) -> Sequence[Recalled]:
        """The deal's chunks that may answer, best first; none is a right answer."""

    def source(self, source: str) -> Source:
        """A source with its words.

        Raises:
            NotFoundError: No such source in this workspace.
        """

    def quoted(self, evidence: Evidence) -> Quoted:
        """The words that evidence points to, cut from their source.

        Raises:
            NotFoundError: No such source in this workspace.
            LookupError: There are no such words in it.
        """

    def propose(
        self, deal: str, entity: str, item_id: str, values: Mapping[str, JsonValue], why: str
    ) -> Proposal:
        """A pending proposal, shown for approval; an empty id asks for a new thing.

        Raises:
            RefusedError: No such change can be made; the message says why.
            NotFoundError: No such deal or thing.
        """

    def stamp(self) -> str:
        """A text that differs as soon as anything that answers may rest on has changed."""


class Asked(Frozen):
    """One question with what went before it.

    Attributes:
        question: The user's words.
        before: The thread so far, oldest first.
        thread: The thread's id.
    """

    question: Annotated[str, Field(min_length=1, max_length=4000)]
    before: tuple[Message, ...] = ()
    thread: str = ""


class Looking(Frozen):
    """A tool is being asked."""

    type: Literal["looking"] = "looking"
    tool: str
    about: str = ""


class Noting(Frozen):
    """Words that state nothing about the deal: that nothing tells, a question back."""

    type: Literal["noting"] = "noting"
    text: str


class Stating(Frozen):
    """One statement of the answer, checked; `text` is how it is shown, its words quoted."""

    type: Literal["stating"] = "stating"
    statement: Statement
    text: str


class Proposing(Frozen):
    """A proposal that now waits for approval."""

    type: Literal["proposing"] = "proposing"
    proposal: str


class Answered(Frozen):
    """The answer is complete.

    Attributes:
        by: `embedded`, or `model:` and the model's name.
        prompt: Name, version and hash of the prompt; empty where no model was asked.
        warnings: What the user should know: statements that were taken away, and why.
        usage: What asking a model took; nothing where a remembered answer served.
    """

    type: Literal["answered"] = "answered"
    answer: Answer
    text: str
    by: str
    prompt: str = ""
    warnings: tuple[str, ...] = ()
    usage: Usage = Usage()


class Failing(Frozen):
    """No answer could be given; `reason` says what happened and what to do."""

    type: Literal["failing"] = "failing"
    reason: str


Happening = Looking | Noting | Stating | Proposing | Answered | Failing
"""What a chat tells while it answers; `Answered` or `Failing` comes last, and once."""


class Chat(Protocol):
    """Answers questions. It changes nothing: what it proposes waits for a person.

    `name` is `embedded` or `model:<provider>:<name>`.
    """

    name: str

    def answer(self, asked: Asked, library: Library) -> Iterator[Happening]:
        """What happens on the way to an answer, and the answer; closing it cancels.

        A provider that cannot answer is told as `Failing`, not raised.
        """
