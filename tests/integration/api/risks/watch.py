"""A deal whose risks are looked at, and short ways to let things happen to it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from api.risks.standing import EVERY, OPEN, StandingRisk, judged, standing_risks
from memory.base import Store
from plan.edits import Edit
from plan.models import Deal, Milestone, Plan, Stakeholder
from plan.observations import Absence, Engagement, Risk
from plan.readings import Reading, Trace
from plan.sources import Evidence, Source, Turn
from plan.watch.marks import RiskVerdict
from tests.fakes.jobs import RecordedJobs
from tools.desk.arrivals import add_source
from tools.desk.editing import edit_by_hand
from tools.desk.gate import Acting
from tools.desk.marking import Judged, switch_rule
from tools.desk.moment import Moment
from tools.desk.opening import open_deal
from tools.desk.publishing import publish

START = date(2026, 3, 2)
PLAN = Plan(
    deal=Deal(
        id="acme",
        name="Acme",
        account="Acme Foods",
        seller="Us",
        time_zone="Pacific/Auckland",
        stage="evaluation",
    ),
    as_of=START,
    stakeholders=(
        Stakeholder(
            id="ada-okafor", name="Ada Okafor", side="buyer", roles=("economic_buyer", "champion")
        ),
        Stakeholder(id="kim-lee", name="Kim Lee", side="seller"),
    ),
    milestones=(
        Milestone(id="demo", title="Demo", owner="kim-lee", due=date(2026, 6, 1)),
        Milestone(id="pilot", title="Pilot", owner="kim-lee", due=date(2026, 3, 27)),
    ),
)
WORDS = "The pilot is stuck, I am afraid, and I am away until June."


@dataclass
class Watch:
    """A store with the deal, at some moment."""

    store: Store
    now: datetime = datetime(2026, 3, 10, 12, tzinfo=UTC)

    @property
    def by(self) -> Acting:
        return Acting(actor="rep", at=self.now)

    @property
    def moment(self) -> Moment:
        return Moment(self.now, "UTC")

    def open(self) -> None:
        """Open the deal."""
        with self.store.write("default") as unit:
            open_deal(unit, PLAN, Acting(actor="rep", at=datetime(2026, 3, 2, 9, tzinfo=UTC)))

    def later(self, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)

    def hear(self, *risks: Risk, away: date | None = None) -> None:
        """Read a call of this moment in which Ada says the risks, and maybe that she is away."""
        source = Source(
            kind="call",
            format="vtt",
            occurred_at=self.now,
            day=self.now.date(),
            sha256=self.now.isoformat(),
            turns=(Turn(n=1, speaker="Ada Okafor", text=WORDS),),
        )
        with self.store.write("default") as unit:
            added = add_source(unit, RecordedJobs(), "acme", source, self.by).record.id
            words = (Evidence(source=added, turn=1, start=0, end=18),)
            said = (
                one.model_copy(update={"evidence": one.evidence or words, "basis": "said"})
                for one in risks
            )
            reading = Reading(
                source=added,
                n=1,
                plan_version=1,
                engagement=(Engagement(person="ada-okafor", on=source.day),),
                risks=tuple(said),
                absences=(Absence(person="ada-okafor", until=away),) if away else (),
                trace=Trace(reader="scripted"),
                finished_at=self.now,
            )
            unit.readings.keep(reading)
            publish(unit, added, 1, self.now)

    def edit(self, item: str, **values: str) -> None:
        """Change a milestone by hand."""
        edit = Edit.model_validate(
            {"op": "update", "entity": "milestone", "id": item, "set": values}
        )
        with self.store.write("default") as unit:
            edit_by_hand(unit, "acme", edit, self.by)

    def mute(self, risk: StandingRisk) -> None:
        """Mute a risk's rule."""
        with self.store.write("default") as unit:
            switch_rule(unit, risk.kind, self.by, "too many of them", muted=True)

    def risks(self, on: date | None = None, *, judged: bool = False) -> dict[str, StandingRisk]:
        """The risks in their order, by key."""
        with self.store.read("default") as unit:
            statuses = EVERY if judged else OPEN
            shown = standing_risks(unit, "acme", self.moment, on, statuses)
        return {one.key: one for one in shown}

    def judge(self, key: str, verdict: RiskVerdict, reason: str = "") -> StandingRisk:
        """Say something to a risk."""
        said = Judged(risk=key, verdict=verdict, reason=reason)
        with self.store.write("default") as unit:
            return judged(unit, "acme", said, self.by, self.moment)

    def kept(self) -> object:
        """All that is kept of the deal's risks."""
        with self.store.read("default") as unit:
            return unit.ledger.of("acme"), unit.marks.on_risks()
