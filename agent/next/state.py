"""What risks that follow from the plan's state call for."""

from collections.abc import Callable, Iterator

from agent.next.proposed import Proposed, answering
from agent.next.recipients import POWERS, allies, bearers, first_here, outside, owners
from agent.next.scene import Scene
from agent.next.weights import STATE
from plan.observations import Risk
from plan.people import speaker_of
from plan.values import Intent, RiskKind

Recipients = Callable[[Scene, Risk], tuple[str, ...]]


def _those_named(scene: Scene, risk: Risk) -> tuple[str, ...]:
    return first_here(scene, outside(scene, risk.stakeholders), allies(scene))


def _owners(scene: Scene, risk: Risk) -> tuple[str, ...]:
    return first_here(scene, owners(scene, risk.milestones), allies(scene))


def _those_talking(scene: Scene, _: Risk) -> tuple[str, ...]:
    """The buyers who just spoke, those with the most power first; else the champion."""
    spoke = {speaker_of(turn, scene.plan.stakeholders) for turn in scene.turns}
    ranks = (*POWERS, "champion")
    powers = [one for role in ranks for one in scene.buyers if role in one.roles]
    talking = [one.id for one in (*powers, *scene.buyers) if one.id in spoke]
    return first_here(scene, talking, allies(scene))[:1]


def _allies(scene: Scene, _: Risk) -> tuple[str, ...]:
    return first_here(scene, allies(scene))


def _powers(scene: Scene, risk: Risk) -> tuple[str, ...]:
    powers = (one for role in POWERS for one in bearers(scene, role))
    return first_here(scene, [one for one in powers if one not in risk.stakeholders], allies(scene))


ANSWERS: dict[RiskKind, tuple[Intent, Recipients]] = {
    "sponsor_silent": ("re_engage_sponsor", _those_named),
    "missing_economic_buyer": ("find_economic_buyer", _allies),
    "single_threaded": ("multi_thread", _allies),
    "overdue_milestone": ("confirm_date", _owners),
    "timeline_drift": ("recover_timeline", _owners),
    "unowned_milestone": ("assign_owner", _allies),
    "no_next_step": ("schedule_meeting", _those_talking),
    "champion_quiet": ("schedule_meeting", _those_named),
    "critical_path_slack": ("recover_timeline", _owners),
    "go_live_backwards": ("recover_timeline", _owners),
    "missing_gate": ("confirm_date", _allies),
    "unmeasured_outcome": ("build_business_case", _allies),
    "stalled_stage": ("schedule_meeting", _powers),
}
"""What answers which derived risk, and whom it is for; `action_overdue` is a promise's."""


def state_risks(scene: Scene) -> Iterator[Proposed]:
    """One answer for each that is not quiet on the day."""
    for risk in scene.risks:
        quiet = risk.quiet_until is not None and scene.on < risk.quiet_until
        if risk.basis == "derived" and risk.kind in ANSWERS and not quiet:
            intent, recipients = ANSWERS[risk.kind]
            points = STATE[risk.kind][risk.severity]
            yield answering(risk, intent, points, recipients(scene, risk), risk.why)
