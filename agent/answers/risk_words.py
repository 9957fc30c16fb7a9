"""How risks that somebody voiced are told in a sentence."""

from agent.answers.naming import plainly
from plan.observations import Risk
from plan.values import RiskKind

_VOICED: dict[RiskKind, str] = {
    "blocker_raised": "a blocker was raised",
    "stakeholder_departure": "somebody was said to be leaving",
    "champion_weakening": "the champion was said to be losing ground",
    "budget_risk": "the budget was said to be at risk",
    "competitor_threat": "a competitor came up",
    "priority_shift": "priorities were said to have shifted",
    "scope_change": "a change of scope came up",
}
"""For each kind of risk that is heard in sources, what happened when it was voiced."""


def voicing(risk: Risk) -> str:
    """What happened when a risk was voiced, to be followed by when: `a blocker was raised`."""
    return _VOICED.get(risk.kind) or f"a risk was voiced ({plainly(risk.kind)})"
