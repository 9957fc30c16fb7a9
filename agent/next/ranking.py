"""Ranking: what matters most first, nothing twice, and never more than a few."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from agent.next.intents import RULES
from agent.next.marks import heeded
from agent.next.proposed import Proposed
from agent.next.scene import Scene
from plan.observations import NextAction
from plan.thresholds import DEFAULTS, Thresholds
from plan.values import Intent
from plan.watch.marks import ActionMark

TALKS: frozenset[Intent] = frozenset({"schedule_meeting", "recover_timeline"})
"""Intents that take a talk, for which an agenda is drafted."""


def ranked(
    scene: Scene, marks: Sequence[ActionMark] = (), numbers: Thresholds = DEFAULTS
) -> tuple[NextAction, ...]:
    """At most `next_actions`, best first; nothing where nothing needs anybody today.

    What two rules propose for the same people with the same intent is one action.
    """
    scene = replace(scene, risks=tuple(one for one in scene.risks if one.status == "open"))
    kept = [one for rule in RULES for found in rule(scene) if (one := _shown(scene, found, marks))]
    best = sorted(kept, key=lambda one: -one.weight)
    first = islice(_distinct(best), numbers.next_actions)
    return tuple(_action(scene, one) for one in first)


def _shown(scene: Scene, one: Proposed, marks: Sequence[ActionMark]) -> Proposed | None:
    if not one.to:
        return None
    return heeded(one, scene, marks)


def _distinct(best: Sequence[Proposed]) -> Iterator[Proposed]:
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for one in best:
        if one.weight > 0 and (one.intent, one.to) not in seen:
            seen.add((one.intent, one.to))
            yield one


def _action(scene: Scene, one: Proposed) -> NextAction:
    return NextAction(
        intent=one.intent,
        to=one.to,
        why=one.why,
        risk=one.risk.key if one.risk else "",
        milestones=one.milestones,
        actions=one.actions,
        evidence=one.evidence,
        kind=_kind(scene, one),
    )


def _kind(scene: Scene, one: Proposed) -> Literal["email", "agenda", "task"]:
    people = (scene.plan.person(name) for name in one.to)
    if all(person is not None and person.side == "seller" for person in people):
        return "task"
    return "agenda" if one.intent in TALKS else "email"
