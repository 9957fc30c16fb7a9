"""What a model means by the names, titles, short ids and days it hands to a tool."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from agent.answers.answer import ItemRef
from agent.answers.dossier import About, Dossier
from agent.chat.model.called import Called, title_of
from agent.readers.model.view.fence import one_line
from agent.readers.model.view.short_ids import LETTERS, ShortIds
from agent.writers.model.folding import words
from plan.errors import RefusedError
from plan.models import COLLECTIONS, Item
from plan.people import match
from plan.values import Entity

_TOLD = 80
_THE_DEAL = frozenset({"deal", "the deal", "this deal", "close", "the close", "close date"})
Found = TypeVar("Found")


def about(called: Called, dossier: Dossier, ids: ShortIds, question: str) -> About:
    """What a tool is asked about.

    Raises:
        RefusedError: A name, a title or a day is not understood; the message says which.
    """
    return About(
        people=_each(called.people, lambda told: item_id("stakeholder", told, ids)),
        items=_each(called.items, lambda told: item(told, dossier, ids)),
        roles=tuple(called.roles),
        side=called.side,
        since=_day(called.since),
        until=_day(called.until),
        text=called.text or question,
    )


def about_all(called: Called, dossiers: Sequence[Dossier], question: str) -> About:
    """What a tool over all deals is asked about: people by name, whoever bears it in any deal.

    Raises:
        RefusedError: A name or a day is not understood; the message says which.
    """
    people = [one for told in called.people for one in _anywhere(told, dossiers)]
    return About(
        people=tuple(dict.fromkeys(people)),
        roles=tuple(called.roles),
        side=called.side,
        since=_day(called.since),
        until=_day(called.until),
        text=called.text or question,
    )


def _anywhere(told: str, dossiers: Sequence[Dossier]) -> list[str]:
    found = [match(one.plan.stakeholders, told) for one in dossiers]
    if not any(found):
        raise RefusedError(f"Nobody in these deals is called “{one_line(told)[:_TOLD]}”.")
    return [one for one in found if one]


def item(told: str, dossier: Dossier, ids: ShortIds) -> ItemRef:
    """The milestone, action or outcome that is meant, or the deal itself with its close.

    Raises:
        RefusedError: There is none, or more than one.
    """
    if " ".join(words(told)) in _THE_DEAL:
        return dossier.ref("deal")
    found = [
        dossier.ref(entity, one.id)
        for entity in LETTERS
        if entity != "stakeholder"
        for one in _meant(entity, told, ids)
    ]
    return _only(found, told)


def item_id(entity: Entity, told: str, ids: ShortIds) -> str:
    """The id of the thing of one kind that is meant; that of the deal and its plan is their name.

    Raises:
        RefusedError: There is none, or more than one.
    """
    if entity not in COLLECTIONS:
        return entity
    return _only([one.id for one in _meant(entity, told, ids)], told, entity)


def _meant(entity: Entity, told: str, ids: ShortIds) -> Sequence[Item]:
    """Things that go by a short id, an id, a name or a title; else by the words of a title."""
    there = ids.plan.items(entity)
    exact = [one for one in there if one.id == ids.full(entity, told)]
    if exact:
        return exact
    said = words(told)
    same = [one for one in there if words(title_of(one)) == said]
    return same or [one for one in there if said and {*said} <= {*words(title_of(one))}]


def _only(found: Sequence[Found], told: str, kind: str = "thing") -> Found:
    name = one_line(told)[:_TOLD]
    if not found:
        raise RefusedError(f"There is no {kind} called “{name}” in this deal.")
    if len(found) > 1:
        raise RefusedError(f"“{name}” may be {len(found)} things of this deal; say which.")
    return found[0]


def _each(told: Iterable[str], find: Callable[[str], Found]) -> tuple[Found, ...]:
    return tuple(dict.fromkeys(map(find, told)))


def _day(told: str) -> date | None:
    """The day of an ISO date; None for none.

    Raises:
        RefusedError: It is no day.
    """
    if not told.strip():
        return None
    try:
        return date.fromisoformat(told.strip())
    except ValueError:
        name = one_line(told)[:_TOLD]
        raise RefusedError(f"“{name}” is no day; give one as 2026-03-20.") from None
