"""An executive sponsor or economic buyer nobody has heard for too long."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from plan.calendar import shifted
from plan.models import Stakeholder
from plan.observations import Risk
from plan.risks.quiet import leaves, quieted
from plan.risks.silence import Silence, silence
from plan.risks.situation import Situation
from plan.risks.wording import apart, day, listed
from plan.values import Role

SPONSORS: tuple[Role, ...] = ("economic_buyer", "executive_sponsor")
LONG = 2
"""Silence of this many times the threshold is of high severity."""


def sponsor_silent(situation: Situation) -> Iterator[Risk]:
    """One risk for each active sponsor of the buyer's side not engaged for `silent_days` or more.

    Somebody never engaged is silent from the day they became known. High from twice the
    threshold on, else medium. A closed deal has none. Somebody who was away since is silent all
    the same, but quietly: alarm and severity count from the day they are back; an action agreed
    with them keeps it quiet likewise.
    """
    for person, found in _silences(situation):
        if (situation.on - found.since).days >= situation.numbers.silent_days:
            long = situation.on >= _too_long(situation, found.counts_from, LONG)
            risk = Risk(
                kind="sponsor_silent",
                severity="high" if long else "medium",
                stakeholders=(person.id,),
                why=_why(situation, person, found.since),
                since=found.since,
            )
            yield quieted(risk, found.quiet, situation.on)


def turns(situation: Situation) -> Iterator[date]:
    """The days on which somebody's silence becomes too long, loud, or twice too long."""
    for person, found in _silences(situation):
        yield from leaves(situation, person)
        yield _too_long(situation, found.since)
        yield _too_long(situation, found.counts_from, LONG)
        if found.quiet:
            yield found.quiet.until


def sponsoring(person: Stakeholder) -> list[str]:
    """Which of the roles of a sponsor somebody has, in words."""
    return [role.replace("_", " ") for role in SPONSORS if role in person.roles]


def _silences(situation: Situation) -> Iterator[tuple[Stakeholder, Silence]]:
    if situation.closed:
        return
    for person in situation.buyers:
        if sponsoring(person):
            yield person, silence(situation, person, partial(_too_long, situation))


def _too_long(situation: Situation, start: date, times: int = 1) -> date:
    return shifted(start, times * situation.numbers.silent_days)


def _why(situation: Situation, person: Stakeholder, since: date) -> str:
    who = f"{person.name}, {listed(sponsoring(person))},"
    heard = situation.last_heard(person) is not None
    what = "was last heard" if heard else "has not been heard since becoming known"
    return f"{who} {what} on {day(since)}, {apart(since, situation.on)}."
