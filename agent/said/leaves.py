"""Which departures are leaves: somebody is away, and is coming back."""

from collections.abc import Iterable
from datetime import date

from plan.observations import Absence, Risk
from plan.watch.causes import turns_of


def back_on(risk: Risk, absences: Iterable[Absence]) -> date | None:
    """The day whoever a departure names is back; None where it is no leave with a known end.

    It is one if the very turn that says it says that they are away until some day: somebody
    who leaves for good may have had a holiday too.
    """
    if risk.kind != "stakeholder_departure":
        return None
    said = turns_of(risk.evidence)
    days = [
        one.until
        for one in absences
        if one.person in risk.stakeholders and said & turns_of(one.evidence)
    ]
    return max(days, default=None)
