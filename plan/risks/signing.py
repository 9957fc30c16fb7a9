"""The milestones without which nobody signs."""

from plan.risks.situation import Situation
from plan.schedule import upstream


def signing_path(situation: Situation) -> frozenset[str]:
    """Ids of the signatures still open and of all they depend on, however far."""
    signatures = [one.id for one in situation.open_milestones if one.kind == "signature"]
    return frozenset(signatures).union(*(upstream(situation.plan, one) for one in signatures))
