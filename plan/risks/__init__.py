"""Risks that follow from a plan's state: one rule a file, each a function of the situation.

The kinds and their rules are those of the golden FORMAT.md; severities are each rule's own
and stand in its docstring.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from plan.models import Plan
from plan.observations import Risk
from plan.risks.missing_economic_buyer import missing_economic_buyer
from plan.risks.no_next_step import no_next_step
from plan.risks.overdue_milestone import overdue_milestone
from plan.risks.single_threaded import single_threaded
from plan.risks.situation import Situation
from plan.risks.sponsor_silent import sponsor_silent
from plan.risks.timeline_drift import timeline_drift
from plan.risks.unowned_milestone import unowned_milestone
from plan.thresholds import DEFAULTS, Thresholds

Rule = Callable[[Situation], Iterable[Risk]]

RULES: tuple[Rule, ...] = (
    sponsor_silent,
    missing_economic_buyer,
    single_threaded,
    overdue_milestone,
    timeline_drift,
    unowned_milestone,
    no_next_step,
)

_NOBODY: Mapping[str, date] = MappingProxyType({})


def derived_risks(
    plan: Plan,
    engaged: Mapping[str, date],
    on: date,
    known: Mapping[str, date] = _NOBODY,
    numbers: Thresholds = DEFAULTS,
) -> tuple[Risk, ...]:
    """The risks that follow from the plan as it stands on a day, in the order of `RULES`.

    Args:
        plan: The plan.
        engaged: Each person's last day of engagement in sources, by id; the later of it and
            the stakeholder's own `last_engaged` counts.
        on: The day that is looked at.
        known: The day each person added since became known, by id: their source's day. All
            others are known since `plan.as_of`.
        numbers: The thresholds to go by.
    """
    situation = Situation(plan=plan, on=on, engaged=engaged, known=known, numbers=numbers)
    return tuple(risk for rule in RULES for risk in rule(situation))
