"""What the draft pass answers."""

from typing import Literal

from agent.readers.model.answers.edits import Change
from plan.models import Frozen
from plan.values import Severity

Basis = Literal["promise", "request", "agreement", "fact"]
"""What makes something count: see the prompt `read`."""
Firmness = Literal["firm", "conditional", "tentative", "declined"]
SaidKind = Literal[
    "blocker_raised",
    "stakeholder_departure",
    "champion_weakening",
    "budget_risk",
    "competitor_threat",
    "priority_shift",
    "scope_change",
]
"""Kinds of risk that somebody says; the others follow from the plan's state."""


class Said(Frozen):
    """Words of one turn."""

    turn: int
    words: str


class Found(Frozen):
    """One change, from its words to its values."""

    quotes: list[Said]
    basis: Basis
    who_commits: str | None
    who_accepted: str | None
    said_later: str
    firmness: Firmness
    why: str
    date_words: str | None
    edit: Change


class RiskFound(Frozen):
    """Something said that may cost the deal."""

    quotes: list[Said]
    why: str
    kind: SaidKind
    people: list[str]
    milestones: list[str]
    severity: Severity


class Drafted(Frozen):
    """All that a source changes, raises and says to software.

    `walk` is what each topic came to, written down first so that the rest rests on it.
    """

    addressed: list[Said]
    walk: list[str]
    findings: list[Found]
    risks: list[RiskFound]
