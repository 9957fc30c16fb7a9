"""Items: what a sentence may be about: milestones, actions and outcomes, proposed ones included."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from agent.ports import Context
from plan.models import Action, Milestone, Plan
from plan.values import MilestoneKind

ItemEntity = Literal["milestone", "action", "outcome"]
CLOSED = frozenset({"done", "cancelled"})


@dataclass(frozen=True, slots=True)
class Item:
    """A milestone, action or outcome, with what linking and reading compare.

    `title` is an outcome's metric; `kind` is a milestone's.
    """

    id: str
    entity: ItemEntity
    title: str
    status: str
    owner: str | None = None
    due: date | None = None
    kind: MilestoneKind | None = None
    pending: bool = False

    @property
    def closed(self) -> bool:
        """Whether nothing is left to do on it."""
        return self.status in CLOSED


def items(context: Context) -> tuple[Item, ...]:
    """The plan's milestones, actions and outcomes, then what waiting proposals would add."""
    return (*_planned(context.plan), *_proposed(context))


def _planned(plan: Plan) -> Iterator[Item]:
    for milestone in plan.milestones:
        yield _item(milestone, "milestone")
    for action in plan.actions:
        yield _item(action, "action")
    for outcome in plan.outcomes:
        yield Item(outcome.id, "outcome", outcome.metric, "open", due=outcome.due)


def _item(found: Milestone | Action, entity: ItemEntity, *, pending: bool = False) -> Item:
    kind = found.kind if isinstance(found, Milestone) else None
    return Item(
        found.id, entity, found.title, found.status, found.owner, found.due, kind, pending=pending
    )


def _proposed(context: Context) -> Iterator[Item]:
    """What proposals that wait for a decision would add."""
    for proposal in context.pending:
        values = {**proposal.edit.set, "id": proposal.edit.id}
        if proposal.edit.op != "add":
            continue
        if proposal.edit.entity == "milestone":
            yield _item(Milestone.model_validate(values), "milestone", pending=True)
        elif proposal.edit.entity == "action":
            yield _item(Action.model_validate(values), "action", pending=True)
