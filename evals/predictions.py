"""Predictions: what a reader found in one source, in the form that `tandem read --json` prints."""

from pydantic import BaseModel, ConfigDict, Field, JsonValue


class Lenient(BaseModel):
    """Base of what comes from outside: frozen, and indifferent to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class PredictedEdit(Lenient):
    """One edit. Nothing in it is trusted: op, entity, fields and values may be anything.

    Attributes:
        quotes: The words it rests on, one text each.
        confidence: 0 to 1, where the reader gives one.
        warnings: Doubts it was shown with.
    """

    op: str
    entity: str
    id: str | None = None
    set: dict[str, JsonValue] = Field(default_factory=dict)
    quotes: tuple[str, ...] = ()
    confidence: float | None = Field(default=None, ge=0, le=1)
    warnings: tuple[str, ...] = ()


class PredictedRisk(Lenient):
    """One risk held to be open on the source's day."""

    kind: str
    severity: str = ""
    stakeholders: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


class PredictedAction(Lenient):
    """One next action, best first in its list."""

    intent: str
    to: tuple[str, ...] = ()


class Prediction(Lenient):
    """All that was found in one source."""

    source: str = ""
    edits: tuple[PredictedEdit, ...] = ()
    risks: tuple[PredictedRisk, ...] = ()
    next_best_actions: tuple[PredictedAction, ...] = ()


class Cited(Lenient):
    """Words that an answer points to, by the source's file name."""

    source: str
    quote: str


class PredictedAnswer(Lenient):
    """An answer to a question; `unknown` says that nothing in the deal tells."""

    question: str
    answer: str = ""
    unknown: bool = False
    cites: tuple[Cited, ...] = ()
