"""A champion nobody has heard for too many working days."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from plan.models import Stakeholder
from plan.observations import Risk
from plan.risks.quiet import leaves, quieted
from plan.risks.silence import Silence, silence
from plan.risks.situation import Situation
from plan.risks.sponsor_silent import LONG, sponsoring
from plan.risks.wording import day, working_days


def champion_quiet(situation: Situation) -> Iterator[Risk]:
    """One risk for each active champion not engaged for `champion_quiet_days` working days.

    High from twice as many on, else medium. A closed deal has none, nor has a champion who is
    also a sponsor: `sponsor_silent` tells of them. An absence keeps it quiet until it has been
    too long since they are back; so does a day agreed with them, of a milestone too.
    """
    for person, found in _silences(situation):
        passed = situation.calendar.between(found.since, situation.on)
        if passed >= situation.numbers.champion_quiet_days:
            long = situation.on >= _too_long(situation, found.counts_from, LONG)
            risk = Risk(
                kind="champion_quiet",
                severity="high" if long else "medium",
                stakeholders=(person.id,),
                why=_why(situation, person, found.since, passed),
                since=found.since,
            )
            yield quieted(risk, found.quiet, situation.on)


def turns(situation: Situation) -> Iterator[date]:
    """The days on which a champion's silence becomes too long, loud, or twice too long."""
    for person, found in _silences(situation):
        yield from leaves(situation, person)
        yield _too_long(situation, found.since)
        yield _too_long(situation, found.counts_from, LONG)
        if found.quiet:
            yield found.quiet.until


def _silences(situation: Situation) -> Iterator[tuple[Stakeholder, Silence]]:
    if situation.closed:
        return
    for person in situation.buyers:
        if "champion" in person.roles and not sponsoring(person):
            yield person, silence(situation, person, partial(_too_long, situation), steps=True)


def _too_long(situation: Situation, start: date, times: int = 1) -> date:
    return situation.calendar.add(start, times * situation.numbers.champion_quiet_days)


def _why(situation: Situation, person: Stakeholder, since: date, passed: int) -> str:
    heard = situation.last_heard(person) is not None
    what = "was last heard" if heard else "has not been heard since becoming known"
    return f"{person.name}, champion, {what} on {day(since)}, {working_days(passed)} ago."
