"""Two workspaces with two deals each, alike to the letter, and who asks in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from agent.chat.ports import Chat
from api.asking.answering import Answering
from api.asking.asker import Asker
from api.asking.conversations import Conversations
from api.asking.library import Shelves, StoredLibrary
from memory.base import Store
from memory.records import Chunk, Recalled
from plan.edits import Edit
from plan.models import Deal, Milestone, Plan, Stakeholder
from plan.readings import Finding, Reading, Trace
from plan.sources import Evidence, Source, Turn
from tests.fakes.chats import ScriptedChat
from tests.fakes.jobs import RecordedJobs
from tools.desk.arrivals import add_source
from tools.desk.gate import Acting
from tools.desk.opening import open_deal
from tools.desk.publishing import publish

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
WORDS = "The pilot is done on Friday, I promise."
HOME, AWAY = "default", "away"
KIM = Asker(HOME, "kim")


def plan_of(deal: str) -> Plan:
    """A deal's plan; its close date is a month later for `bolt`."""
    return Plan(
        deal=Deal(
            id=deal,
            name=deal.capitalize(),
            account="Acme Foods",
            seller="Us",
            time_zone="Pacific/Auckland",
            close_date=date(2026, 6 if deal == "bolt" else 5, 1),
        ),
        as_of=date(2026, 3, 1),
        stakeholders=(
            Stakeholder(id="ada-okafor", name="Ada Okafor", side="buyer"),
            Stakeholder(id="kim-lee", name="Kim Lee", side="seller", email="kim@us.example"),
        ),
        milestones=(Milestone(id="pilot", title="Pilot", due=date(2026, 3, 27)),),
    )


@dataclass
class Office:
    """A store, and what may be asked of it."""

    store: Store
    now: datetime = NOW
    searched: list[tuple[str, str, str, int]] = field(default_factory=list)

    def open(self) -> None:
        """Open the deals."""
        for workspace in (HOME, AWAY):
            with self.store.write(workspace) as unit:
                for deal in ("acme", "bolt"):
                    open_deal(unit, plan_of(deal), Acting(actor="rep", at=NOW))

    @property
    def shelves(self) -> Shelves:
        return Shelves(self.store, self._search, lambda: self.now, "UTC")

    def library(self, deal: str | None = "acme", asker: Asker = KIM) -> StoredLibrary:
        return StoredLibrary(self.shelves, asker, deal)

    def conversations(self, asker: Asker = KIM) -> Conversations:
        return Conversations(self.store, asker, lambda: self.now)

    def answering(self, chat: Chat | None = None, asker: Asker = KIM) -> Answering:
        return Answering(self.shelves, chat or ScriptedChat(), asker)

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def add(self, deal: str = "acme", workspace: str = HOME, day: int = 10) -> str:
        """Add a call in which Ada says the words; returns its id."""
        said = datetime(2026, 3, day, 9, tzinfo=UTC)
        source = Source(
            kind="call",
            format="vtt",
            occurred_at=said,
            day=said.date(),
            sha256=f"{day:064}",
            turns=(Turn(n=1, speaker="Ada", text=WORDS), Turn(n=2, speaker="Somebody", text="Ok.")),
        )
        with self.store.write(workspace) as unit:
            jobs = RecordedJobs()
            return add_source(unit, jobs, deal, source, Acting(actor="rep", at=NOW)).record.id

    def read(self, source: str, edits: Sequence[Edit] = (), **more: object) -> None:
        """Publish a reading that found these edits and whatever else is given."""
        words = (Evidence(source=source, turn=1, start=0, end=9),)
        found = (Finding(edit=one.model_copy(update={"evidence": words})) for one in edits)
        reading = Reading.model_validate(
            {
                "source": source,
                "n": 1,
                "plan_version": 1,
                "findings": tuple(found),
                "trace": Trace(reader="scripted"),
                "finished_at": NOW,
                **more,
            }
        )
        with self.store.write(HOME) as unit:
            unit.readings.keep(reading)
            publish(unit, source, 1, NOW)

    def withdraw(self, source: str) -> None:
        with self.store.write(HOME) as unit:
            unit.sources.set_status(source, "withdrawn")

    def _search(self, workspace: str, deal: str, query: str, k: int) -> Sequence[Recalled]:
        self.searched.append((workspace, deal, query, k))
        chunk = Chunk(
            id=f"{deal}.s1.c1",
            deal=deal,
            source=f"{deal}.s1",
            n=1,
            day=NOW.date(),
            occurred_at=NOW,
            first_turn=1,
            start=0,
            last_turn=1,
            end=3,
            text="The",
        )
        return (Recalled(chunk=chunk, score=1.0),)
