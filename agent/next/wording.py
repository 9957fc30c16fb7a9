"""Why a next action is proposed: one sentence for people, from names and titles of the plan."""

from collections.abc import Sequence

from agent.next.scene import Scene
from plan.observations import Risk
from plan.risks.wording import listed, quoted
from plan.values import RiskKind

_SAID: dict[RiskKind, str] = {
    "blocker_raised": "{what} does not move before what {who} raised is cleared",
    "budget_risk": "{who} put the money in doubt",
    "competitor_threat": "Another supplier is in play with {who}",
    "priority_shift": "Something else has become more urgent for {who}",
    "champion_weakening": "The support of {who} is weakening",
    "stakeholder_departure": "{who} will not be there to carry this",
    "scope_change": "What is to be delivered has changed with {who}",
}


def said(scene: Scene, risk: Risk, new: Sequence[str] = ()) -> str:
    """Why a said risk calls for something, and who takes over."""
    if risk.why:
        return risk.why
    steps = (scene.milestone(one) for one in risk.milestones)
    titles = listed([quoted(one.title) for one in steps if one])
    who = _names(scene, risk.stakeholders) or scene.plan.deal.account
    told = _SAID[risk.kind].format(who=who, what=titles or "The plan")
    news = _names(scene, new)
    return f"{told}; {news} is new." if news else f"{told}."


def _names(scene: Scene, people: Sequence[str]) -> str:
    return listed([one.name for name in people if (one := scene.plan.person(name))])
