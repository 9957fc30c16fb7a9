"""Claims that the plan can settle by a field: who has a role, who owns, who left, when due."""

from collections.abc import Collection, Iterator

from agent.answers.answer import Statement
from agent.answers.asking import words
from agent.answers.dossier import About, Dossier
from agent.answers.history import last_change
from agent.answers.naming import titled
from agent.answers.people.duties import OWNING
from agent.answers.people.holders import holding, holds
from agent.answers.people.leaving import departure, warnings_of
from agent.answers.people.owning import asked_items, kind_of, owning
from agent.answers.wording import day
from agent.answers.words_behind import words_of
from plan.models import Stakeholder

_LEFT = frozenset({"left", "gone", "leave", "leaving", "leaves", "quit", "departed", "resigned"})


def claims(dossier: Dossier, about: About) -> Iterator[Statement]:
    """What the plan says to a claim about a role, an owner, a departure or a date.

    A no comes only from a field that says otherwise: another holder, another owner, another
    date. That somebody is still active does not say that they are not leaving; a risk may say
    that they are.
    """
    spoken = frozenset(words(about.text))
    people = [one for one in map(dossier.person, about.people) if one]
    if people and spoken & _LEFT:
        yield from filter(None, (departure(dossier, one) for one in people))
        yield from (one for person in people for one in warnings_of(dossier, person))
    elif people and spoken & OWNING:
        yield from _owners(dossier, about)
    elif people and about.roles:
        yield from _roles(dossier, about, people)
    yield from _dates(dossier, about)


def _owners(dossier: Dossier, about: About) -> Iterator[Statement]:
    for item in asked_items(dossier, about)[:1]:
        if item.owner:
            answer = "Yes" if item.owner in about.people else "No"
            yield _prefixed(answer, owning(dossier, item))


def _roles(dossier: Dossier, about: About, people: Collection[Stakeholder]) -> Iterator[Statement]:
    have = [one for one in people if one.active and holds(one, about.roles)]
    others = [one for one in dossier.plan.stakeholders if one.active and holds(one, about.roles)]
    answer = "Yes" if have else "No"
    for one in have or others:
        yield _prefixed(answer, holding(dossier, one, about.roles))


def _dates(dossier: Dossier, about: About) -> Iterator[Statement]:
    """Whether the item named first is due on the one day that is named."""
    if about.since is None or about.since != about.until:
        return
    for item in asked_items(dossier, about)[:1]:
        if item.due is not None:
            last = last_change(dossier, kind_of(item), item.id, "due")
            answer = "Yes" if item.due == about.since else "No"
            yield Statement(
                text=f"{answer}: {titled(item.title)} is due on {day(item.due)}.",
                items=(dossier.ref(kind_of(item), item.id),),
                words=words_of((last,) if last else ()),
                events=(last.seq,) if last else (),
            )


def _prefixed(answer: str, statement: Statement) -> Statement:
    return statement.model_copy(update={"text": f"{answer}: {statement.text}"})
