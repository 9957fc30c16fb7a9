"""How much each risk takes from a deal's health, in one table."""

from collections.abc import Mapping
from fractions import Fraction

from plan.values import RiskKind
from plan.watch.entries import State

POINTS: Mapping[RiskKind, int] = {
    # Deals die of these: nobody is left who wants it, may sign it or can pay for it.
    "stakeholder_departure": 25,
    "budget_risk": 25,
    "champion_weakening": 20,
    "priority_shift": 20,
    "blocker_raised": 20,
    "sponsor_silent": 20,
    "missing_economic_buyer": 20,
    # These come before the death of a deal, or cost it its date.
    "competitor_threat": 15,
    "champion_quiet": 15,
    "single_threaded": 15,
    "stalled_stage": 15,
    "overdue_milestone": 15,
    "timeline_drift": 15,
    "critical_path_slack": 15,
    # These cost days, or show what will; a seller can mend most of them alone.
    "scope_change": 10,
    "missing_gate": 10,
    "go_live_backwards": 10,
    "no_next_step": 10,
    "action_overdue": 5,
    "unowned_milestone": 5,
    "unmeasured_outcome": 5,
}
"""Points out of 100 that a risk of the kind takes if its severity is high.

Two that deals die of, both high, halve the health of a deal; a plan that is only untidy stays
above three quarters. They are judgement, and the order among them matters more than the figures.
"""

SHARE: Mapping[State, Fraction] = {
    "high": Fraction(1),
    "medium": Fraction(3, 5),
    "low": Fraction(1, 5),
}
"""What part of the points a severity takes; what is no cause for alarm takes none."""

MOST = Fraction(3, 2)
"""Several risks of one kind take at most this many times its points: five overdue milestones
are one slipping plan."""
