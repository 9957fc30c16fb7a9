"""Whose move it is, in words."""

from agent.answers.answer import ItemRef
from agent.answers.dossier import Dossier
from agent.answers.naming import named


def move(dossier: Dossier, owner: str | None) -> str:
    """The end of a sentence about something that somebody should do next."""
    person = dossier.person(owner)
    if person is None:
        return "nobody owns it"
    who = named(dossier.plan, person)
    return f"the next move is with {who}" if person.active else f"its owner {who} has left"


def owner_refs(dossier: Dossier, owner: str | None) -> tuple[ItemRef, ...]:
    """A reference to an owner, if there is one."""
    person = dossier.person(owner)
    return (dossier.ref("stakeholder", person.id),) if person else ()
