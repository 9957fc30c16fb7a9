"""What somebody has promised: ours to keep, theirs to ask for."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from agent.next.proposed import Proposed
from agent.next.recipients import allies, first_here, is_outside, outside, owners
from agent.next.scene import Scene
from agent.next.weights import ASKED, LATE, NEXT_DAYS, PROMISED, PROMISED_NOW, THEIRS_LATE
from plan.models import Action
from plan.observations import Risk
from plan.people import match, speaker_of
from plan.risks.wording import day, quoted
from plan.sources import Evidence, Turn
from plan.values import Intent

_VERBS = (
    "send share return submit provide deliver forward give hand write draw prepare answer reply"
    " present show email mail circulate supply draft revise update resend upload"
)
SENDING = frozenset(_VERBS.split())
"""First words of titles of what ends with something in the other's hands."""


class Promise(NamedTuple):
    """An open action with its day and the risk that it is late, if it is."""

    action: Action
    due: date
    risk: Risk | None


def ours(scene: Scene) -> Iterator[Proposed]:
    """What we owe soon or already: to whomever gets it; what nobody gets, to whoever does it."""
    for one in _soon(scene):
        if is_outside(scene.plan.person(one.action.owner)):
            continue
        made = scene.added(one.action.id)
        evidence = made.edit.evidence if made else ()
        late = one.due < scene.on
        points = LATE if late else PROMISED_NOW if made else PROMISED
        owner = [one.action.owner or ""]
        gets = _beneficiary(scene, one.action, evidence)
        sends = _sends(one.action)
        intent: Intent = "send_material" if sends else "follow_up_actions"
        to = gets if sends else first_here(scene, owner, gets)
        yield _asked(one, intent, points, to, _why(scene, one), evidence)


def theirs(scene: Scene) -> Iterator[Proposed]:
    """What they owe us and is late: to its owner."""
    for one in _soon(scene):
        if not is_outside(scene.plan.person(one.action.owner)):
            continue
        points = THEIRS_LATE if one.due < scene.on else ASKED
        to = first_here(scene, [one.action.owner or ""], allies(scene))
        yield _asked(one, "follow_up_actions", points, to, _why(scene, one))


def _asked(
    promise: Promise,
    intent: Intent,
    points: int,
    to: tuple[str, ...],
    why: str,
    evidence: tuple[Evidence, ...] = (),
) -> Proposed:
    action = promise.action
    milestones = (action.milestone,) if action.milestone else ()
    return Proposed(points, intent, to, why, promise.risk, milestones, (action.id,), evidence)


def _soon(scene: Scene) -> Iterator[Promise]:
    """Open actions that are due soon or late, the latest first."""
    late = {
        name: risk for risk in scene.risks if risk.kind == "action_overdue" for name in risk.actions
    }
    dated = [(one.due, one) for one in scene.open_actions if one.due is not None]
    for due, one in sorted(dated, key=lambda pair: pair[0]):
        risk = late.get(one.id)
        quiet = risk is not None and risk.quiet_until is not None and scene.on < risk.quiet_until
        if due <= scene.on + timedelta(days=NEXT_DAYS) and not quiet:
            yield Promise(one, due, risk)


def _sends(action: Action) -> bool:
    return action.title.split()[0].casefold() in SENDING


def _beneficiary(scene: Scene, action: Action, evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Whom the title names, who owns the milestone, who was spoken to, or the champion."""
    milestones = (action.milestone,) if action.milestone else ()
    asked = [who for one in evidence[:1] if (who := _spoken_to(scene, one))]
    return first_here(
        scene, _named(scene, action.title), owners(scene, milestones), asked, allies(scene)
    )


def _named(scene: Scene, title: str) -> tuple[str, ...]:
    """Buyers and partners whom a title names; its first word is a verb with a capital."""
    words = (one for one in title.split()[1:] if one[0].isupper())
    found = (match(scene.plan.stakeholders, one) for one in words)
    return outside(scene, [one for one in found if one])


def _spoken_to(scene: Scene, evidence: Evidence) -> str | None:
    """The buyer or partner who speaks next before or after some words."""
    if evidence.source != scene.source:
        return None
    near = sorted(scene.turns, key=lambda turn: abs(turn.n - evidence.turn))
    return next((who for turn in near if (who := _outsider(scene, turn))), None)


def _outsider(scene: Scene, turn: Turn) -> str | None:
    who = speaker_of(turn, scene.plan.stakeholders)
    return who if is_outside(scene.plan.person(who)) else None


def _why(scene: Scene, promise: Promise) -> str:
    if promise.risk:
        return promise.risk.why
    owner = scene.plan.person(promise.action.owner)
    verb = "was" if promise.due < scene.on else "is"
    who = f"{owner.name} owes it" if owner else "nobody owns it"
    return f"{quoted(promise.action.title)} {verb} due on {day(promise.due)}, and {who}."
