"""What the verify pass answers."""

from typing import Literal

from agent.readers.model.answers.edits import Change
from plan.models import Frozen
from plan.values import Severity, TrapReason

Reason = Literal["none", TrapReason, "not_said", "duplicate"]
"""Why something is refused: the traps of the golden FORMAT.md, and two faults of a draft."""
Sure = Literal["high", "medium", "low"]


class Verdict(Frozen):
    """What is to become of one candidate, named c1, c2 …."""

    candidate: str
    check: str
    verdict: Literal["confirm", "correct", "refuse"]
    reason: Reason
    sure: Sure
    correction: Change | None


class RiskVerdict(Frozen):
    """What is to become of one risk, named r1, r2 …."""

    risk: str
    check: str
    verdict: Literal["confirm", "refuse"]
    reason: Reason
    severity: Severity


class Checked(Frozen):
    """A verdict on every candidate and risk that was shown."""

    candidates: list[Verdict]
    risks: list[RiskVerdict]
