"""The closed lists of values that fields may hold, as the golden FORMAT.md names them."""

from typing import Literal

Entity = Literal["deal", "plan", "outcome", "milestone", "action", "stakeholder"]
Op = Literal["add", "update"]

Stage = Literal[
    "prospecting",
    "discovery",
    "evaluation",
    "proposal",
    "negotiation",
    "closed_won",
    "closed_lost",
]
Side = Literal["buyer", "seller", "partner"]
Role = Literal[
    "champion",
    "economic_buyer",
    "decision_maker",
    "executive_sponsor",
    "technical_evaluator",
    "security",
    "legal",
    "procurement",
    "end_user",
    "influencer",
    "blocker",
    "account_executive",
    "solutions_engineer",
    "customer_success",
    "manager",
]
Influence = Literal["high", "medium", "low"]
Sentiment = Literal["positive", "neutral", "negative"]
MilestoneKind = Literal[
    "discovery",
    "demo",
    "technical_validation",
    "business_case",
    "security_review",
    "legal_review",
    "procurement",
    "executive_approval",
    "signature",
    "kickoff",
    "implementation",
    "go_live",
    "value_review",
    "other",
]
Phase = Literal["evaluate", "commit", "onboard", "realize"]
MilestoneStatus = Literal["planned", "in_progress", "blocked", "done", "cancelled"]
ActionStatus = Literal["open", "done", "cancelled"]

SaidRiskKind = Literal[
    "blocker_raised",
    "stakeholder_departure",
    "champion_weakening",
    "budget_risk",
    "competitor_threat",
    "priority_shift",
    "scope_change",
]
StateRiskKind = Literal[
    "sponsor_silent",
    "missing_economic_buyer",
    "single_threaded",
    "overdue_milestone",
    "timeline_drift",
    "unowned_milestone",
    "no_next_step",
]
FurtherRiskKind = Literal[
    "champion_quiet",
    "action_overdue",
    "critical_path_slack",
    "missing_gate",
    "unmeasured_outcome",
    "go_live_backwards",
    "stalled_stage",
]
"""Risks from a plan's state that the golden FORMAT.md does not know."""
RiskKind = Literal[SaidRiskKind, StateRiskKind, FurtherRiskKind]
Severity = Literal["high", "medium", "low"]
RiskStatus = Literal["open", "resolved", "dismissed"]
Intent = Literal[
    "re_engage_sponsor",
    "multi_thread",
    "find_economic_buyer",
    "resolve_blocker",
    "send_material",
    "schedule_meeting",
    "confirm_date",
    "recover_timeline",
    "assign_owner",
    "build_business_case",
    "counter_competitor",
    "secure_budget",
    "replace_champion",
    "start_handoff",
    "follow_up_actions",
]

SourceKind = Literal["call", "email", "chat", "note"]
SourceStatus = Literal["queued", "reading", "read", "failed", "withdrawn"]
ProposalStatus = Literal["pending", "approved", "rejected", "stale", "superseded", "withdrawn"]

TrapReason = Literal[
    "hypothetical",
    "other_deal",
    "retracted",
    "past",
    "joke",
    "question",
    "vague",
    "quoted_history",
    "already_known",
    "injection",
    "small_talk",
    "not_agreed",
]
"""Why words that sound like a change change nothing."""
