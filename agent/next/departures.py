"""Somebody goes: who carries their part from then on?"""

from collections.abc import Iterator, Sequence

from agent.next.proposed import Proposed, answering
from agent.next.recipients import POWERS, allies, first_here
from agent.next.said import weight
from agent.next.scene import Scene
from agent.next.weights import REPLACEABLE
from agent.next.wording import said
from plan.models import Stakeholder
from plan.observations import Risk
from plan.values import Intent


def departures(scene: Scene) -> Iterator[Proposed]:
    """One for each departure: to whoever takes over, else to whoever can say who does.

    A champion who is lost is replaced. Where somebody else takes over, we get to know them;
    where a sponsor leaves nobody behind, we ask who decides now, and of others who takes their
    milestones.
    """
    for risk in scene.risks:
        if risk.kind == "stakeholder_departure":
            gone = [one for name in risk.stakeholders if (one := scene.plan.person(name))]
            new = _successors(scene, risk, gone)
            intent = _intent(risk, gone, new)
            points = weight(scene, risk) - (0 if _matters(gone) else REPLACEABLE)
            to = new or _who_knows(scene, gone, intent)
            yield answering(risk, intent, points, to, said(scene, risk, new))


def _intent(risk: Risk, gone: Sequence[Stakeholder], new: Sequence[str]) -> Intent:
    champion = any("champion" in one.roles for one in gone)
    if champion and (risk.severity == "high" or not new):
        return "replace_champion"
    if new:
        return "multi_thread"
    return "find_economic_buyer" if _matters(gone) else "assign_owner"


def _matters(gone: Sequence[Stakeholder]) -> bool:
    return any({"champion", *POWERS} & {*one.roles} for one in gone)


def _successors(scene: Scene, risk: Risk, gone: Sequence[Stakeholder]) -> tuple[str, ...]:
    """Who got what was theirs in the source just read, or became known since it is known."""
    ids = {one.id for one in gone}
    heirs = [
        str(one.edit.set["owner"])
        for one in scene.findings
        if one.before.get("owner") in ids and one.edit.set.get("owner")
    ]
    new = [one.id for one in scene.buyers if _is_new(scene, risk, one.id)]
    return first_here(scene, [one for one in heirs if one not in ids], new)


def _is_new(scene: Scene, risk: Risk, person: str) -> bool:
    if scene.is_fresh(risk) and scene.added(person):
        return True
    known = scene.known.get(person)
    return known is not None and risk.since is not None and known >= risk.since


def _who_knows(scene: Scene, gone: Sequence[Stakeholder], intent: Intent) -> tuple[str, ...]:
    """The next in line for a champion; else their superior, an ally, or they themselves."""
    ids = [one.id for one in gone]
    line = [one.id for one in scene.buyers if one.reports_to in ids]
    above = [one.reports_to for one in gone if one.reports_to]
    others = [one for one in allies(scene) if one not in ids]
    if intent == "replace_champion":
        return first_here(scene, line, above, others, ids)
    if intent == "find_economic_buyer":
        return first_here(scene, others, above, ids)
    return first_here(scene, above, others, ids)
