"""What is to be done next: open actions and the milestones that nothing open stands before."""

from collections.abc import Iterator
from datetime import date

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.history import said_of
from agent.answers.naming import standing
from agent.answers.shortening import MOST, shortened
from agent.answers.telling import thing
from agent.answers.whose_move import move, owner_refs
from agent.answers.words_behind import events_of, words_of
from plan.models import Action, Milestone
from plan.schedule import unfinished
from plan.values import Entity, Side

TOPIC = "next_steps"
_SIDES: tuple[Side | None, ...] = ("seller", "buyer", "partner", None)
"""The order of sides: ours, theirs, others', nobody's."""


def next_steps(dossier: Dossier, about: About) -> Answer:
    """Open actions and milestones next in line by due day, the seller's first, each side apart.

    What is overdue says so. A side, people, or milestones asked about narrow it; what falls
    due outside the days asked about is left out. Unknown where nothing of that is open.
    """
    steps = [one for one in _steps(dossier) if _meant(dossier, one, about)]
    sides = [[one for one in steps if _side(dossier, one) == side] for side in _SIDES]
    groups = [sorted(group, key=_by_day) for group in sides if group]
    if not groups:
        return unknown(TOPIC)
    # Each side gets its share of the room, so that a long list of ours does not hide theirs.
    share = max(1, (MOST - 1) // len(groups))
    first = [one for group in groups for one in group[:share]]
    rest = [one for group in groups for one in group[share:]]
    told = shortened(_step(dossier, one) for one in (*first, *rest))
    return Answer(topic=TOPIC, statements=told)


def _steps(dossier: Dossier) -> Iterator[Milestone | Action]:
    yield from (one for one in dossier.plan.actions if one.status == "open")
    waits = unfinished(dossier.plan)
    yield from (one for one in dossier.plan.milestones if waits.get(one.id) == ())


def _meant(dossier: Dossier, one: Milestone | Action, about: About) -> bool:
    asked = {ref.id for ref in about.items if ref.entity == "milestone"}
    belongs = one.id if isinstance(one, Milestone) else one.milestone
    return (
        (not asked or belongs in asked)
        and (not about.people or one.owner in about.people)
        and (about.side is None or _side(dossier, one) == about.side)
        and _within(one.due, about.since, about.until)
    )


def _within(due: date | None, since: date | None, until: date | None) -> bool:
    if due is None:
        return since is None and until is None
    return (since or due) <= due <= (until or due)


def _by_day(one: Milestone | Action) -> date:
    return one.due or date.max


def _side(dossier: Dossier, one: Milestone | Action) -> Side | None:
    person = dossier.person(one.owner)
    return person.side if person else None


def _step(dossier: Dossier, one: Milestone | Action) -> Statement:
    entity: Entity = "action" if isinstance(one, Action) else "milestone"
    named = thing(dossier, entity, one.id)
    under = one.milestone if isinstance(one, Action) else None
    of = f", for {thing(dossier, 'milestone', under)}," if under else ""
    behind = said_of(dossier, entity, one.id)[-1:]
    return Statement(
        text=f"{named}{of} is {standing(one, dossier.today)}; {move(dossier, one.owner)}.",
        items=(dossier.ref(entity, one.id), *owner_refs(dossier, one.owner)),
        words=words_of(behind),
        events=events_of(behind),
    )
