"""Risks that somebody puts into words: kind, severity, whom and what they touch."""

import re
from collections.abc import Iterator
from functools import lru_cache

from agent.ports import SaidRisk
from agent.readers.embedded.cues import Signal, bounded, cue
from agent.readers.embedded.cues.risks import RISKS
from agent.readers.embedded.material import Material
from agent.readers.embedded.persons import speaker_or_named, subject
from agent.readers.embedded.tagging.fields import RISK_TAGS
from agent.readers.embedded.words import plain
from plan.values import RiskKind, Severity

LEAST = 0.4
"""The share from which a risk touches a milestone."""
MEDIUM = frozenset({"scope_change"})
"""Kinds that change the work more than they threaten the deal."""
DEPARTURE: RiskKind = "stakeholder_departure"
HEARD, BORNE_OUT = 0.4, 0.05
"""The likelihood from which the network's word suffices for a risk, and from which it bears out
a rule's."""
LEAVE = re.compile(r"\bleave\b|\boff until\b")


def risks(material: Material) -> tuple[SaidRisk, ...]:
    """One risk a kind, and of departures one a person, resting on the surest words that say it."""
    found: dict[tuple[RiskKind, tuple[str, ...]], tuple[float, SaidRisk]] = {}
    for at in range(len(material.sentences)):
        for sure, risk in _at(material, at):
            whom = risk.stakeholders if risk.kind == DEPARTURE else ()
            if sure > found.get((risk.kind, whom), (0.0, risk))[0]:
                found[risk.kind, whom] = sure, risk
    return tuple(risk for _, risk in found.values())


def _at(material: Material, at: int) -> Iterator[tuple[float, SaidRisk]]:
    """The risks of one sentence, each as sure as the network is of it."""
    plainly = at not in material.void and not material.has(at, Signal.QUESTION)
    ruled = (*_said(material, at), *_left(material, at)) if plainly else ()
    kinds = {risk.kind for risk in ruled}
    for risk in ruled:
        sure = material.tag(at, RISK_TAGS[risk.kind])
        if sure >= BORNE_OUT:
            yield sure, risk
    for kind, tag in RISK_TAGS.items():
        sure = material.tag(at, tag)
        if kind not in kinds and sure >= HEARD:
            yield sure, _risk(material, at, kind, speaker_or_named(material, at))


def _said(material: Material, at: int) -> Iterator[SaidRisk]:
    said = plain(material.sentences[at].text)
    for kind, pattern in _patterns().items():
        told = pattern.search(said)
        if told:
            who = subject(material, at, told.span()) or material.speakers[at]
            yield _risk(material, at, kind, who)


def _left(material: Material, at: int) -> Iterator[SaidRisk]:
    """Whoever is said to have left is a departure too."""
    span = cue(Signal.LEFT, material.sentences[at].text)
    person = material.context.plan.person(subject(material, at, span) if span else None)
    if person and person.active:
        yield _risk(material, at, DEPARTURE, person.id)


def _risk(material: Material, at: int, kind: RiskKind, who: str | None) -> SaidRisk:
    link = material.links.best([at], lambda item: item.entity == "milestone")
    touched = link is not None and link.share >= LEAST and kind != DEPARTURE
    return SaidRisk(
        kind=kind,
        severity=_severity(material, at, kind, who),
        stakeholders=(who,) if who else (),
        milestones=(link.item.id,) if link and touched else (),
        quotes=material.quotes([at]),
    )


def _severity(material: Material, at: int, kind: RiskKind, who: str | None) -> Severity:
    """High; medium where only the work changes; low for a leave or the seller's own people."""
    if kind != DEPARTURE:
        return "medium" if kind in MEDIUM else "high"
    leave = LEAVE.search(plain(material.sentences[at].text))
    if leave or material.roster.side(who) == "seller":
        return "low"
    person = material.context.plan.person(who)
    return "high" if person and person.influence == "high" else "medium"


@lru_cache(maxsize=1)
def _patterns() -> dict[RiskKind, re.Pattern[str]]:
    return {
        kind: re.compile("|".join(bounded(words) for words in cues)) for kind, cues in RISKS.items()
    }
