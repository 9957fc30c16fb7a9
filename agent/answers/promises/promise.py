"""One promise: an action that the plan has, or one that a proposal would add."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from agent.answers.answer import ItemRef, Statement
from agent.answers.dossier import Dossier
from agent.answers.history import changes_of, said_on
from agent.answers.naming import due_by, house, titled
from agent.answers.words_behind import MOST, events_of
from plan.models import Action, Stakeholder
from plan.people import match
from plan.proposals import Proposal
from plan.schedule import FINISHED
from plan.sources import Evidence
from plan.values import ActionStatus, Side

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Promise:
    """One promise.

    Attributes:
        title: What was promised.
        owner: The id of who promised it.
        name: Their name and whom they stand for; empty for nobody.
        side: The side they are on.
        due: When it is due.
        status: Where it stands.
        names: Ids of people whom the title names, but for who promised it.
        said: The day on which it was promised, as far as the history tells.
        words: The first words that promised it, and that moved it last.
        milestone: The id of the milestone it belongs to.
        item: The plan's action.
        proposal: The proposal that would add it.
        events: The events that brought it and moved it.
    """

    title: str
    owner: str | None
    name: str
    side: Side | None
    due: date | None
    status: ActionStatus
    names: frozenset[str]
    said: date
    words: tuple[Evidence, ...]
    milestone: str | None = None
    item: ItemRef | None = None
    proposal: str | None = None
    events: tuple[int, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is still to be kept."""
        return self.status not in FINISHED

    def overdue(self, today: date) -> bool:
        """Whether its day has passed and it is not kept."""
        return self.open and self.due is not None and self.due < today

    def order(self) -> tuple[bool, date]:
        """The first due first, so that what is overdue leads; those without a day last."""
        return self.due is None, self.due or date.max


def promises_in(dossier: Dossier) -> tuple[Promise, ...]:
    """Every promise of a deal, made or waiting, but for cancelled ones."""
    made = [_made(dossier, one) for one in dossier.plan.actions]
    return tuple(one for one in (*made, *_waiting(dossier)) if one.status != "cancelled")


def told(dossier: Dossier, promise: Promise) -> Statement:
    """A promise in words: what, whose, due when and how long overdue."""
    due = due_by(promise.due, dossier.today)
    what = f"{titled(promise.title)}, {due}" if promise.open else titled(promise.title)
    waits = "; this waits for approval" if promise.proposal else ""
    person = dossier.person(promise.owner)
    people = (dossier.ref("stakeholder", person.id),) if person else ()
    return Statement(
        text=f"{_who(promise)} {what}{waits}.",
        basis="proposed" if promise.proposal else "plan",
        items=(promise.item, *people) if promise.item else people,
        words=promise.words,
        proposals=(promise.proposal,) if promise.proposal else (),
        events=promise.events,
    )


def _who(promise: Promise) -> str:
    if not promise.open:
        return f"{promise.name or 'Somebody'} has done"
    if not promise.name:
        return "Nobody owns"
    return f"{promise.name} {'would owe' if promise.proposal else 'owes'}"


def _made(dossier: Dossier, action: Action) -> Promise:
    history = changes_of(dossier, "action", action.id)
    added = [one for one in history if one.type != "updated"]
    moved = [one for one in history if one.type == "updated" and one.field in ("due", "status")]
    behind = (*added[:1], *moved[-1:])
    words = tuple(word for one in behind for word in one.evidence[:1])
    owner = dossier.person(action.owner)
    return Promise(
        title=action.title,
        owner=action.owner,
        name=_called(dossier, owner) if owner else "",
        side=owner.side if owner else None,
        due=action.due,
        status=action.status,
        names=_named(dossier, action),
        said=history[0].day if history else dossier.plan.as_of,
        words=tuple(dict.fromkeys(words)),
        milestone=action.milestone,
        item=dossier.ref("action", action.id),
        events=events_of(one for one in behind if one.type != "opened"),
    )


def _waiting(dossier: Dossier) -> Iterator[Promise]:
    for one in dossier.proposals:
        if one.edit.op == "add" and one.edit.entity == "action":
            yield _proposed(dossier, one)


def _proposed(dossier: Dossier, proposal: Proposal) -> Promise:
    draft = Action.model_validate({**proposal.edit.set, "id": proposal.edit.id})
    owner = _owner(dossier, draft.owner)
    return Promise(
        title=draft.title,
        owner=draft.owner,
        name=_called(dossier, owner) if owner else "",
        side=owner.side if owner else None,
        due=draft.due,
        status=draft.status,
        names=_named(dossier, draft),
        said=max(said_on(dossier, proposal.edit.evidence), default=proposal.occurred_at.date()),
        words=proposal.edit.evidence[:MOST],
        milestone=draft.milestone,
        proposal=proposal.id,
    )


def _named(dossier: Dossier, action: Action) -> frozenset[str]:
    # The first word is a verb with a capital, and "Mark the draft" names no Mark.
    names = [word for word in _WORD.findall(action.title)[1:] if word[0].isupper()]
    found = (match(dossier.plan.stakeholders, name) for name in names)
    return frozenset(one for one in found if one and one != action.owner)


def _owner(dossier: Dossier, owner: str | None) -> Stakeholder | None:
    """Somebody of the plan, or whom a waiting proposal would add."""
    adds = (one.edit for one in dossier.proposals if one.edit.op == "add")
    new = (one for one in adds if one.entity == "stakeholder" and one.id == owner)
    found = (Stakeholder.model_validate({**one.set, "id": one.id}) for one in new)
    return dossier.person(owner) or next(found, None)


def _called(dossier: Dossier, person: Stakeholder) -> str:
    return f"{person.name} ({house(dossier.plan, person.side)})"
