"""A small deal, and what a source makes of the risks that were said in it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from pydantic import JsonValue

from agent.assess import Assessed, assess
from agent.ports import Context, Quote, SaidRisk
from plan.edits import Edit
from plan.models import Deal, Milestone, Plan, Stakeholder
from plan.observations import Absence, Risk
from plan.readings import Finding
from plan.sources import Evidence, Source, Turn
from plan.values import Entity, RiskKind

ON = date(2026, 7, 1)
"""A Wednesday."""
PLAN = Plan(
    deal=Deal(
        id="acme",
        name="Acme",
        account="Acme",
        seller="Northwind",
        stage="evaluation",
        close_date=date(2026, 12, 1),
    ),
    as_of=date(2026, 6, 1),
    stakeholders=(
        Stakeholder(
            id="lena", name="Lena Ortiz", side="buyer", roles=("champion",), influence="medium"
        ),
        Stakeholder(id="tom", name="Tom Vance", side="buyer", influence="medium"),
        Stakeholder(id="dan", name="Dan Cole", side="seller", roles=("account_executive",)),
    ),
    milestones=(
        Milestone(
            id="review",
            title="Security review",
            kind="security_review",
            phase="evaluate",
            due=date(2026, 9, 1),
            status="in_progress",
        ),
        Milestone(
            id="board",
            title="Board approval",
            kind="executive_approval",
            phase="commit",
            due=date(2026, 11, 2),
            status="planned",
        ),
        Milestone(
            id="signature",
            title="Signature",
            kind="signature",
            phase="commit",
            due=date(2026, 12, 1),
            status="planned",
            depends_on=("review",),
        ),
        Milestone(
            id="training",
            title="Training",
            kind="implementation",
            phase="onboard",
            due=date(2027, 2, 1),
            status="planned",
        ),
    ),
)


def words(source: str = "s0", turn: int = 1) -> Evidence:
    return Evidence(source=source, turn=turn, start=0, end=4)


def risk(
    kind: RiskKind,
    *,
    who: Sequence[str] = (),
    what: Sequence[str] = (),
    since: date | None = date(2026, 6, 10),
    evidence: Sequence[Evidence] = (words(),),
) -> Risk:
    return Risk(
        kind=kind,
        stakeholders=tuple(who),
        milestones=tuple(what),
        evidence=tuple(evidence),
        basis="said",
        since=since,
    )


def said(
    kind: RiskKind, text: str, *, who: Sequence[str] = (), what: Sequence[str] = ()
) -> SaidRisk:
    return SaidRisk(
        kind=kind, stakeholders=tuple(who), milestones=tuple(what), quotes=(Quote(text=text),)
    )


def change(entity: Entity, item: str, **values: JsonValue) -> Edit:
    return Edit(op="update", entity=entity, id=item, set=dict(values))


def context(
    *lines: tuple[str, str],
    plan: Plan = PLAN,
    risks: Iterable[Risk] = (),
    settled: Iterable[Risk] = (),
    absences: Iterable[Absence] = (),
    late: bool = False,
) -> Context:
    turns = (Turn(n=n, speaker=who, text=text) for n, (who, text) in enumerate(lines, start=1))
    return Context(
        source_id="s1",
        source=Source(
            kind="call",
            format="vtt",
            occurred_at=datetime(2026, 7, 1, 12, tzinfo=UTC),
            day=ON,
            sha256="0" * 64,
            turns=tuple(turns) or (Turn(n=1, speaker="Dan Cole", text="Hello."),),
        ),
        plan=plan,
        risks=tuple(risks),
        settled=tuple(settled),
        absences=tuple(absences),
        late=late,
    )


def assessed(seen: Context, *drafts: SaidRisk, edits: Sequence[Edit] = ()) -> Assessed:
    return assess(seen, [Finding(edit=edit) for edit in edits], drafts)


def open_after(seen: Context, *drafts: SaidRisk, edits: Sequence[Edit] = ()) -> list[Risk]:
    """The said risks that are open after a source."""
    found = assessed(seen, *drafts, edits=edits).risks
    return [one for one in found if one.basis == "said"]


def kinds(risks: Iterable[Risk]) -> list[RiskKind]:
    return [one.kind for one in risks]
