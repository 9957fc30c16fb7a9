"""An executive sponsor or economic buyer nobody has heard for too long."""

from collections.abc import Iterator
from datetime import date

from plan.models import Stakeholder
from plan.observations import Risk
from plan.risks.situation import Situation
from plan.risks.wording import apart, day, listed
from plan.values import Role

SPONSORS: tuple[Role, ...] = ("economic_buyer", "executive_sponsor")
LONG = 2
"""Silence of this many times the threshold is of high severity."""


def sponsor_silent(situation: Situation) -> Iterator[Risk]:
    """One risk for each active sponsor of the buyer's side not engaged for `silent_days` or more.

    Somebody never engaged is silent from the day they became known. High from twice the
    threshold on, else medium. A closed deal has none.
    """
    if situation.closed:
        return
    for person in situation.buyers:
        since = situation.last_heard(person) or situation.known_since(person)
        silence = (situation.on - since).days
        if _sponsoring(person) and silence >= situation.numbers.silent_days:
            long = silence >= LONG * situation.numbers.silent_days
            yield Risk(
                kind="sponsor_silent",
                severity="high" if long else "medium",
                stakeholders=(person.id,),
                why=_why(situation, person, since),
            )


def _sponsoring(person: Stakeholder) -> list[str]:
    return [role.replace("_", " ") for role in SPONSORS if role in person.roles]


def _why(situation: Situation, person: Stakeholder, since: date) -> str:
    who = f"{person.name}, {listed(_sponsoring(person))},"
    heard = situation.last_heard(person) is not None
    what = "was last heard" if heard else "has not been heard since becoming known"
    return f"{who} {what} on {day(since)}, {apart(since, situation.on)}."
