"""What stands in a case's gold files and its questions.yaml, as FORMAT.md lays them out."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, JsonValue, StringConstraints

from plan.models import Day, Frozen, Id, Ids, Line
from plan.values import Entity, Intent, Op, RiskKind, Severity, TrapReason

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


def one_or_many(value: object) -> object:
    """A single text as a list of one."""
    return (value,) if isinstance(value, str) else value


def empty_for_nothing(value: object) -> object:
    """A key with nothing after it is an empty list."""
    return () if value is None else value


def as_written(value: object) -> object:
    """A date or number as the words they are written with."""
    return str(value) if isinstance(value, date | Decimal | int) else value


Phrase = Annotated[Line, BeforeValidator(as_written)]
Quotes = Annotated[tuple[Words, ...], BeforeValidator(one_or_many)]


class GoldEdit(Frozen):
    """An edit that a careful reader makes; an optional one (`required: false`) may be made.

    Attributes:
        set: Field values as the file has them; of an add also the case's own `id` for it.
        quote: The words that justify it, each in one turn.
        speaker: Whose words they are: a person's id.
    """

    op: Op
    entity: Entity
    id: Id | None = None
    set: dict[str, JsonValue | Day | Decimal]
    quote: Annotated[Quotes, Field(min_length=1)]
    speaker: Id | None = None
    required: bool = True

    @property
    def item(self) -> str:
        """The id of what it changes or adds; the entity's own name for the deal and its plan."""
        given = self.id or self.set.get("id")
        return str(given) if given else self.entity


class Trap(Frozen):
    """Words that must change nothing. `note` is for people: why somebody rejected it, say."""

    quote: Annotated[Quotes, Field(min_length=1)]
    why: TrapReason
    note: str = ""


class GoldRisk(Frozen):
    """A risk open on the source's day; one that somebody said has the words that say it.

    `source_nn` is the number of an earlier source, such as `01`, that holds the words.
    """

    kind: RiskKind
    severity: Severity | None = None
    stakeholders: Ids = ()
    milestones: Ids = ()
    quote: Quotes = ()
    source_nn: str | None = None


class GoldAction(Frozen):
    """A first next action that would be right."""

    intent: Intent
    to: Ids = ()


class Gold(Frozen):
    """A gold file: what one source should change, raise and suggest.

    Attributes:
        risks: All that are open once the required edits are made; None, where the file has no
            such key, leaves risks unjudged.
        next_best_action: Any of them is right as the first; likewise.
    """

    source: Line
    date: Day
    edits: Annotated[tuple[GoldEdit, ...], BeforeValidator(empty_for_nothing)] = ()
    traps: Annotated[tuple[Trap, ...], BeforeValidator(empty_for_nothing)] = ()
    risks: Annotated[tuple[GoldRisk, ...] | None, BeforeValidator(empty_for_nothing)] = None
    next_best_action: Annotated[
        tuple[GoldAction, ...] | None, BeforeValidator(empty_for_nothing)
    ] = None


class Citation(Frozen):
    """Words of one of the case's sources, by its file name."""

    source: Line
    quote: Words


class Question(Frozen):
    """A question about the deal and what a right answer holds.

    Attributes:
        after: Asked once the source of this number was read and its gold edits were made.
        facts: A right answer holds one phrase of every line.
        forbidden: And none of these (`not` in the file).
        unknown: Nothing in the deal says it; a right answer admits that.
        cites: Words that support the answer.
    """

    question: Line
    after: int = Field(ge=1)
    facts: tuple[Annotated[tuple[Phrase, ...], Field(min_length=1)], ...] = ()
    forbidden: tuple[Phrase, ...] = Field(default=(), alias="not")
    unknown: bool = False
    cites: tuple[Citation, ...] = ()
