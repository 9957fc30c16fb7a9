"""What is known of a deal on a day, the risks that follow, and when they may be others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, tzinfo
from typing import NamedTuple

from memory.base import Unit
from memory.records import SourceRecord
from plan.absences import absent
from plan.events import Event
from plan.models import Plan
from plan.observations import Absence, Risk
from plan.risks import derived_risks
from plan.risks.moves import moves
from plan.risks.situation import Beside
from plan.risks.waking import wakes_on
from tools.calendars import Country, calendar_of

YEARS_BACK, YEARS_AHEAD = 1, 2
"""How far from a day its deal's holidays count; beyond that only weekends are off."""


class Past(NamedTuple):
    """How a deal came to where it is.

    Attributes:
        events: Its history, in order.
        sources: Its sources, without words.
        zone: Its time zone.
    """

    events: tuple[Event, ...]
    sources: tuple[SourceRecord, ...]
    zone: tzinfo


@dataclass(frozen=True)
class Facts:
    """A stored deal on a day.

    Attributes:
        plan: The plan as it stands.
        on: The day that is looked at.
        engaged: Each person's last day of engagement, by id.
        known: Since when people who were added are known, by id.
        beside: What else the rules go by.
        said: The risks that somebody put into words and that are not over.
        absences: Who was said to be away, also what is still to come.
    """

    plan: Plan
    on: date
    engaged: Mapping[str, date]
    known: Mapping[str, date]
    beside: Beside
    said: tuple[Risk, ...]
    absences: tuple[Absence, ...]

    @property
    def risks(self) -> tuple[Risk, ...]:
        """All risks: those that somebody put into words, then those that rules derive."""
        derived = derived_risks(self.plan, self.engaged, self.on, self.known, **self.beside)
        return (*self.said, *derived)

    @property
    def wakes_on(self) -> date | None:
        """The first later day on which the risks may be others if nothing happens; None if never.

        An absence that begins may quiet a risk, and what is quiet is loud again some day.
        """
        derived = wakes_on(self.plan, self.engaged, self.on, self.known, **self.beside)
        begins = (one.since for one in self.absences)
        ends = (one.quiet_until for one in self.said)
        days = (day for day in (derived, *begins, *ends) if day is not None and day > self.on)
        return min(days, default=None)


def past_of(unit: Unit, deal: str, zone: tzinfo) -> Past:
    """A stored deal's past."""
    return Past(unit.plans.events(deal), unit.sources.of(deal), zone)


def facts_of(unit: Unit, plan: Plan, past: Past, on: date) -> Facts:
    """What is known of a stored deal.

    On a day that is not the deal's own today it is what would be if nothing else happened.

    Args:
        unit: The transaction.
        plan: The plan as it stands.
        past: How it came to that.
        on: The day that is looked at.
    """
    deal, moved = plan.deal.id, moves(past.events, past.zone)
    absences = unit.observations.absences(deal)
    beside = Beside(
        staged=moved.staged,
        progressed=moved.progressed,
        absent=absent(absences, on),
        calendar=country_on(plan, on).calendar,
    )
    found = unit.observations.risks(deal)
    # What was found dismissed is still found: how it stands is for the ledger and marks to say.
    said = tuple(one for one in found if one.basis == "said" and one.status != "resolved")
    engaged = unit.observations.engagement(deal)
    return Facts(plan, on, engaged, _known(past), beside, said, absences)


def risks_of(unit: Unit, plan: Plan, past: Past, on: date) -> tuple[Risk, ...]:
    """The risks of a stored deal on a day; takes what `facts_of` takes."""
    return facts_of(unit, plan, past, on).risks


def risks_of_plan(plan: Plan, on: date) -> tuple[Risk, ...]:
    """The risks that rules derive from a plan of which nothing else is known."""
    return derived_risks(plan, {}, on, calendar=country_on(plan, on).calendar)


def country_on(plan: Plan, on: date) -> Country:
    """The working days of the deal's country around a day."""
    first, last = max(MINYEAR, on.year - YEARS_BACK), min(MAXYEAR, on.year + YEARS_AHEAD)
    return calendar_of(plan.deal.country, range(first, last + 1))


def _known(past: Past) -> Mapping[str, date]:
    """Since when people who were added are known: the day of the words, or of the change."""
    days = {one.id: one.day for one in past.sources}
    return {
        event.id: _day_of(event, days, past.zone)
        for event in past.events
        if event.type == "added" and event.entity == "stakeholder"
    }


def _day_of(event: Event, days: Mapping[str, date], zone: tzinfo) -> date:
    said: Iterable[date] = (days[one.source] for one in event.evidence if one.source in days)
    return min(said, default=event.at.astimezone(zone).date())
