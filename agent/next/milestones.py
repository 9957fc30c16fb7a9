"""What a milestone that stands still calls for."""

from collections.abc import Iterator

from agent.next.proposed import Proposed
from agent.next.recipients import allies, first_here, owners
from agent.next.scene import Scene
from agent.next.weights import BLOCKED
from plan.risks.wording import quoted


def blocked(scene: Scene) -> Iterator[Proposed]:
    """A milestone that is blocked, and about which no open risk says so."""
    told = {
        name for risk in scene.risks if risk.kind == "blocker_raised" for name in risk.milestones
    }
    for one in scene.plan.milestones:
        if one.status == "blocked" and one.id not in told:
            to = first_here(scene, owners(scene, [one.id]), allies(scene))
            why = f"{quoted(one.title)} is blocked."
            yield Proposed(BLOCKED, "resolve_blocker", to, why, milestones=(one.id,))
