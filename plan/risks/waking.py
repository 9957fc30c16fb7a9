"""When a deal's risks may next change by themselves, so that nobody looks at it before."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Unpack

from plan.models import Plan
from plan.risks.action_overdue import turns as action_overdue
from plan.risks.champion_quiet import turns as champion_quiet
from plan.risks.critical_path_slack import turns as critical_path_slack
from plan.risks.go_live_backwards import turns as go_live_backwards
from plan.risks.no_next_step import turns as no_next_step
from plan.risks.overdue_milestone import turns as overdue_milestone
from plan.risks.single_threaded import turns as single_threaded
from plan.risks.situation import NOBODY, Beside, Situation
from plan.risks.sponsor_silent import turns as sponsor_silent
from plan.risks.stalled_stage import turns as stalled_stage
from plan.risks.unowned_milestone import turns as unowned_milestone
from plan.thresholds import DEFAULTS, Thresholds

Turns = Callable[[Situation], Iterable[date]]

TURNS: tuple[Turns, ...] = (
    sponsor_silent,
    single_threaded,
    overdue_milestone,
    unowned_milestone,
    no_next_step,
    champion_quiet,
    action_overdue,
    critical_path_slack,
    go_live_backwards,
    stalled_stage,
)
"""The rules whose risks change as days pass; those of the others change with the plan alone."""


def wakes_on(
    plan: Plan,
    engaged: Mapping[str, date],
    on: date,
    known: Mapping[str, date] = NOBODY,
    numbers: Thresholds = DEFAULTS,
    **beside: Unpack[Beside],
) -> date | None:
    """The first day after `on` on which the derived risks may differ if nothing happens.

    Until then they have the same keys, severities and quiet, though their sentences may count
    other days. None if they stay as they are. Takes what `derived_risks` takes.
    """
    situation = Situation(plan, on, engaged, known, numbers, **beside)
    days = (day for turns in TURNS for day in turns(situation))
    return min((day for day in days if day > on), default=None)
