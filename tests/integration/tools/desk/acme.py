"""A deal on a real store, sources of given days, and readings that found what a test says."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from pydantic import JsonValue

from memory.base import Store, Unit
from plan.edits import Edit
from plan.models import Action, Deal, Milestone, Plan, Stakeholder
from plan.proposals import Decision, Proposal
from plan.readings import Finding, Reading, Trace
from plan.sources import Evidence, Source, Turn
from plan.values import Entity, Op
from tests.fakes.jobs import RecordedJobs
from tools.desk.arrivals import add_source
from tools.desk.deciding import Approval, approve, reject
from tools.desk.gate import Acting
from tools.desk.publishing import publish

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
PLAN = Plan(
    deal=Deal(id="acme", name="Acme", account="Acme", seller="Us"),
    as_of=date(2026, 3, 1),
    stakeholders=(Stakeholder(id="ada-okafor", name="Ada Okafor", side="buyer"),),
    milestones=(
        Milestone(id="pilot", title="Pilot", due=date(2026, 3, 27), owner="ada-okafor"),
        Milestone(id="signature", title="Signed", kind="signature", depends_on=("pilot",)),
    ),
    actions=(Action(id="send-form", title="Send the form", due=date(2026, 3, 10)),),
)
WORDS = "We said all of this on the call, word for word, and more than once."


def edit(entity: Entity, item: str, op: Op = "update", **values: JsonValue) -> Edit:
    """An edit whose evidence is still to be filled in."""
    return Edit(op=op, entity=entity, id=item, set=values)


@dataclass
class Desk:
    """A store with the deal `acme`, and short ways to do what every test needs."""

    store: Store
    jobs: RecordedJobs = field(default_factory=RecordedJobs)

    def write(self) -> AbstractContextManager[Unit]:
        return self.store.write("default")

    def acting(self, actor: str = "rep") -> Acting:
        return Acting(actor=actor, at=NOW)

    def source(self, day: int, digest: str | None = None) -> str:
        """Add a call of a day in March 2026; returns its id."""
        said = datetime(2026, 3, day, 9, tzinfo=UTC)
        source = Source(
            kind="call",
            format="vtt",
            occurred_at=said,
            day=said.date(),
            sha256=digest or f"{day:064}",
            turns=(Turn(n=1, speaker="Ada Okafor", text=WORDS),),
        )
        with self.write() as unit:
            return add_source(unit, self.jobs, "acme", source, self.acting()).record.id

    def publish(self, source: str, *edits: Edit, n: int = 1) -> tuple[Proposal, ...]:
        """Publish a reading of a source that found these edits, each on the same words."""
        findings = tuple(Finding(edit=_on_words(one, source)) for one in edits)
        self.keep(source, findings, n)
        with self.write() as unit:
            return publish(unit, source, n, NOW)

    def keep(self, source: str, findings: Sequence[Finding], n: int) -> None:
        reading = Reading(
            source=source,
            n=n,
            plan_version=1,
            findings=tuple(findings),
            trace=Trace(reader="scripted"),
            finished_at=NOW,
        )
        with self.write() as unit:
            unit.readings.keep(reading)

    def approve(
        self, proposal: Proposal, actor: str = "rep", *, with_needs: bool = False, **changes: object
    ) -> Decision:
        asked = Approval(
            proposal=proposal.id, hash=proposal.hash, changes=changes, with_needs=with_needs
        )
        with self.write() as unit:
            return approve(unit, asked, self.acting(actor))

    def reject(self, proposal: Proposal, actor: str = "rep") -> Decision:
        with self.write() as unit:
            return reject(unit, proposal.id, proposal.hash, "no", self.acting(actor))

    def plan(self) -> Plan:
        with self.store.read("default") as unit:
            return unit.plans.current("acme")

    def proposal(self, proposal_id: str) -> Proposal:
        with self.store.read("default") as unit:
            return unit.proposals.get(proposal_id)

    def due(self, milestone: str = "pilot") -> str:
        return str(next(one.due for one in self.plan().milestones if one.id == milestone))


def _on_words(one: Edit, source: str) -> Edit:
    # Each kind of edit has words of its own, as it would on a call.
    start = 0 if one.op == "update" else len(one.id) % 20
    evidence = Evidence(source=source, turn=1, start=start, end=start + 20)
    return one.model_copy(update={"evidence": (evidence,)})
