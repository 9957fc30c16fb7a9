"""Nobody has promised anything that lies ahead."""

from collections.abc import Iterator, Sequence
from datetime import date

from plan.calendar import shifted
from plan.models import Action
from plan.observations import Risk
from plan.risks.situation import Situation
from plan.risks.wording import day, listed


def no_next_step(situation: Situation) -> Iterator[Risk]:
    """One risk if no open action has a due date on or after the day.

    High if no action is open at all, else medium. A closed deal has none.
    """
    waiting = situation.open_actions
    ahead = any(one.due is not None and one.due >= situation.on for one in waiting)
    if situation.closed or ahead:
        return
    yield Risk(
        kind="no_next_step",
        severity="medium" if waiting else "high",
        why=f"No open action is due on or after {day(situation.on)}: {_what_there_is(waiting)}.",
        since=_after_the_last(situation),
    )


def turns(situation: Situation) -> Iterator[date]:
    """The day after the last open action is due."""
    last = _after_the_last(situation)
    if last and not situation.closed:
        yield last


def _after_the_last(situation: Situation) -> date | None:
    """The first day on which no open action lies ahead; None where none has a date."""
    due = [one.due for one in situation.open_actions if one.due is not None]
    return shifted(max(due), 1) if due else None


def _what_there_is(waiting: Sequence[Action]) -> str:
    overdue = sum(one.due is not None for one in waiting)
    undated = len(waiting) - overdue
    parts = [
        f"{number} {state}"
        for number, state in ((overdue, "overdue"), (undated, "without a date"))
        if number
    ]
    return f"of those open, {listed(parts)}" if parts else "none is open"
