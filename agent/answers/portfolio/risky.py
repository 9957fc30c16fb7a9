"""Which deals have open risks, of all kinds or of one."""

from collections.abc import Iterator, Sequence

from agent.answers.answer import Answer, ItemRef, Statement, unknown
from agent.answers.asking import table, words
from agent.answers.dossier import About, Dossier
from agent.answers.naming import plainly
from agent.answers.portfolio.across import none_of
from agent.answers.shortening import shortened
from agent.answers.wording import listed
from plan.observations import Risk
from plan.values import RiskKind, Severity

TOPIC = "risky"
SHOWN = 3
"""Risks that are told of one deal; the others are counted."""
_WORDS: dict[RiskKind, frozenset[str]] = {
    "blocker_raised": table("blocker blockers blocked blocking stuck"),
    "stakeholder_departure": table("departure departures leaving left leave quit"),
    "champion_weakening": table("champion champions weakening"),
    "budget_risk": table("budget budgets money funding"),
    "competitor_threat": table("competitor competitors competition competing rival rivals"),
    "priority_shift": table("priority priorities"),
    "scope_change": table("scope"),
    "sponsor_silent": table("silent quiet sponsor sponsors ghosted ghosting"),
    "missing_economic_buyer": table("economic"),
    "single_threaded": table("single threaded thread"),
    "overdue_milestone": table("overdue"),
    "timeline_drift": table("drift drifting timeline timelines slip slipping"),
    "unowned_milestone": table("unowned ownerless owner"),
    "no_next_step": table("step steps"),
}
"""Words of questions after a kind of risk."""
_GRAVITY: dict[Severity, int] = {"high": 0, "medium": 1, "low": 2}


def risky(deals: Sequence[Dossier], about: About) -> Answer:
    """The deals with open risks of the kinds that the question names, or of any, worst first."""
    if not deals:
        return unknown(TOPIC)
    spoken = frozenset(words(about.text))
    asked = frozenset(kind for kind, asking in _WORDS.items() if asking & spoken)
    kinds = asked or frozenset(_WORDS)
    found = [(one, _open(one, kinds)) for one in deals]
    found = sorted((pair for pair in found if pair[1]), key=lambda pair: _badness(pair[1]))
    told = [_told(one, risks) for one, risks in found]
    told = told or [none_of(deals, "No deal has such a risk open.")]
    return Answer(topic=TOPIC, statements=shortened(told))


def _open(dossier: Dossier, kinds: frozenset[RiskKind]) -> list[Risk]:
    risks = [one for one in dossier.risks if one.kind in kinds and one.status == "open"]
    return sorted(risks, key=lambda one: _GRAVITY[one.severity])


def _badness(risks: Sequence[Risk]) -> tuple[int, int]:
    return _GRAVITY[risks[0].severity], -len(risks)


def _told(dossier: Dossier, risks: Sequence[Risk]) -> Statement:
    things = [f"{plainly(one.kind)} ({one.severity})" for one in risks[:SHOWN]]
    things += [f"{len(risks) - SHOWN} more"] if len(risks) > SHOWN else []
    words_said = tuple(dict.fromkeys(word for one in risks[:SHOWN] for word in one.evidence))
    return Statement(
        text=f"{dossier.plan.deal.name} has open risks: {listed(things)}.",
        basis="reckoned",
        items=tuple(dict.fromkeys((dossier.ref("deal"), *_touched(dossier, risks)))),
        words=words_said[:SHOWN],
    )


def _touched(dossier: Dossier, risks: Sequence[Risk]) -> Iterator[ItemRef]:
    """What the risks are about, as far as the plan still has it."""
    for risk in risks:
        for one in filter(dossier.person, risk.stakeholders):
            yield dossier.ref("stakeholder", one)
        for one in risk.milestones:
            if dossier.plan.find("milestone", one):
                yield dossier.ref("milestone", one)
