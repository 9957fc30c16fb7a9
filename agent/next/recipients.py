"""Who can act: whom a next action is for."""

from collections.abc import Iterable
from itertools import islice

from agent.next.scene import Scene
from plan.models import Stakeholder
from plan.values import Role

MOST = 2
"""A message to more people than this is answered by nobody."""
POWERS: tuple[Role, ...] = ("economic_buyer", "executive_sponsor", "decision_maker")
ALLIES: tuple[Role, ...] = ("champion", "decision_maker", "executive_sponsor", "economic_buyer")


def first_here(scene: Scene, *choices: Iterable[str]) -> tuple[str, ...]:
    """Those of the first choice who are there today; where none are, of the first who are away.

    Nobody who has left is chosen.
    """
    known = [[one for one in choice if _stays(scene, one)] for choice in choices]
    here = ([one for one in choice if scene.is_here(one)] for choice in known)
    chosen = next((some for some in (*here, *known) if some), [])
    return tuple(islice(dict.fromkeys(chosen), MOST))


def bearers(scene: Scene, *roles: Role) -> tuple[str, ...]:
    """Ids of the active buyers who have the first of these roles that anybody has and is there."""
    for role in roles:
        found = tuple(one.id for one in scene.buyers if role in one.roles)
        if any(scene.is_here(one) for one in found):
            return found
    return ()


def allies(scene: Scene) -> tuple[str, ...]:
    """The champion; without one, whoever of the buyers decides; else any of them."""
    return bearers(scene, *ALLIES)[:1] or tuple(one.id for one in scene.buyers[:1])


def owners(scene: Scene, milestones: Iterable[str]) -> tuple[str, ...]:
    """The buyers and partners who own some milestones."""
    owned = (scene.milestone(one) for one in milestones)
    found = (one.owner for one in owned if one and one.owner)
    return tuple(one for one in found if is_outside(scene.plan.person(one)))


def is_outside(person: Stakeholder | None) -> bool:
    """Whether somebody is of the buyer or a partner."""
    return person is not None and person.side != "seller"


def outside(scene: Scene, people: Iterable[str]) -> tuple[str, ...]:
    """Those of some people who are of the buyer or a partner."""
    return tuple(one for one in people if is_outside(scene.plan.person(one)))


def _stays(scene: Scene, person: str) -> bool:
    known = scene.plan.person(person)
    return known is not None and known.active
