"""The milestones without which nobody signs."""

from plan.risks.situation import Situation
from plan.schedule import FINISHED, dependencies, leading_to


def signing_path(situation: Situation) -> frozenset[str]:
    """Ids of the signatures still open and of all they depend on, however far."""
    depends = dependencies(situation.plan)
    there = {
        one: [other for other in before if other in depends] for one, before in depends.items()
    }
    signatures = [one.id for one in situation.open_milestones if one.kind == "signature"]
    return leading_to(there, signatures)


def signed(situation: Situation) -> bool:
    """Whether the deal is won, or a signature is done and none is open."""
    signatures = [one for one in situation.plan.milestones if one.kind == "signature"]
    done = any(one.status == "done" for one in signatures)
    waiting = any(one.status not in FINISHED for one in signatures)
    return situation.plan.deal.stage == "closed_won" or (done and not waiting)
