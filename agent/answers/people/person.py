"""What the plan knows of a person: place, roles, mood, when last heard, what they own."""

from collections.abc import Iterator

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.dossier import About, Dossier
from agent.answers.history import last_change
from agent.answers.naming import due_by, named, titled
from agent.answers.people.holders import in_role
from agent.answers.people.leaving import departure, warnings_of
from agent.answers.people.owning import Owned, kind_of
from agent.answers.people.silence import last_heard
from agent.answers.people.succession import successors
from agent.answers.risk_words import voicing
from agent.answers.shortening import shortened
from agent.answers.telling import capital
from agent.answers.waiting import proposed
from agent.answers.wording import day, listed
from agent.answers.words_behind import words_of
from plan.models import Stakeholder
from plan.schedule import FINISHED

TOPIC = "person"
OWNED = 5
"""Things somebody owns that are named; the others are counted."""


def person(dossier: Dossier, about: About) -> Answer:
    """What the plan knows of the people named: of the first all, of the others who they are."""
    people = [one for one in map(dossier.person, about.people) if one]
    if not people:
        return unknown(TOPIC)
    first, *others = people
    told = (*_of(dossier, first), *(_place(dossier, one) for one in others))
    return Answer(topic=TOPIC, statements=shortened(told))


def _of(dossier: Dossier, person: Stakeholder) -> Iterator[Statement]:
    gone = departure(dossier, person)
    yield _place(dossier, person)
    if gone:
        yield gone
        yield from successors(dossier, person)
    yield from warnings_of(dossier, person)
    yield from _mood(dossier, person)
    yield _heard(dossier, person)
    yield from _owns(dossier, person)
    yield from _risks(dossier, person)
    yield from proposed(dossier, "stakeholder", person.id)


def _place(dossier: Dossier, person: Stakeholder) -> Statement:
    boss = dossier.person(person.reports_to)
    below = [one for one in dossier.plan.stakeholders if one.reports_to == person.id]
    parts = [
        in_role(person.roles),
        f"has {person.influence} influence" if person.influence else "",
        f"reports to {boss.name}" if boss else "",
        f"is reported to by {listed([one.name for one in below])}" if below else "",
    ]
    told = [part for part in parts if part] or [f"is on the {person.side}’s side"]
    refs = [
        dossier.ref("stakeholder", one.id) for one in (person, *below, *([boss] if boss else []))
    ]
    change = last_change(dossier, "stakeholder", person.id, "roles")
    return Statement(
        text=f"{named(dossier.plan, person)} {listed(told)}.",
        items=tuple(refs),
        words=words_of([change] if change else []),
        events=(change.seq,) if change else (),
    )


def _mood(dossier: Dossier, person: Stakeholder) -> Iterator[Statement]:
    """The sentiment, and since when it is that and what it was before."""
    if person.sentiment is None:
        return
    last = last_change(dossier, "stakeholder", person.id, "sentiment")
    moved = last if last and last.type != "opened" else None
    since = f" since {day(moved.day)}" if moved else ""
    before = f"; before, it was {moved.before}" if moved and moved.before else ""
    yield Statement(
        text=f"{person.name}’s sentiment is {person.sentiment}{since}{before}.",
        items=(dossier.ref("stakeholder", person.id),),
        words=words_of([moved] if moved else []),
        events=(moved.seq,) if moved else (),
    )


def _heard(dossier: Dossier, person: Stakeholder) -> Statement:
    last = last_heard(dossier, person)
    text = f"was last heard on {day(last)}" if last else "has not been heard in this deal yet"
    return Statement(text=f"{person.name} {text}.", items=(dossier.ref("stakeholder", person.id),))


def _owns(dossier: Dossier, person: Stakeholder) -> Iterator[Statement]:
    """What is open and theirs, the first due first."""
    every: tuple[Owned, ...] = (*dossier.plan.milestones, *dossier.plan.actions)
    theirs = [one for one in every if one.owner == person.id and one.status not in FINISHED]
    theirs.sort(key=lambda one: (one.due is None, one.due or dossier.today))
    if not theirs:
        return
    named_ones = [
        f"{titled(one.title)}, {due_by(one.due, dossier.today)}" for one in theirs[:OWNED]
    ]
    more = [f"{len(theirs) - OWNED} more"] if len(theirs) > OWNED else []
    yield Statement(
        text=f"{person.name} has open: {'; '.join([*named_ones, *more])}.",
        items=tuple(dossier.ref(kind_of(one), one.id) for one in theirs),
    )


def _risks(dossier: Dossier, person: Stakeholder) -> Iterator[Statement]:
    for risk in dossier.risks:
        if person.id in risk.stakeholders and risk.kind != "stakeholder_departure":
            yield Statement(
                text=f"{capital(voicing(risk))}." if risk.basis == "said" else risk.why,
                basis="said" if risk.basis == "said" else "reckoned",
                items=(dossier.ref("stakeholder", person.id),),
                words=risk.evidence[:1],
            )
