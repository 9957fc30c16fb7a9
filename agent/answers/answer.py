"""What an answer is made of: statements, none of which goes without what it rests on."""

from typing import Literal, Self

from pydantic import Field, model_validator

from plan.models import Frozen
from plan.sources import Evidence
from plan.values import Entity

UNKNOWN = "Nothing in this deal says so."
"""How an answer admits that nothing tells."""

Basis = Literal["plan", "said", "proposed", "reckoned"]
"""Whether the plan says it, somebody said it, a proposal would make it so, or it is reckoned."""


class ItemRef(Frozen):
    """One thing of a deal's plan. Of `deal` and `plan`, which are one of a kind, the id is that."""

    deal: str
    entity: Entity
    id: str


class Statement(Frozen):
    """One thing that an answer states, and what that rests on, of which there is always some.

    Attributes:
        text: One or two sentences for people, in whole words, with no ids and no quoted words.
        basis: What kind of fact it is.
        items: Things of the plan that show it.
        words: Words of sources that say it; they are cut and shown behind the text.
        proposals: Ids of proposals that would make it so.
        events: Sequence numbers of the events that made it so.
    """

    text: str = Field(min_length=1)
    basis: Basis = "plan"
    items: tuple[ItemRef, ...] = ()
    words: tuple[Evidence, ...] = ()
    proposals: tuple[str, ...] = ()
    events: tuple[int, ...] = ()

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if not (self.items or self.words or self.proposals or self.events):
            raise ValueError("a statement rests on something")
        return self


class Answer(Frozen):
    """The answer to one question.

    Attributes:
        topic: The name of the computed answer, `search`, `proposal`, or `none`.
        statements: The answer first, then the reasons, the strongest first.
        unknown: Whether nothing in the deal tells; statements may then say what comes near.
        note: What is said before the statements and states nothing about the deal: what a name
            was taken for, a question back, that nothing tells.
    """

    topic: str
    statements: tuple[Statement, ...] = ()
    unknown: bool = False
    note: str = ""


def unknown(topic: str, *near: Statement) -> Answer:
    """An answer that admits that nothing tells, with what comes near."""
    return Answer(topic=topic, statements=near, unknown=True, note=UNKNOWN)
