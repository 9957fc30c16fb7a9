"""What changed since a day or the last call, and what waits to be changed."""

from collections.abc import Iterator, Sequence

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.history import Change, changes_of
from agent.answers.moves import decided_by, net
from agent.answers.period import Period, period
from agent.answers.shortening import MOST, shortened
from agent.answers.telling import capital, label, thing, told
from agent.answers.wording import listed
from agent.answers.words_behind import MOST as MOST_WORDS
from agent.answers.words_behind import events_of, words_of
from plan.ids import NAMED_BY
from plan.values import Entity

TOPIC = "changes"
_ORDER: tuple[Entity, ...] = ("deal", "plan", "milestone", "stakeholder", "action", "outcome")
_TOLD_OF_NEW = ("side", "roles", "owner", "due", "milestone", "status", "baseline", "target")
"""The fields of a new thing that are told with it."""


def changes(dossier: Dossier, about: About) -> Answer:
    """What changed in the days asked about, else since the last call, one statement a thing.

    A field that moved twice is told from its first value to its last. Items or people asked
    about narrow it. What only waits for a decision is told last and as such. That nothing
    changed is an answer; unknown where no history is there.
    """
    if not dossier.events:
        return unknown(TOPIC)
    over = period(dossier, about)
    things = [(what, _within(dossier, what, over)) for what in _things(dossier, about)]
    told_of = [_thing(dossier, *what, found) for what, found in things if found]
    lead = _lead(dossier, over, len(told_of))
    waiting = tuple(_waiting(dossier, about))
    room = MOST - 1 - len(waiting)
    return Answer(topic=TOPIC, statements=(lead, *shortened(told_of, room), *waiting))


def _things(dossier: Dossier, about: About) -> list[tuple[Entity, str]]:
    """What was ever changed, of what is asked about, in the order in which it is told."""
    events = [one for one in dossier.events if one.type != "opened"]
    every = dict.fromkeys((one.entity, one.id) for one in events if _asked(one.id, about))
    return sorted(every, key=lambda one: _ORDER.index(one[0]))


def _asked(item_id: str, about: About) -> bool:
    asked = {ref.id for ref in about.items} | set(about.people)
    return not asked or item_id in asked


def _within(dossier: Dossier, what: tuple[Entity, str], over: Period) -> tuple[Change, ...]:
    every = changes_of(dossier, *what)
    return tuple(one for one in every if one.type != "opened" and over.covers(one))


def _lead(dossier: Dossier, over: Period, number: int) -> Statement:
    count = {0: "Nothing", 1: "One thing"}.get(number, f"{number} things")
    text = f"{count} changed in the plan {over.name}."
    return Statement(text=text, items=(dossier.ref("plan"),))


def _thing(dossier: Dossier, entity: Entity, item_id: str, found: Sequence[Change]) -> Statement:
    there = entity in ("deal", "plan") or dossier.plan.find(entity, item_id) is not None
    what = _sum(dossier, entity, item_id, found) if there else _taken_back(entity, found)
    return Statement(
        text=f"{capital(what)}, {decided_by(dossier, found)}.",
        items=(dossier.ref(entity, item_id),) if there else (),
        words=words_of(tuple(reversed(found))),
        events=events_of(found),
    )


def _sum(dossier: Dossier, entity: Entity, item_id: str, found: Sequence[Change]) -> str:
    name = thing(dossier, entity, item_id)
    if any(one.type == "added" for one in found):
        now = {one.field: one.after for one in found}
        values = [
            f"{label(field)} {told(dossier, entity, item_id, field, now[field])}"
            for field in _TOLD_OF_NEW
            if now.get(field)
        ]
        return ", ".join((f"New {entity} {name}", *values))
    return f"{name}: {net(dossier, found) or 'changed and changed back'}"


def _taken_back(entity: Entity, found: Sequence[Change]) -> str:
    names = [one.before for one in found if one.field == NAMED_BY.get(entity) and one.before]
    return f"The {entity} {names[-1] if names else ''} was taken back".replace("  ", " ")


def _waiting(dossier: Dossier, about: About) -> Iterator[Statement]:
    """All that waits for a decision, in one statement."""
    waiting = [one for one in dossier.proposals if _asked(one.edit.id, about)]
    if waiting:
        names = [thing(dossier, one.edit.entity, one.edit.id) for one in waiting]
        number = "1 change waits" if len(waiting) == 1 else f"{len(waiting)} changes wait"
        words = (words for one in waiting for words in one.edit.evidence)
        yield Statement(
            text=f"{number} for a decision: {listed(tuple(dict.fromkeys(names)))}.",
            basis="proposed",
            words=tuple(dict.fromkeys(words))[:MOST_WORDS],
            proposals=tuple(one.id for one in waiting),
        )
