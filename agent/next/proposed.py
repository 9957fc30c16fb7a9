"""A next action as a rule proposes it, with its weight."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from agent.next.scene import Scene
from plan.observations import Risk
from plan.sources import Evidence
from plan.values import Intent


class Proposed(NamedTuple):
    """One next action.

    Attributes:
        weight: How much it matters today; see `weights`.
        intent: What it is after.
        to: Whom it is for.
        why: What calls for it, in one sentence for people.
        risk: The risk that it reduces, if any.
        milestones: Ids of the milestones it is about.
        actions: Ids of the actions it is about.
        evidence: Words that call for it.
    """

    weight: int
    intent: Intent
    to: tuple[str, ...]
    why: str
    risk: Risk | None = None
    milestones: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


Rule = Callable[[Scene], Iterator[Proposed]]


def answering(risk: Risk, intent: Intent, weight: int, to: tuple[str, ...], why: str) -> Proposed:
    """What answers a risk."""
    return Proposed(
        weight, intent, to, why, risk, risk.milestones, risk.actions, evidence=risk.evidence
    )
