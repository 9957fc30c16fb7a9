"""What is at risk, how badly, and why."""

from agent.answers.answer import Answer, ItemRef, Statement
from agent.answers.dossier import About, Dossier
from agent.answers.history import said_on
from agent.answers.naming import named
from agent.answers.risk_words import voicing
from agent.answers.shortening import shortened
from agent.answers.telling import capital, thing
from agent.answers.wording import day, listed
from agent.answers.words_behind import MOST
from plan.models import COLLECTIONS
from plan.observations import Risk
from plan.values import Entity, Severity

TOPIC = "at_risk"
_RANK: dict[Severity, int] = {"high": 0, "medium": 1, "low": 2}


def at_risk(dossier: Dossier, about: About) -> Answer:
    """The open risks, the worst first, said ones before reckoned ones of the same severity.

    Milestones or people asked about narrow them to risks that name one of these. That no
    risk is open is an answer, which rests on the deal or on what was asked about.
    """
    asked = {ref.id for ref in about.items} | set(about.people)
    risks = [one for one in dossier.risks if one.status == "open" and _touches(one, asked)]
    risks.sort(key=lambda one: (_RANK[one.severity], one.basis == "derived"))
    if not risks:
        return Answer(topic=TOPIC, statements=(_none(dossier, about),))
    return Answer(topic=TOPIC, statements=shortened(_told(dossier, one) for one in risks))


def _touches(risk: Risk, asked: set[str]) -> bool:
    return not asked or any(one in asked for _, ids in _about(risk) for one in ids)


def _told(dossier: Dossier, risk: Risk) -> Statement:
    return Statement(
        text=f"{risk.severity.capitalize()}: {risk.why or _voiced(dossier, risk)}",
        basis="said" if risk.basis == "said" else "reckoned",
        items=_refs(dossier, risk) or (dossier.ref("deal"),),
        words=tuple(reversed(risk.evidence))[:MOST],
    )


def _voiced(dossier: Dossier, risk: Risk) -> str:
    """What was voiced, when, and what and whom it names."""
    days = said_on(dossier, risk.evidence)
    when = f" on {day(days[0])}" if days else ""
    again = f", and again on {day(days[-1])}" if len(days) > 1 else ""
    refs = _refs(dossier, risk)
    things = [thing(dossier, one.entity, one.id) for one in refs if one.entity != "stakeholder"]
    people = [named(dossier.plan, one) for one in map(dossier.person, risk.stakeholders) if one]
    told = (
        f"{capital(voicing(risk))}{when}{again}",
        f"it touches {listed(things)}" if things else "",
        f"it names {listed(people)}" if people else "",
    )
    return f"{'; '.join(filter(None, told))}."


def _about(risk: Risk) -> tuple[tuple[Entity, tuple[str, ...]], ...]:
    return (
        ("milestone", risk.milestones),
        ("action", risk.actions),
        ("outcome", risk.outcomes),
        ("stakeholder", risk.stakeholders),
    )


def _refs(dossier: Dossier, risk: Risk) -> tuple[ItemRef, ...]:
    """What a risk is about and, of that, what is on the plan."""
    about = ((entity, one) for entity, ids in _about(risk) for one in ids)
    there = ((entity, one) for entity, one in about if dossier.plan.find(entity, one))
    return tuple(dict.fromkeys(dossier.ref(entity, one) for entity, one in there))


def _none(dossier: Dossier, about: About) -> Statement:
    refs = (*about.items, *(dossier.ref("stakeholder", one) for one in about.people))
    there = [one for one in refs if one.entity in COLLECTIONS]
    names = listed([thing(dossier, one.entity, one.id) for one in there]) if there else ""
    text = f"No open risk names {names}." if names else "No risk is open."
    return Statement(text=text, basis="reckoned", items=tuple(there) or (dossier.ref("deal"),))
