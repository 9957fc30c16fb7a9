"""Which errors are the caller's to mend, and what HTTP says of each: the one table of them.

Whatever is not in it is a fault of Tandem's own.
"""

from agent.errors import AgentError, ReaderUnavailableError
from api.asking.errors import AskingError, StillAnsweringError, TooManyAnswersError
from api.jobs import JobsError
from memory.errors import ConflictError, NotFoundError, StoreError
from plan.errors import PlanError, RefusedError
from tools.desk.errors import (
    AlreadyDecidedError,
    ChangedError,
    DeskError,
    NeedsError,
    NothingToUndoError,
)
from tools.exchange.errors import DealExistsError, ExchangeError
from tools.intake.errors import IntakeError

STATUSES: dict[type[Exception], int] = {
    NotFoundError: 404,
    ConflictError: 409,
    AlreadyDecidedError: 409,
    ChangedError: 409,
    NeedsError: 409,
    NothingToUndoError: 409,
    DealExistsError: 409,
    StillAnsweringError: 409,
    RefusedError: 422,
    IntakeError: 422,
    ExchangeError: 422,
    ReaderUnavailableError: 503,
    TooManyAnswersError: 503,
}
"""What HTTP answers; a subclass counts as its nearest base here."""

EXPECTED = (
    PlanError,
    StoreError,
    DeskError,
    ExchangeError,
    IntakeError,
    AgentError,
    JobsError,
    AskingError,
)
"""Errors whose message is for the person who asked."""


def status_of(error: Exception) -> int:
    """The HTTP status of an expected error; 500 for one that has none."""
    return next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), 500)
