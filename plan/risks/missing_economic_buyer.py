"""Nobody on the buyer's side is known to hold the money."""

from collections.abc import Iterator

from plan.observations import Risk
from plan.risks.situation import Situation
from plan.values import Severity, Stage

STAGES: dict[Stage, Severity] = {
    "evaluation": "medium",
    "proposal": "high",
    "negotiation": "high",
}
"""The stages in which somebody must be known to decide on the money, and how bad it is if not."""


def missing_economic_buyer(situation: Situation) -> Iterator[Risk]:
    """One risk if no active buyer has the role economic_buyer, from stage evaluation on.

    Medium in evaluation, high from proposal on. A closed deal has none.
    """
    severity = STAGES.get(situation.plan.deal.stage)
    if severity is None or any("economic_buyer" in one.roles for one in situation.buyers):
        return
    yield Risk(
        kind="missing_economic_buyer",
        severity=severity,
        why=(
            f"None of the active people at {situation.plan.deal.account} "
            f"({len(situation.buyers)}) is the economic buyer, "
            f"and the deal is in {situation.plan.deal.stage}."
        ),
    )
