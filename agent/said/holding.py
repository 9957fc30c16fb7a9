"""Said risks as the words of a source hold them: grounded, and about this deal only."""

from collections.abc import Sequence

from agent.addressed import NOTHING_ADDRESSED, REASON, Addressed
from agent.ports import Context, SaidRisk
from agent.quotes import locate
from plan.models import Plan
from plan.observations import Risk
from plan.readings import Drop
from plan.sources import Evidence
from plan.watch.causes import same_cause

NO_WORDS = "No turn of the source holds the words given for this risk."
OVER = "A later source has settled this risk."


def held(
    said: Sequence[SaidRisk],
    context: Context,
    plan: Plan,
    addressed: Addressed = NOTHING_ADDRESSED,
) -> tuple[list[Risk], tuple[Drop, ...]]:
    """Said risks whose words stand in the source; who and what they name must be of this deal.

    A risk that later sources have settled since is not opened by older words.
    """
    risks: list[Risk] = []
    drops: list[Drop] = []
    for one in said:
        evidence = _evidence(one, context)
        risk = _risk(one, context, plan, evidence)
        reason = _objection(risk, context, addressed)
        if reason:
            drops.append(Drop(stage="ground", reason=reason, draft=one.model_dump(mode="json")))
        else:
            risks.append(risk)
    return risks, tuple(drops)


def _evidence(said: SaidRisk, context: Context) -> tuple[Evidence, ...]:
    """The places of its words; none where any of them is nowhere."""
    found = [locate(quote, context.source_id, context.source.turns) for quote in said.quotes]
    places = tuple(place for place in found if place is not None)
    return places if len(places) == len(found) else ()


def _risk(said: SaidRisk, context: Context, plan: Plan, evidence: tuple[Evidence, ...]) -> Risk:
    return Risk(
        kind=said.kind,
        severity=said.severity,
        stakeholders=tuple(who for who in said.stakeholders if plan.person(who)),
        milestones=tuple(one for one in said.milestones if plan.find("milestone", one)),
        evidence=evidence,
        basis="said",
        since=context.source.day,
    )


def _objection(risk: Risk, context: Context, addressed: Addressed) -> str:
    """Why it is dropped; empty where it holds."""
    if not risk.evidence:
        return NO_WORDS
    if any(addressed.touches(place) for place in risk.evidence):
        return REASON
    return OVER if any(same_cause(one, risk) for one in context.settled) else ""
