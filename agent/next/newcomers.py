"""Somebody of the buyer is new: the first to talk to, if they have not spoken yet."""

from collections.abc import Iterator

from agent.next.proposed import Proposed
from agent.next.scene import Scene
from agent.next.weights import NEWCOMER, SILENT_NEWCOMER
from plan.people import speaker_of


def newcomers(scene: Scene) -> Iterator[Proposed]:
    """One for each buyer whom the source just read adds."""
    spoke = {speaker_of(turn, scene.plan.stakeholders) for turn in scene.turns}
    for person in scene.buyers:
        added = scene.added(person.id)
        if added is None or not scene.is_here(person.id):
            continue
        points = NEWCOMER if person.id in spoke else SILENT_NEWCOMER
        why = f"{person.name} is new to this, and should hear from us."
        yield Proposed(points, "multi_thread", (person.id,), why, evidence=added.edit.evidence)
