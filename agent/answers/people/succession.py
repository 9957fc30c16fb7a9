"""Who took over what was somebody's."""

from collections.abc import Iterator
from datetime import date

from agent.answers.answer import ItemRef, Statement
from agent.answers.dossier import Dossier
from agent.answers.history import Change, changes_of, last_change
from agent.answers.naming import named, plainly, titled
from agent.answers.people.gains import dropped, gained
from agent.answers.wording import day, listed
from agent.answers.words_behind import MOST, events_of, words_of
from plan.events import Event
from plan.models import Milestone, Stakeholder
from plan.sources import Evidence
from plan.values import Entity

BESIDE = 2
"""Turns of one source that stand next to each other."""
_OWNED: tuple[Entity, ...] = ("milestone", "action")


def successors(dossier: Dossier, person: Stakeholder) -> Iterator[Statement]:
    """Who now has what was somebody's: a milestone or an action, or a role they had.

    A role counts as taken over by who gained it on the day the other lost it or left, or later.
    Then those of the same side who came into the deal by words next to those of the leaving.
    """
    heirs: dict[str, list[Change]] = {}
    for change in (*_handed_over(dossier, person), *_roles_gained(dossier, person)):
        heirs.setdefault(_heir(change), []).append(change)
    for heir_id, changes in heirs.items():
        heir = dossier.person(heir_id)
        if heir is not None:
            yield _takes_over(dossier, person, heir, changes)
    for event in _introductions(dossier, person):
        newcomer = dossier.person(event.id)
        if newcomer and newcomer.side == person.side and event.id not in heirs:
            yield _introduced(dossier, person, newcomer, event)


def _heir(change: Change) -> str:
    return change.id if change.entity == "stakeholder" else str(change.after)


def _handed_over(dossier: Dossier, person: Stakeholder) -> Iterator[Change]:
    for entity in _OWNED:
        for item in dossier.plan.items(entity):
            changes = changes_of(dossier, entity, item.id, "owner")
            if len(changes) > 1 and changes[-1].before == person.id and changes[-1].after:
                yield changes[-1]


def _roles_gained(dossier: Dossier, person: Stakeholder) -> Iterator[Change]:
    lost = _lost_roles(dossier, person)
    for other in dossier.plan.stakeholders:
        changes = changes_of(dossier, "stakeholder", other.id, "roles")
        for change in changes if other.id != person.id and other.active else ():
            since = [lost[role] for role in gained(change) if role in lost]
            if change.type != "opened" and any(day <= change.day for day in since):
                yield change


def _lost_roles(dossier: Dossier, person: Stakeholder) -> dict[str, date]:
    """The roles somebody had and has no more, with the day since when."""
    lost: dict[str, date] = {}
    left = last_change(dossier, "stakeholder", person.id, "active")
    if left and not person.active:
        lost = dict.fromkeys(map(str, person.roles), left.day)
    for change in changes_of(dossier, "stakeholder", person.id, "roles"):
        lost |= dict.fromkeys(dropped(change) - frozenset(person.roles), change.day)
    return lost


def _takes_over(
    dossier: Dossier, person: Stakeholder, heir: Stakeholder, changes: list[Change]
) -> Statement:
    what = dict.fromkeys(part for change in changes for part in _what(dossier, change))
    items = dict.fromkeys(_ref(dossier, change) for change in changes)
    people = (dossier.ref("stakeholder", heir.id), dossier.ref("stakeholder", person.id))
    since = day(max(change.day for change in changes))
    return Statement(
        text=(
            f"{named(dossier.plan, heir)} has taken over from {person.name}, known since {since}: "
            f"{listed(tuple(what))}."
        ),
        items=tuple(dict.fromkeys((*people, *items))),
        words=words_of(changes),
        events=events_of(changes),
    )


def _introductions(dossier: Dossier, person: Stakeholder) -> Iterator[Event]:
    """The events that added people by words next to those that told of somebody's leaving."""
    last = last_change(dossier, "stakeholder", person.id, "active")
    told = [*last.evidence] if last and not person.active else []
    for risk in dossier.risks:
        if risk.kind == "stakeholder_departure" and person.id in risk.stakeholders:
            told += risk.evidence
    for event in dossier.events:
        if event.type == "added" and event.entity == "stakeholder":
            pairs = ((one, other) for one in event.evidence for other in told)
            if any(_beside(one, other) for one, other in pairs):
                yield event


def _beside(one: Evidence, other: Evidence) -> bool:
    return one.source == other.source and abs(one.turn - other.turn) <= BESIDE


def _introduced(
    dossier: Dossier, person: Stakeholder, newcomer: Stakeholder, event: Event
) -> Statement:
    return Statement(
        text=(
            f"{named(dossier.plan, newcomer)} came into the deal next to the words that told of "
            f"{person.name}’s leaving."
        ),
        basis="reckoned",
        items=(dossier.ref("stakeholder", newcomer.id), dossier.ref("stakeholder", person.id)),
        words=event.evidence[:MOST],
        events=(event.seq,),
    )


def _ref(dossier: Dossier, change: Change) -> ItemRef:
    return dossier.ref(change.entity, change.id)


def _what(dossier: Dossier, change: Change) -> Iterator[str]:
    if change.entity == "stakeholder":
        yield from (f"the role of {plainly(role)}" for role in sorted(gained(change)))
        return
    item = dossier.plan.find(change.entity, change.id)
    title = getattr(item, "title", "")
    yield f"the {'step' if isinstance(item, Milestone) else 'action'} {titled(title)}"
