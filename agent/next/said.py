"""What risks that somebody put into words call for."""

from collections.abc import Callable, Iterator

from agent.next.proposed import Proposed, answering
from agent.next.recipients import POWERS, allies, bearers, first_here, is_outside, outside, owners
from agent.next.scene import Scene
from agent.next.weights import JUST_SAID, SAID, SAID_EARLIER, UNPLACED
from agent.next.wording import said
from plan.observations import Risk
from plan.values import Intent, RiskKind

Recipients = Callable[[Scene, Risk], tuple[str, ...]]


def _those_who_block(scene: Scene, risk: Risk) -> tuple[str, ...]:
    return first_here(
        scene, outside(scene, risk.stakeholders), owners(scene, risk.milestones), allies(scene)
    )


def _those_with_the_money(scene: Scene, risk: Risk) -> tuple[str, ...]:
    """Whoever put it in doubt, and whoever decides on it."""
    named = (*outside(scene, risk.stakeholders), *bearers(scene, "economic_buyer"))
    return first_here(scene, named, allies(scene))


def _those_named(scene: Scene, risk: Risk) -> tuple[str, ...]:
    return first_here(scene, outside(scene, risk.stakeholders), allies(scene))


def _those_above(scene: Scene, risk: Risk) -> tuple[str, ...]:
    """Somebody with power who is not the one in doubt."""
    powers = (one for role in POWERS for one in bearers(scene, role))
    return first_here(scene, [one for one in powers if one not in risk.stakeholders], allies(scene))


ANSWERS: dict[RiskKind, tuple[Intent, Recipients]] = {
    "blocker_raised": ("resolve_blocker", _those_who_block),
    "budget_risk": ("secure_budget", _those_with_the_money),
    "competitor_threat": ("counter_competitor", _those_named),
    "priority_shift": ("build_business_case", _those_named),
    "champion_weakening": ("multi_thread", _those_above),
    "scope_change": ("confirm_date", _those_named),
}
"""What answers which said risk, and whom it is for; departures have a rule of their own."""


def said_risks(scene: Scene) -> Iterator[Proposed]:
    """One answer for each."""
    for risk in scene.risks:
        if risk.basis == "said" and risk.kind in ANSWERS:
            intent, recipients = ANSWERS[risk.kind]
            to = recipients(scene, risk)
            yield answering(risk, intent, weight(scene, risk), to, said(scene, risk))


def weight(scene: Scene, risk: Risk) -> int:
    """What a said risk weighs."""
    by_severity = JUST_SAID if scene.is_fresh(risk) else SAID_EARLIER
    return by_severity[risk.severity] + SAID[risk.kind] - (0 if _placed(scene, risk) else UNPLACED)


def _placed(scene: Scene, risk: Risk) -> bool:
    """Whether it names somebody of the buyer or a partner; of a champion's, the champion."""
    people = [scene.plan.person(one) for one in risk.stakeholders]
    known = [one for one in people if one and is_outside(one)]
    if risk.kind == "champion_weakening":
        return any("champion" in one.roles for one in known)
    return bool(known)
