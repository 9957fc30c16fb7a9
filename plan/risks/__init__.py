"""Risks that follow from a plan's state: one rule a file, each a function of the situation.

The first seven kinds and their rules are those of the golden FORMAT.md, which counts calendar
days; the further seven are Tandem's own. Severities are each rule's own and stand in its
docstring. A rule whose risks change as days pass, and not only as the plan does, says when by
a function `turns` beside it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Unpack

from plan.models import Plan
from plan.observations import Risk
from plan.risks.action_overdue import action_overdue
from plan.risks.champion_quiet import champion_quiet
from plan.risks.critical_path_slack import critical_path_slack
from plan.risks.go_live_backwards import go_live_backwards
from plan.risks.missing_economic_buyer import missing_economic_buyer
from plan.risks.missing_gate import missing_gate
from plan.risks.no_next_step import no_next_step
from plan.risks.overdue_milestone import overdue_milestone
from plan.risks.single_threaded import single_threaded
from plan.risks.situation import NOBODY, Beside, Situation
from plan.risks.sponsor_silent import sponsor_silent
from plan.risks.stalled_stage import stalled_stage
from plan.risks.timeline_drift import timeline_drift
from plan.risks.unmeasured_outcome import unmeasured_outcome
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
    champion_quiet,
    action_overdue,
    critical_path_slack,
    missing_gate,
    unmeasured_outcome,
    go_live_backwards,
    stalled_stage,
)


def derived_risks(
    plan: Plan,
    engaged: Mapping[str, date],
    on: date,
    known: Mapping[str, date] = NOBODY,
    numbers: Thresholds = DEFAULTS,
    **beside: Unpack[Beside],
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
        beside: `staged`, `progressed`, `absent` and `calendar`, as `Situation` has them.
    """
    situation = Situation(plan, on, engaged, known, numbers, **beside)
    return tuple(risk for rule in RULES for risk in rule(situation))
