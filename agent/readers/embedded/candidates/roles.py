"""Roles: what words tell of somebody's part in the deal."""

from collections.abc import Iterable, Sequence

from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.fields import ROLES
from agent.readers.embedded.tagging.tags import Tag
from agent.readers.embedded.titles import powers, role_of
from agent.readers.embedded.words import plain
from plan.values import Role, Side

LEAST = 0.25
"""The likelihood from which the network's word is taken for a role."""
OF_SELLERS = frozenset({"account_executive", "solutions_engineer", "customer_success", "manager"})
OF_BOTH = frozenset({"executive_sponsor", "legal"})


def roles_told(material: Material, words: Iterable[int], side: Side) -> tuple[Role, ...]:
    """Roles that sentences tell of one person: by title, by power, and as the network hears."""
    at = sorted(words)
    said = plain(" ".join(material.sentences[k].text for k in at))
    by_title = role_of(said, side)
    by_power = tuple(powers(said)) if side == "buyer" else ()
    heard = (role for role, tag in ROLES.items() if _likely(material, at, tag) >= LEAST)
    fitting = [role for role in heard if _fits(role, side)]
    return tuple(dict.fromkeys(role for role in (by_title, *by_power, *fitting) if role))


def _likely(material: Material, at: Sequence[int], tag: Tag) -> float:
    return max(material.tag(k, tag) for k in at)


def _fits(role: Role, side: Side) -> bool:
    return role in OF_BOTH or (role in OF_SELLERS) == (side == "seller")
