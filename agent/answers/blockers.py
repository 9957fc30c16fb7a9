"""What blocks the deal or one of its steps, whose move that is, and since when."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from agent.answers.answer import Answer, ItemRef, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.holding import blockers_of, ends_of
from agent.answers.holding.blocker import Blocker
from agent.answers.holding.words import holds_up
from agent.answers.naming import due_by, house, standing
from agent.answers.shortening import shortened
from agent.answers.telling import thing
from agent.answers.waiting import proposed
from agent.answers.wording import listed
from plan.models import Action, Milestone
from plan.schedule import FINISHED
from plan.values import Entity

TOPIC = "blockers"
NEXT_SHOWN = 2
"""Of what is only next in line, how many are told beside what is blocked, voiced or overdue."""
NAMED_AT_MOST = 2
"""More milestones than this that are held up are called the deal."""
_STEPS: frozenset[Entity] = frozenset({"milestone", "action", "outcome"})


class _Held(NamedTuple):
    """What is held up: how it is named in a sentence, and its milestones."""

    name: str
    items: tuple[ItemRef, ...]

    def states(self, text: str) -> Statement:
        """A statement about it."""
        return Statement(text=text, basis="reckoned", items=self.items)


def blockers(dossier: Dossier, about: About) -> Answer:
    """What holds up the deal, or the first item asked about, as `blockers_of` defines it.

    An action or an outcome is taken for the milestones that it belongs to. Where people or a
    side are asked about, only what is theirs is told, if anything is. Waiting changes of what
    holds up are told as such. Unknown where nothing is open on the way and nothing holds up.
    """
    ref = next((one for one in about.items if one.entity in _STEPS), None)
    targets = None if ref is None else _milestones(dossier, ref)
    found = blockers_of(dossier, targets)
    if not found:
        return _nothing(dossier, ref)
    what = _held(dossier, ends_of(dossier) if targets is None else targets)
    theirs = [one for one in found if _meant(one, about)]
    if theirs:
        return _answer(_told(dossier, what, theirs))
    return _answer((_none_of_theirs(dossier, what, about), *_told(dossier, what, found)))


def _answer(statements: Iterable[Statement]) -> Answer:
    return Answer(topic=TOPIC, statements=shortened(statements))


def _told(dossier: Dossier, what: _Held, found: Sequence[Blocker]) -> Iterator[Statement]:
    holding = [one for one in found if one.cause != "next"]
    ahead = [one for one in found if one.cause == "next"]
    if len(holding) != 1:
        number = f"{len(holding)} things now hold" if holding else "Nothing now holds"
        yield what.states(f"{number} up {what.name}.")
    yield from (holds_up(dossier, one) for one in holding)
    for item in dict.fromkeys(one.item for one in found):
        yield from proposed(dossier, item.entity, item.id)
    yield from (holds_up(dossier, one) for one in ahead[: NEXT_SHOWN if holding else None])


def _held(dossier: Dossier, targets: Collection[str]) -> _Held:
    ends = [one for one in dossier.plan.milestones if one.id in targets]
    names = [f"{thing(dossier, 'milestone', one.id)} ({_due(dossier, one)})" for one in ends]
    items = tuple(dossier.ref("milestone", one.id) for one in ends)
    few = 0 < len(names) <= NAMED_AT_MOST
    return _Held(listed(names) if few else "the deal", items or (dossier.ref("deal"),))


def _due(dossier: Dossier, one: Milestone) -> str:
    return one.status if one.status in FINISHED else due_by(one.due, dossier.today)


def _none_of_theirs(dossier: Dossier, what: _Held, about: About) -> Statement:
    people = [thing(dossier, "stakeholder", one) for one in about.people]
    whom = people or ([house(dossier.plan, about.side)] if about.side else [])
    text = f"Nothing that holds up {what.name} is with {listed(whom)}."
    return what.states(text)


def _meant(one: Blocker, about: About) -> bool:
    of_side = about.side is None or one.side == about.side
    return of_side and (not about.people or one.owner in about.people)


def _milestones(dossier: Dossier, ref: ItemRef) -> tuple[str, ...]:
    """The milestones for which a thing stands."""
    item = dossier.plan.find(ref.entity, ref.id)
    if isinstance(item, Action):
        return (item.milestone,) if item.milestone else ()
    milestones = dossier.plan.milestones
    return tuple(one.id for one in milestones if one.id == ref.id or ref.id in one.outcomes)


def _nothing(dossier: Dossier, ref: ItemRef | None) -> Answer:
    """That what is over is held up by nothing; else that nothing tells."""
    item = dossier.plan.find(ref.entity, ref.id) if ref else None
    if ref is None or not isinstance(item, Milestone | Action):
        return unknown(TOPIC)
    stands = f"{thing(dossier, ref.entity, ref.id)} is {standing(item, dossier.today)}"
    if item.status in FINISHED:
        text = f"{stands}, so nothing holds it up."
        return Answer(topic=TOPIC, statements=(Statement(text=text, items=(ref,)),))
    return unknown(TOPIC, Statement(text=f"{stands}.", items=(ref,)))
