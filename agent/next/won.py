"""A deal that is won: it is handed on, and its sponsor stays with it."""

from collections.abc import Iterator
from datetime import timedelta

from agent.next.proposed import Proposed
from agent.next.recipients import allies, first_here, owners
from agent.next.scene import Scene
from agent.next.weights import QUIET_AFTER, WON
from plan.risks.sponsor_silent import sponsoring
from plan.risks.wording import day, listed, quoted
from plan.schedule import FINISHED
from plan.thresholds import DEFAULTS
from plan.values import MilestoneKind

AFTER: tuple[MilestoneKind, ...] = ("kickoff", "implementation", "go_live", "value_review")


def handoff(scene: Scene) -> Iterator[Proposed]:
    """To our own customer success, as long as they have not been heard and nothing is done."""
    after = [one for one in scene.plan.milestones if one.kind in AFTER]
    waiting = [one for one in after if one.status not in FINISHED]
    ours = [
        one
        for one in scene.plan.stakeholders
        if one.active and one.side == "seller" and "customer_success" in one.roles
    ]
    begun = len(waiting) < len(after) or any(scene.last_heard(one) for one in ours)
    if scene.plan.deal.stage != "closed_won" or begun:
        return
    ids = tuple(one.id for one in waiting[:1])
    to = first_here(scene, [one.id for one in ours], owners(scene, ids), allies(scene))
    what = f"; {quoted(waiting[0].title)} comes next" if waiting else ""
    yield Proposed(WON, "start_handoff", to, f"The deal is won{what}.", milestones=ids)


def quiet_sponsors(scene: Scene) -> Iterator[Proposed]:
    """To each sponsor of a won deal whom nobody has heard for `engaged_days`."""
    if scene.plan.deal.stage != "closed_won":
        return
    for one in scene.buyers:
        heard = scene.last_heard(one) or scene.known.get(one.id, scene.plan.as_of)
        if sponsoring(one) and scene.on - heard >= timedelta(days=DEFAULTS.engaged_days):
            why = f"{one.name}, {listed(sponsoring(one))}, was last heard on {day(heard)}."
            yield Proposed(QUIET_AFTER, "re_engage_sponsor", (one.id,), why)
