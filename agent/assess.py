"""Assessing risks: those the plan's state shows, and those somebody put into words.

Risks are those of the plan as it would be with the proposals, on the source's day.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from agent.addressed import NOTHING_ADDRESSED, REASON, Addressed
from agent.ports import Context, SaidRisk
from agent.quotes import locate
from plan.models import Plan
from plan.observations import Engagement, Risk
from plan.people import speakers
from plan.readings import Drop, Finding
from plan.risks import derived_risks

OVER = ("done", "cancelled")


class Assessed(NamedTuple):
    """Who was heard, which risks are open, and which said ones did not hold."""

    engagement: tuple[Engagement, ...]
    risks: tuple[Risk, ...]
    drops: tuple[Drop, ...]


def assess(
    context: Context,
    findings: Sequence[Finding],
    said: Sequence[SaidRisk],
    addressed: Addressed = NOTHING_ADDRESSED,
) -> Assessed:
    """The risks open once the findings are applied, on the source's day."""
    plan = context.would_be(findings)
    day = context.source.day
    heard = sorted(speakers(context.source, plan.stakeholders))
    held, drops = _held(said, context, plan, addressed)
    earlier = [one for one in context.risks if one.basis == "said"]
    spoken = [one for one in _renewed(earlier, held) if not _settled(one, plan)]
    derived = derived_risks(plan, _heard(context.engaged, heard, day), day, _known(context, plan))
    engagement = tuple(Engagement(person=person, on=day) for person in heard)
    return Assessed(engagement, (*spoken, *derived), drops)


def _heard(before: Mapping[str, date], heard: Iterable[str], day: date) -> dict[str, date]:
    """Engagement takes the later day: an older source never makes somebody silent again."""
    return {**before, **{person: max(day, before.get(person, day)) for person in heard}}


def _known(context: Context, plan: Plan) -> dict[str, date]:
    """Since when people added later are known; those proposed now, since this source."""
    there = {person.id for person in context.plan.stakeholders}
    new = (person.id for person in plan.stakeholders if person.id not in there)
    return {**dict.fromkeys(new, context.source.day), **context.known}


def _held(
    said: Sequence[SaidRisk], context: Context, plan: Plan, addressed: Addressed
) -> tuple[list[Risk], tuple[Drop, ...]]:
    """Said risks whose words stand in the source; who and what they name must be of this deal."""
    held: list[Risk] = []
    drops: list[Drop] = []
    for one in said:
        turns = context.source.turns
        found = [locate(quote, context.source_id, turns) for quote in one.quotes]
        evidence = tuple(place for place in found if place is not None)
        if not evidence or len(evidence) < len(found):
            reason = "No turn of the source holds the words given for this risk."
            drops.append(Drop(stage="ground", reason=reason, draft=one.model_dump(mode="json")))
            continue
        if any(addressed.touches(place) for place in evidence):
            drops.append(Drop(stage="ground", reason=REASON, draft=one.model_dump(mode="json")))
            continue
        held.append(
            Risk(
                kind=one.kind,
                severity=one.severity,
                stakeholders=tuple(who for who in one.stakeholders if plan.person(who)),
                milestones=tuple(m for m in one.milestones if plan.find("milestone", m)),
                evidence=evidence,
                basis="said",
            )
        )
    return held, tuple(drops)


def _renewed(earlier: Sequence[Risk], now: Sequence[Risk]) -> list[Risk]:
    """Newer evidence of the same cause is the same risk, which keeps all its evidence."""
    risks: list[Risk] = list(earlier)
    for risk in now:
        at = next((i for i, known in enumerate(risks) if _same_cause(known, risk)), None)
        if at is None:
            risks.append(risk)
        else:
            words = tuple(dict.fromkeys((*risks[at].evidence, *risk.evidence)))
            risks[at] = risk.model_copy(update={"evidence": words})
    return risks


def _same_cause(one: Risk, other: Risk) -> bool:
    if one.kind != other.kind:
        return False
    about, others = {*one.milestones, *one.stakeholders}, {*other.milestones, *other.stakeholders}
    return bool(about & others) or about == others


def _settled(risk: Risk, plan: Plan) -> bool:
    """A blocker is gone when all it blocked is over."""
    if risk.kind != "blocker_raised" or not risk.milestones:
        return False
    blocked = [plan.find("milestone", milestone) for milestone in risk.milestones]
    return all(one is None or getattr(one, "status", "") in OVER for one in blocked)
