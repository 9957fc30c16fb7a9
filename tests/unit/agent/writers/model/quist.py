"""A made-up deal, its sources and its next actions."""

from datetime import UTC, date, datetime

from agent.ports import Context
from agent.writers.model.brief import Brief, brief
from plan.models import Action, Deal, Milestone, Outcome, Plan, Stakeholder
from plan.observations import NextAction
from plan.sources import Person, Source, Turn
from plan.values import Intent, SourceKind

DAY = date(2026, 3, 3)
PEOPLE = (
    Stakeholder(id="mara", name="Mara Quist", title="COO", side="buyer", roles=("champion",)),
    Stakeholder(
        id="ivo", name="Ivo Brandt", side="buyer", roles=("blocker",), sentiment="negative"
    ),
    Stakeholder(id="pim", name="Pim Larsen", side="partner"),
    Stakeholder(id="noor", name="Noor Adeyemi", side="seller", roles=("account_executive",)),
    Stakeholder(id="sol", name="Sol Weaver", side="seller", roles=("solutions_engineer",)),
)
MILESTONES = (
    Milestone(
        id="access", title="Network access open", owner="mara", due="2026-02-27", status="blocked"
    ),
    Milestone(id="pilot", title="Pilot finished", owner="sol", due="2026-03-20", shared=True),
    Milestone(id="margin", title="Margin floor approved", owner="sol", due="2026-03-11"),
    Milestone(id="privacy", title="Privacy review", due="2026-03-27"),
    Milestone(id="demo", title="Demo held", owner="mara", due="2026-02-02", status="done"),
)
ACTIONS = (
    Action(
        id="guide", title="Send the installation guide", owner="sol", due="2026-03-06", shared=True
    ),
    Action(id="walk", title="Walk the loading bay", owner="ivo", due="2026-03-09"),
)
OUTCOMES = (
    Outcome(
        id="loss", metric="parcels lost", unit="%", baseline="2.4", target="0.8", due="2026-12-31"
    ),
)
PLAN = Plan(
    deal=Deal(
        id="quist", name="Quist - parcel tracking", account="Quist Logistics", seller="Tracewell",
        amount="240000", currency="EUR", stage="negotiation", close_date="2026-05-29",
    ),
    as_of=date(2026, 3, 1),
    objective="Lose fewer parcels before the peak season.",
    stakeholders=PEOPLE,
    milestones=MILESTONES,
    actions=ACTIONS,
    outcomes=OUTCOMES,
)  # fmt: skip
TURNS = (
    ("Noor Adeyemi", "Ivo is against it, between us."),
    ("Mara Quist", "Hi, sorry to be late."),
    ("Noor Adeyemi", "The network access is what we wait for, and that is all."),
    ("Mara Quist", "It is with our people and I will ask them."),
    ("Sol Weaver", "She has left. We can go to 200,000 if she pushes."),
)


def source(
    *turns: tuple[str, str], kind: SourceKind = "call", people: tuple[str, ...] = ()
) -> Source:
    said = turns or TURNS
    return Source(
        kind=kind,
        format="vtt",
        occurred_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        day=DAY,
        sha256="0" * 64,
        people=tuple(Person(name=name) for name in people),
        turns=tuple(Turn(n=n, speaker=who, text=text) for n, (who, text) in enumerate(said, 1)),
    )


def context(read: Source | None = None, plan: Plan = PLAN) -> Context:
    return Context(workspace="w", source_id="quist.s1", source=read or source(), plan=plan)


def action(intent: Intent = "resolve_blocker", *to: str, why: str = "") -> NextAction:
    return NextAction(intent=intent, to=to or ("mara",), why=why)


def briefed(
    intent: Intent = "resolve_blocker", *to: str, why: str = "", read: Source | None = None
) -> Brief:
    return brief(action(intent, *to, why=why), context(read))
