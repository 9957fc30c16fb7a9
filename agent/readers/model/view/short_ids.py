"""Short ids for a deal's items and people: fewer tokens, and hard to get wrong."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from agent.ports import Context
from plan.models import Plan
from plan.people import match
from plan.proposals import Proposal
from plan.suppose import suppose
from plan.values import Entity

LETTERS: Mapping[Entity, str] = {
    "stakeholder": "p",
    "milestone": "m",
    "action": "a",
    "outcome": "o",
}
_SHORT = re.compile(r"[pmao][0-9]+")
_ADDED = re.compile(r"n[0-9]+")


@dataclass(frozen=True)
class ShortIds:
    """The two-way table of a deal's ids, waiting additions included.

    Attributes:
        plan: The plan whose items they are.
        shown: Each item's short id, by entity and id.
        meant: Each item's id, by its short id.
    """

    plan: Plan
    shown: Mapping[tuple[Entity, str], str]
    meant: Mapping[str, str]

    def short(self, entity: Entity, item: str | None) -> str:
        """The short id of an item; its own where the table has none."""
        return self.shown.get((entity, item or ""), item or "")

    def full(self, entity: Entity, told: str) -> str:
        """The id that a model means by a short id, a person's name or, failing these, itself.

        What it adds (n1) gets a name that no item can have. What looks like a short id and is
        none names nothing, also where the deal happens to have something of that very id: the
        model was never shown it.
        """
        told = told.strip()
        if told in self.meant:
            return self.meant[told]
        if _ADDED.fullmatch(told):
            return f"new {told}"
        if _SHORT.fullmatch(told):
            return f"{told} (no such id)"
        by_name = match(self.plan.stakeholders, told) if entity == "stakeholder" else None
        return by_name or told


def short_ids(context: Context) -> ShortIds:
    """The table of a reading's deal."""
    return numbered(context.plan, context.pending)


def numbered(plan: Plan, pending: Sequence[Proposal]) -> ShortIds:
    """Number a deal's items and people in their order, those that wait for approval last."""
    plan = suppose(plan, (one.edit for one in pending if one.edit.op == "add"))
    shown = {
        (entity, item.id): f"{letter}{number}"
        for entity, letter in LETTERS.items()
        for number, item in enumerate(plan.items(entity), start=1)
    }
    meant = {short: item for (_, item), short in shown.items()}
    return ShortIds(plan, MappingProxyType(shown), MappingProxyType(meant))
