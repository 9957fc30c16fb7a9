"""Risks that somebody puts into words: kind, severity, whom and what they touch."""

import re
from collections.abc import Iterator
from functools import lru_cache

from agent.ports import SaidRisk
from agent.readers.embedded.cues import Signal, bounded, cue
from agent.readers.embedded.cues.risks import RISKS
from agent.readers.embedded.material import Material
from agent.readers.embedded.persons import subject
from agent.readers.embedded.words import plain
from plan.values import RiskKind, Severity

LEAST = 0.4
"""The share from which a risk touches a milestone."""
MEDIUM = frozenset({"scope_change"})
"""Kinds that change the work more than they threaten the deal."""
DEPARTURE: RiskKind = "stakeholder_departure"
LEAVE = re.compile(r"\bleave\b|\boff until\b")


def risks(material: Material) -> tuple[SaidRisk, ...]:
    """One risk a kind, and of departures one a person, resting on the first words that say it."""
    found: dict[tuple[RiskKind, tuple[str, ...]], SaidRisk] = {}
    for at in range(len(material.sentences)):
        if at in material.void or material.has(at, Signal.QUESTION):
            continue
        for risk in (*_said(material, at), *_left(material, at)):
            whom = risk.stakeholders if risk.kind == DEPARTURE else ()
            found.setdefault((risk.kind, whom), risk)
    return tuple(found.values())


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
