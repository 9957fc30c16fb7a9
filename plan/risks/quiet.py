"""Why a risk may be no cause for alarm yet: somebody is away, or has agreed on a later day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plan.models import Action, Milestone, Stakeholder
from plan.observations import Risk
from plan.people import match
from plan.risks.situation import Situation
from plan.risks.wording import day, quoted


class Quiet(NamedTuple):
    """Until when a risk is known and no cause for alarm, and why in one sentence."""

    until: date
    why: str


def quieted(risk: Risk, quiet: Quiet | None, on: date) -> Risk:
    """The risk, marked as quiet if the day is before the quiet's end."""
    if quiet is None or on >= quiet.until:
        return risk
    return risk.model_copy(update={"quiet_until": quiet.until, "quiet_why": quiet.why})


def back(situation: Situation, person: Stakeholder, since: date) -> date | None:
    """The day somebody is back who is or was away after a day; None if nothing says so.

    An absence that is still to come excuses nothing yet.
    """
    absence = situation.absent.get(person.id)
    if absence is None or absence.until <= since:
        return None
    return None if absence.since and absence.since > situation.on else absence.until


def leaves(situation: Situation, person: Stakeholder) -> Iterator[date]:
    """The day on which somebody's absence begins, where that is known."""
    absence = situation.absent.get(person.id)
    if absence and absence.since:
        yield absence.since


def away(situation: Situation, person: Stakeholder, returns: date) -> str:
    """The sentence for somebody who is back on a day."""
    verb = "is" if situation.on < returns else "was"
    return f"{person.name} {verb} away and back on {day(returns)}; days count from then."


def agreed(
    situation: Situation, person: Stakeholder, after: date, until: date, *, steps: bool
) -> Quiet | None:
    """Quiet up to the first day after `after` for which something is agreed with a person.

    Agreed is an open action that they own or whose title names them, and with `steps` an open
    milestone that they own. Only the first such day counts: once it has passed without them,
    the next excuses nothing. Nor does one later than `until`.
    """
    items = [*_actions(situation, person), *(_steps(situation, person) if steps else ())]
    ahead = [(one.due, one.title) for one in items if one.due is not None and one.due > after]
    due, called = min(ahead, default=(date.max, ""))
    if not called or due > until:
        return None
    why = f"{quoted(called)} is agreed with {person.name} for {day(due)}."
    return Quiet(situation.calendar.add(due, 1), why)


def _actions(situation: Situation, person: Stakeholder) -> Iterator[Action]:
    for one in situation.open_actions:
        if one.owner == person.id or _names(situation.plan.stakeholders, one.title, person):
            yield one


def _steps(situation: Situation, person: Stakeholder) -> Iterator[Milestone]:
    return (one for one in situation.open_milestones if one.owner == person.id)


def _names(people: Sequence[Stakeholder], called: str, person: Stakeholder) -> bool:
    # The first word is a verb with a capital, and "Mark the draft" names no Mark.
    words = (one for one in called.split()[1:] if one[0].isupper())
    return any(match(people, one) == person.id for one in words)
