"""What people did with earlier next actions, and what follows for new ones."""

from collections.abc import Iterable

from agent.next.proposed import Proposed
from agent.next.scene import Scene
from plan.watch.marks import ActionMark

SINKS = 30
"""Points that each dismissal takes from an intent in its deal."""


def heeded(one: Proposed, scene: Scene, marks: Iterable[ActionMark]) -> Proposed | None:
    """A proposed action once marks are heeded; None where it is not to be shown.

    A dismissed intent sinks in its deal. One put off is hidden until its day. One that was done
    or sent is gone until its risk begins anew or something new is said.
    """
    same = [mark for mark in marks if mark.intent == one.intent]
    if any(_hides(mark, one, scene) for mark in same):
        return None
    sunk = sum(mark.verdict == "dismissed" for mark in same)
    return one._replace(weight=one.weight - SINKS * sunk)


def _hides(mark: ActionMark, one: Proposed, scene: Scene) -> bool:
    if not _same_cause(mark, one):
        return False
    if mark.verdict == "snoozed":
        return mark.until is not None and scene.on < mark.until
    return mark.verdict in {"done", "sent"} and not _is_new(mark, one, scene)


def _same_cause(mark: ActionMark, one: Proposed) -> bool:
    if one.risk is None:
        return not mark.risk and {*mark.to} == {*one.to}
    return mark.risk == one.risk.key


def _is_new(mark: ActionMark, one: Proposed, scene: Scene) -> bool:
    """Whether its risk began since, or words of a later source call for it."""
    since = one.risk.since if one.risk else None
    if since is not None and since > (mark.since or mark.on):
        return True
    said = any(word.source == scene.source for word in one.evidence)
    return said and scene.on > mark.on
