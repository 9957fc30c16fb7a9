"""Three deals in a store of either engine, and jobs whose steps a test tells what to do."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from api.jobs import JobLimits, ReadingSteps
from api.jobs.dbos_jobs import DbosJobs
from memory.records import SourceRecord
from memory.sql import SqlStore
from plan.events import Event
from plan.models import Deal, Plan
from plan.sources import Source, Turn

WORKSPACE = "default"
DEALS = ("acme", "borealis", "cobalt")
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SOON = JobLimits(
    polling_seconds=0.02,
    first_wait_seconds=0.05,
    longest_wait_seconds=0.1,
    grace_seconds=0.3,
)


@pytest.fixture
def store(database_url: str) -> Iterator[SqlStore]:
    """A store with three deals that have no sources."""
    store = SqlStore(database_url)
    store.upgrade()
    with store.write(WORKSPACE) as unit:
        for deal in DEALS:
            unit.plans.append(*_opened(deal))
    yield store
    store.close()


@dataclass
class Desk:
    """A deal desk: adds sources, runs jobs, and notes what the steps were called with.

    Attributes:
        troubles: Source -> what its reading does instead of ending well; "index acme.s1" -> what
            indexing it does.
        noted: What happened, in order, as "read acme.s1 1", "publish ..." or "fail ...".
        indexed: Sources that were indexed, in order.
    """

    url: str
    store: SqlStore
    limits: JobLimits = SOON
    troubles: dict[str, Callable[[], object]] = field(default_factory=dict)
    noted: list[str] = field(default_factory=list)
    indexed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.jobs = self.another()
        self.jobs.upgrade()

    def another(self, limits: JobLimits | None = None) -> DbosJobs:
        """Jobs as another process would have them."""
        steps = ReadingSteps(self._read, self._publish, self._fail, self._index)
        return DbosJobs(self.url, steps, limits or self.limits)

    def add(self, deal: str) -> SourceRecord:
        """Add a deal's next source and ask for its reading, in one transaction."""
        with self.store.write(WORKSPACE) as unit:
            unit.plans.lock(deal)
            record, source = _source(deal, unit.sources.next_number(deal))
            unit.sources.add(record, source)
            self.jobs.enqueue(unit, record)
        return record

    def reread(self, source: str) -> None:
        """Ask for another reading."""
        with self.store.write(WORKSPACE) as unit:
            unit.sources.ask_again(source)
            self.jobs.enqueue(unit, unit.sources.get(source))

    def settle(self, seconds: float = 60) -> None:
        """Wait until no job is left."""
        self.until(lambda: self.jobs.unfinished() == 0, seconds)

    def until(self, holds: Callable[[], bool], seconds: float = 60) -> None:
        """Wait until it holds."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, self.noted
            time.sleep(0.02)

    def status(self, source: str) -> tuple[str, str]:
        """Where the source stands, and why."""
        with self.store.read(WORKSPACE) as unit:
            record = unit.sources.get(source)
        return record.status, record.reason

    def _read(self, workspace: str, source: str, n: int) -> None:
        self.noted.append(f"read {source} {n}")
        with self.store.write(workspace) as unit:
            unit.sources.set_status(source, "reading")
        self.troubles.get(source, lambda: None)()

    def _publish(self, workspace: str, source: str, n: int) -> None:
        with self.store.write(workspace) as unit:
            unit.sources.set_status(source, "read")
        self.noted.append(f"publish {source} {n}")

    def _fail(self, workspace: str, source: str, n: int, reason: str) -> None:
        with self.store.write(workspace) as unit:
            unit.sources.set_status(source, "failed", reason)
        self.noted.append(f"fail {source} {n}")

    def _index(self, workspace: str, source: str) -> None:
        assert workspace == WORKSPACE
        self.indexed.append(source)
        self.troubles.get(f"index {source}", lambda: None)()


@pytest.fixture
def desk(database_url: str, store: SqlStore) -> Iterator[Desk]:
    """A desk on the store, closed at the end."""
    desk = Desk(database_url, store)
    yield desk
    desk.jobs.close()


def _opened(deal: str) -> tuple[Plan, tuple[Event, ...], int]:
    plan = Plan(
        version=1,
        deal=Deal(id=deal, name=deal, account=deal, seller="Tandem"),
        as_of=date(2026, 3, 1),
    )
    opened = Event(
        seq=1,
        type="opened",
        at=NOW,
        actor="sam",
        cause="import",
        entity="plan",
        id="plan",
        after=plan.model_dump(mode="json"),
    )
    return plan, (opened,), 0


def _source(deal: str, number: int) -> tuple[SourceRecord, Source]:
    source = Source(
        kind="note",
        format="text",
        occurred_at=NOW,
        day=date(2026, 3, 2),
        sha256=f"{number:064x}",
        turns=(Turn(n=1, text=f"Note {number}."),),
    )
    record = SourceRecord(
        id=f"{deal}.s{number}",
        deal=deal,
        number=number,
        kind="note",
        day=source.day,
        occurred_at=NOW,
        sha256=source.sha256,
        added_by="sam",
        added_at=NOW,
    )
    return record, source
