"""A gate that a deal of this size has to pass, and that nobody has planned."""

from collections.abc import Iterator
from decimal import Decimal

from plan.models import Plan
from plan.numbers import plain_number
from plan.observations import Risk
from plan.risks.currencies import in_euros
from plan.risks.situation import Situation
from plan.risks.wording import listed
from plan.values import MilestoneKind, Severity, Stage

STAGES: dict[Stage, Severity] = {"proposal": "low", "negotiation": "medium"}
"""The stages in which gates must be planned, and how bad it is if one is not."""


def missing_gate(situation: Situation) -> Iterator[Risk]:
    """One risk if the plan has no milestone of a kind that a deal of this size is expected to have.

    Expected are the gates of `gates_from` whose amount the deal's reaches, from stage proposal
    on: low in proposal, medium in negotiation. One that is done or cancelled has been thought
    of. Without an amount, or in a currency whose size is not known here, nothing is expected.
    """
    deal = situation.plan.deal
    severity = STAGES.get(deal.stage)
    missing = _missing(situation)
    if severity is None or not missing or deal.amount is None:
        return
    amount = f"{plain_number(deal.amount)} {deal.currency}"
    yield Risk(
        kind="missing_gate",
        severity=severity,
        why=(
            f"A deal of {amount} in {deal.stage} is expected to pass "
            f"{listed([kind.replace('_', ' ') for kind in missing])}, "
            f"and no milestone of the plan is {'that' if len(missing) == 1 else 'one of these'}."
        ),
    )


def _missing(situation: Situation) -> list[MilestoneKind]:
    """The kinds of gates that are expected and not in the plan."""
    size = _size(situation.plan)
    planned = {one.kind for one in situation.plan.milestones}
    expected = situation.numbers.gates_from.items()
    return [kind for kind, least in expected if size and size >= least and kind not in planned]


def _size(plan: Plan) -> Decimal | None:
    amount, currency = plan.deal.amount, plan.deal.currency
    return in_euros(amount, currency) if amount is not None and currency else None
