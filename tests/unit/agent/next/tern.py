"""A made-up deal, what may be risky in it, and what a source may add."""

from collections.abc import Mapping
from datetime import date

from agent.next import Scene
from plan.edits import Edit
from plan.models import Action, Deal, Milestone, Plan, Stakeholder
from plan.observations import Absence, Risk
from plan.readings import Finding
from plan.sources import Evidence, Turn
from plan.values import Intent, RiskKind, Severity, Stage

DAY = date(2026, 5, 6)
SOURCE = "tern.s2"
PEOPLE = (
    Stakeholder(id="ada", name="Ada Tern", side="buyer", roles=("champion",), reports_to="olu"),
    Stakeholder(id="olu", name="Olu Bakke", side="buyer", roles=("economic_buyer",)),
    Stakeholder(id="wim", name="Wim Roos", side="buyer", roles=("legal",)),
    Stakeholder(id="zoe", name="Zoe Left", side="buyer", roles=("champion",), active=False),
    Stakeholder(id="kit", name="Kit Marsh", side="seller", roles=("account_executive",)),
    Stakeholder(id="ivy", name="Ivy Lund", side="seller", roles=("customer_success",)),
)
MILESTONES = (
    Milestone(id="terms", title="Terms agreed", kind="legal_review", owner="wim", due="2026-05-20"),
    Milestone(id="pilot", title="Pilot finished", owner="kit", due="2026-05-29"),
    Milestone(id="start", title="Kickoff held", kind="kickoff", owner="ada", due="2026-07-01"),
)


def plan(
    *people: Stakeholder, actions: tuple[Action, ...] = (), stage: Stage = "evaluation"
) -> Plan:
    deal = Deal(id="tern", name="Tern - depots", account="Tern", seller="Marsh & Co", stage=stage)
    return Plan(
        deal=deal,
        as_of=date(2026, 5, 1),
        stakeholders=(*PEOPLE, *people),
        milestones=MILESTONES,
        actions=actions,
    )


def said(
    kind: RiskKind,
    *people: str,
    severity: Severity = "medium",
    at: str = SOURCE,
    about: tuple[str, ...] = (),
    since: date | None = None,
) -> Risk:
    """A risk that somebody put into words in a source."""
    words = (Evidence(source=at, turn=1, start=0, end=4),)
    return Risk(
        kind=kind,
        severity=severity,
        stakeholders=people,
        milestones=about,
        evidence=words,
        basis="said",
        since=since,
    )


def derived(kind: RiskKind, *people: str, severity: Severity = "medium", **more: object) -> Risk:
    """A risk that a rule derived."""
    risk = Risk(kind=kind, severity=severity, stakeholders=people, why="It is so.")
    return risk.model_copy(update=more)


def scene(
    *risks: Risk,
    of: Plan | None = None,
    findings: tuple[Finding, ...] = (),
    turns: tuple[Turn, ...] = (),
    away: Mapping[str, date] | None = None,
    known: Mapping[str, date] | None = None,
    engaged: Mapping[str, date] | None = None,
) -> Scene:
    return Scene(
        plan=of or plan(),
        on=DAY,
        risks=risks,
        source=SOURCE,
        turns=turns,
        findings=findings,
        engaged=engaged or {},
        known=known or {},
        absent={who: Absence(person=who, until=day) for who, day in (away or {}).items()},
    )


def added(entity: str, item: str, turn: int = 1) -> Finding:
    """What adds an item in the source just read."""
    words = (Evidence(source=SOURCE, turn=turn, start=0, end=4),)
    edit = Edit.model_validate(
        {"op": "add", "entity": entity, "id": item, "set": {}, "evidence": words}
    )
    return Finding(edit=edit)


Told = tuple[Intent, tuple[str, ...]]
