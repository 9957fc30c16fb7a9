"""In which deals somebody takes part."""

from collections.abc import Iterator, Sequence

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.asking import words
from agent.answers.dossier import About, Dossier
from agent.answers.naming import named
from agent.answers.people.holders import in_role
from agent.answers.shortening import shortened
from plan.models import Stakeholder
from plan.people import name_words

TOPIC = "whereabouts"


def whereabouts(deals: Sequence[Dossier], about: About) -> Answer:
    """The deals with the people asked after: by id, or by all words of a name in the question.

    Ids are a deal's own: people of one id or name in two deals need not be one person, so
    each is told with title and company.
    """
    told = [_told(one, person) for one in deals for person in _meant(one, about)]
    return Answer(topic=TOPIC, statements=shortened(told)) if told else unknown(TOPIC)


def _meant(dossier: Dossier, about: About) -> Iterator[Stakeholder]:
    spoken = name_words(" ".join(words(about.text)))
    for one in dossier.plan.stakeholders:
        name = name_words(one.name)
        if one.id in about.people or (name and name <= spoken):
            yield one


def _told(dossier: Dossier, person: Stakeholder) -> Statement:
    does = f"; there, {person.name} {in_role(person.roles)}" if person.roles else ""
    where = "takes part in" if person.active else "is gone from"
    return Statement(
        text=f"{named(dossier.plan, person)} {where} {dossier.plan.deal.name}{does}.",
        items=(dossier.ref("deal"), dossier.ref("stakeholder", person.id)),
    )
