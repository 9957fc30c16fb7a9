"""When something is due now, what it was before, who moved it, and why."""

from collections.abc import Iterator
from datetime import date

from agent.answers.answer import Answer, ItemRef, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.history import Change, changes_of, last_change
from agent.answers.moves import moved, wished
from agent.answers.naming import named, standing
from agent.answers.shortening import shortened
from agent.answers.telling import capital, thing
from agent.answers.whose_move import owner_refs
from agent.answers.wording import day
from agent.answers.words_behind import events_of, words_of
from plan.models import Action, Milestone
from plan.schedule import FINISHED
from plan.values import Entity

TOPIC = "due"
MOVES = 3
"""Moves that are told, the latest first."""
_DATED: frozenset[Entity] = frozenset({"milestone", "action", "outcome", "deal"})


def due(dossier: Dossier, about: About) -> Answer:
    """When the first item asked about is due, how that moved, and which moves wait for approval.

    Where no milestone, action or outcome is asked about, it is the deal's close date, which is
    also told with a signature. Unknown where it has no day, also if a waiting change would give
    it one: that is then what comes near.
    """
    ref = next((one for one in about.items if one.entity in _DATED), dossier.ref("deal"))
    when, field = _due(dossier, ref)
    name = _called(dossier, ref)
    wishes = tuple(wished(dossier, ref, field, name))
    if when is None:
        return unknown(TOPIC, *_undated(dossier, ref), *wishes)
    every = changes_of(dossier, ref.entity, ref.id, field)
    moves = [one for one in reversed(every) if one.type == "updated"][:MOVES]
    told = (
        _now(dossier, ref, when, every),
        *wishes,
        *(moved(dossier, one, name) for one in moves),
        *_closing(dossier, ref),
    )
    return Answer(topic=TOPIC, statements=shortened(told))


def _due(dossier: Dossier, ref: ItemRef) -> tuple[date | None, str]:
    """The day of something, and the field that holds it."""
    if ref.entity == "deal":
        return dossier.plan.deal.close_date, "close_date"
    return getattr(dossier.plan.find(ref.entity, ref.id), "due", None), "due"


def _called(dossier: Dossier, ref: ItemRef) -> str:
    return "the close date" if ref.entity == "deal" else thing(dossier, ref.entity, ref.id)


def _now(dossier: Dossier, ref: ItemRef, when: date, every: tuple[Change, ...]) -> Statement:
    # Words that moved it stand with the move; those that came with it stand here.
    brought = every[-1:] if every and every[-1].type == "added" else ()
    item = dossier.plan.find(ref.entity, ref.id)
    owner = item.owner if isinstance(item, Milestone | Action) else None
    return Statement(
        text=_stands(dossier, ref, when),
        items=(ref, *owner_refs(dossier, owner)),
        words=words_of(brought),
        events=events_of(brought),
    )


def _stands(dossier: Dossier, ref: ItemRef, when: date) -> str:
    item = dossier.plan.find(ref.entity, ref.id)
    if not isinstance(item, Milestone | Action):
        verb = "is" if ref.entity == "deal" else "is due on"
        return f"{capital(_called(dossier, ref))} {verb} {day(when)}."
    name = _called(dossier, ref)
    if item.status in FINISHED:
        over = last_change(dossier, ref.entity, ref.id, "status")
        since = f" since {day(over.day)}" if over and over.type == "updated" else ""
        return f"{name} is {item.status}{since}; it was due on {day(when)}."
    owner = dossier.person(item.owner)
    whose = f"; it belongs to {named(dossier.plan, owner)}" if owner else ""
    return f"{name} is {standing(item, dossier.today)}{whose}."


def _undated(dossier: Dossier, ref: ItemRef) -> Iterator[Statement]:
    """That something is on the plan without a day."""
    if ref.entity == "deal" or dossier.plan.find(ref.entity, ref.id):
        field = "close date" if ref.entity == "deal" else "due date"
        text = f"The plan has no {field} for {thing(dossier, ref.entity, ref.id)}."
        yield Statement(text=text, items=(ref,))


def _closing(dossier: Dossier, ref: ItemRef) -> Iterator[Statement]:
    """The deal's close date, beside the day of its signature."""
    item = dossier.plan.find(ref.entity, ref.id)
    close = dossier.plan.deal.close_date
    if isinstance(item, Milestone) and item.kind == "signature" and close:
        yield Statement(text=f"The close date is {day(close)}.", items=(dossier.ref("deal"),))
