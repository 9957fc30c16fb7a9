"""How much each next action matters today, in one table: the greater, the sooner.

The figures are points on one scale. What somebody has just said comes before what was said
earlier and is being worked on; among what was just said, before severity comes what cannot
wait. A promise of our own that is due comes between the two: it is what the buyer watches, and
nobody but us can keep it. What only the plan's state shows comes after what people say, with
two exceptions: where nobody holds the money, and where whoever does is not heard. Only we can
change that, it takes weeks, and everything else waits for it in the end. Only what was just
said and cannot wait comes before. Chosen on the dev deals, and by which intents were confused
over all golden deals; no figure is there for one of them.
"""

from plan.values import RiskKind, Severity

JUST_SAID: dict[Severity, int] = {"high": 90, "medium": 70, "low": 40}
SAID_EARLIER: dict[Severity, int] = {"high": 60, "medium": 45, "low": 10}

SAID: dict[RiskKind, int] = {
    "budget_risk": 9,
    "blocker_raised": 8,
    "stakeholder_departure": 6,
    "priority_shift": 4,
    "champion_weakening": 3,
    "scope_change": 0,
    "competitor_threat": -13,
}
"""What a said risk's kind adds: the money first, then what stands still, then who is lost.

A competitor is answered best by what we deliver, so a promise made in the same source comes first.
"""
UNPLACED = 25
"""What a said risk weighs less that names nobody of the buyer's who could do something about it."""
REPLACEABLE = 20
"""What the departure of somebody without power in the deal weighs less."""

STATE: dict[RiskKind, dict[Severity, int]] = {
    "missing_economic_buyer": {"high": 84, "medium": 84, "low": 30},
    "sponsor_silent": {"high": 82, "medium": 80, "low": 30},
    "no_next_step": {"high": 62, "medium": 60, "low": 40},
    "timeline_drift": {"high": 56, "medium": 44, "low": 30},
    "overdue_milestone": {"high": 54, "medium": 42, "low": 30},
    "unowned_milestone": {"high": 53, "medium": 41, "low": 30},
    "single_threaded": {"high": 46, "medium": 40, "low": 30},
    "go_live_backwards": {"high": 50, "medium": 38, "low": 20},
    "critical_path_slack": {"high": 49, "medium": 37, "low": 20},
    "champion_quiet": {"high": 45, "medium": 39, "low": 20},
    "missing_gate": {"high": 36, "medium": 34, "low": 12},
    "stalled_stage": {"high": 35, "medium": 32, "low": 12},
    "unmeasured_outcome": {"high": 30, "medium": 28, "low": 11},
}
"""What a derived risk weighs; `action_overdue` is weighed as a promise."""

PROMISED_NOW, PROMISED, LATE, NEXT_DAYS = 58, 46, 56, 7
"""A promise of ours: just made, made earlier, late; and what is soon, in days."""
ASKED, THEIRS_LATE = 33, 43
"""What they owe us: due soon, late."""
NEWCOMER, SILENT_NEWCOMER = 36, 48
"""Somebody new who has spoken, or has not."""
WON, QUIET_AFTER, BLOCKED = 68, 57, 52
"""A deal that is won and not handed on; a sponsor not heard since; a milestone that stands still
and about which no risk is open."""
