"""Assessing risks: those the plan's state shows, and those somebody put into words.

Risks are those of the plan as it would be with the proposals, on the source's day.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from agent.absences import absences
from agent.addressed import NOTHING_ADDRESSED, Addressed
from agent.ports import Context, SaidRisk
from agent.said.holding import held
from agent.said.renewing import renewed
from agent.said.settling import Since, alone, settled
from agent.said.severity import Around, weighed
from agent.said.words_of_relief import told_over
from plan.absences import absent
from plan.calendar import WEEKENDS, Calendar
from plan.models import Plan
from plan.observations import Absence, Engagement, Risk
from plan.people import speakers
from plan.readings import Drop, Finding
from plan.risks import derived_risks
from tools.calendars import calendar_of


class Assessed(NamedTuple):
    """What a source leaves to know of people and risks.

    Attributes:
        engagement: Who was heard.
        risks: Which are open: said ones, then those of the plan's state.
        drops: Said ones that did not hold.
        absences: Who it says is away.
    """

    engagement: tuple[Engagement, ...]
    risks: tuple[Risk, ...]
    drops: tuple[Drop, ...]
    absences: tuple[Absence, ...] = ()


def assess(
    context: Context,
    findings: Sequence[Finding],
    said: Sequence[SaidRisk],
    addressed: Addressed = NOTHING_ADDRESSED,
) -> Assessed:
    """The risks open once the findings are applied, on the source's day."""
    plan, day = context.would_be(findings), context.source.day
    heard = sorted(speakers(context.source, plan.stakeholders))
    away = absences(context.source, context.source_id, plan, addressed)
    known_away = (*away, *context.absences)
    fresh, drops = held(said, context, plan, addressed)
    derived = derived_risks(
        plan,
        _heard(context.engaged, heard, day),
        day,
        _known(context, plan),
        absent=absent(known_away, day),
        calendar=_calendar(plan, day),
    )
    return Assessed(
        engagement=tuple(Engagement(person=person, on=day) for person in heard),
        risks=(*_said(context, plan, fresh, known_away, addressed), *derived),
        drops=drops,
        absences=away,
    )


def _said(
    context: Context,
    plan: Plan,
    fresh: Sequence[Risk],
    away: tuple[Absence, ...],
    addressed: Addressed,
) -> list[Risk]:
    """Said risks, earlier ones first: renewed, settled, and weighed by rule."""
    source, name = context.source, context.source_id
    earlier = [one for one in context.risks if one.basis == "said"]
    told = (kind for kind in told_over(source, name, plan, addressed) if alone(earlier, kind))
    since = Since(context.plan, plan, source.day, away, frozenset(told), late=context.late)
    around = Around(plan, source.day, away)
    return [
        weighed(one, around)
        for one in renewed(earlier, fresh, late=context.late)
        if not settled(one, since, fresh=_says(name, one))
    ]


def _says(source: str, risk: Risk) -> bool:
    """Whether a source is among those that say a risk."""
    return any(one.source == source for one in risk.evidence)


def _heard(before: Mapping[str, date], heard: Iterable[str], day: date) -> dict[str, date]:
    """Engagement takes the later day: an older source never makes somebody silent again."""
    return {**before, **{person: max(day, before.get(person, day)) for person in heard}}


def _known(context: Context, plan: Plan) -> dict[str, date]:
    """Since when people added later are known; those proposed now, since this source."""
    there = {person.id for person in context.plan.stakeholders}
    new = (person.id for person in plan.stakeholders if person.id not in there)
    return {**dict.fromkeys(new, context.source.day), **context.known}


def _calendar(plan: Plan, day: date) -> Calendar:
    """The working days of the deal's country around a day; plain weeks where it has none."""
    if plan.deal.country is None:
        return WEEKENDS
    return calendar_of(plan.deal.country, (day.year - 1, day.year, day.year + 1)).calendar
