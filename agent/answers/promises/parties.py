"""Who promised to whom, as a question asks after it."""

from collections.abc import Collection
from dataclasses import dataclass

from agent.answers.asking import words
from agent.answers.dossier import About, Dossier
from agent.answers.promises.promise import Promise
from plan.models import Stakeholder
from plan.values import Side

_SUBJECTS = ("we", "i", "they")
_OBJECTS = ("us", "me", "them")


@dataclass(frozen=True)
class Parties:
    """Whose promises are asked after.

    Attributes:
        side: The side that promised; None for any.
        owners: Ids of those who promised; empty for anybody of the side.
        to: Those to whom it was promised; empty where that is left open.
    """

    side: Side | None = None
    owners: tuple[str, ...] = ()
    to: tuple[Stakeholder, ...] = ()

    def made(self, promise: Promise) -> bool:
        """Whether a promise is one of theirs."""
        by = promise.owner in self.owners if self.owners else True
        return by and self.side in (None, promise.side)


def parties(dossier: Dossier, about: About) -> Parties:
    """Whose promises a question asks after, and to whom they were made.

    The first of “we”, “I” and “they” in it promised; else whoever did not if it says “us”,
    “me” or “them”; else the side that was recognised. “We” is the seller's side, “I” who
    asks, where the plan knows them, and else their side. People of the side that promised are
    those who promised, the others those to whom. Where no side is told, the first one named
    promised.
    """
    people = [one for one in map(dossier.person, about.people) if one]
    spoken = words(about.text)
    subject = _first(spoken, _SUBJECTS)
    object_ = _first(spoken, _OBJECTS)
    if subject == "i" and dossier.user and dossier.person(dossier.user):
        return Parties(
            owners=(dossier.user,), to=tuple(one for one in people if one.id != dossier.user)
        )
    side = _side(subject, object_, about.side)
    if people and (side is None or (subject is None and object_ in ("us", "me"))):
        return Parties(owners=(people[0].id,), to=tuple(people[1:]))
    return Parties(
        side=side,
        owners=tuple(one.id for one in people if one.side == side),
        to=tuple(one for one in people if one.side != side),
    )


def _side(subject: str | None, object_: str | None, told: Side | None) -> Side | None:
    if subject is not None:
        return "buyer" if subject == "they" else "seller"
    if object_ is not None:
        return "seller" if object_ == "them" else "buyer"
    return told


def _first(spoken: Collection[str], pronouns: Collection[str]) -> str | None:
    return next((word for word in spoken if word in pronouns), None)
