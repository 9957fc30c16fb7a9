"""How long somebody has not been heard, and whether they have reason to be silent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from plan.models import Stakeholder
from plan.risks.quiet import Quiet, agreed, away, back
from plan.risks.situation import Situation

Reaching = Callable[[date], date]
"""From the day that silence counts from to the first day on which it is too long."""


@dataclass(frozen=True)
class Silence:
    """Somebody's silence.

    Attributes:
        since: The day they were last heard, or became known if they never were.
        counts_from: The day that their silence counts from: the day they are back if they were
            away since, else `since`.
        quiet: Until when it is no cause for alarm.
    """

    since: date
    counts_from: date
    quiet: Quiet | None


def silence(
    situation: Situation, person: Stakeholder, reaching: Reaching, *, steps: bool = False
) -> Silence:
    """Somebody's silence.

    An absence keeps it quiet until it has been too long since the day they are back, and from
    then to the next working day. So does a day agreed with them, up to the working day after
    it, unless it is further off than twice what is too long; with `steps`, also the due days
    of their milestones.
    """
    since = situation.last_heard(person) or situation.known_since(person)
    returns = back(situation, person, since)
    start = returns or since
    reasons = [agreed(situation, person, start, reaching(reaching(start)), steps=steps)]
    if returns:
        working = situation.calendar.first_from(reaching(returns))
        reasons.append(Quiet(working, away(situation, person, returns)))
    quiet = max((one for one in reasons if one), key=lambda one: one.until, default=None)
    return Silence(since, start, quiet)
