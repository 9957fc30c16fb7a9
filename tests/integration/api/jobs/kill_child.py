"""A process that works on jobs until none is left, slowly enough to be killed in any moment.

Arguments: the database's address; the file to which it writes what it does; how often a reading is
begun before it is given up; and a source that ends the process whenever it is read, or "-".
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from api.jobs import JobLimits, ReadingSteps
from api.jobs.dbos_jobs import DbosJobs
from memory.records import SourceRecord
from memory.sql import SqlStore
from plan.edits import Edit, content_hash
from plan.proposals import Proposal
from plan.readings import Reading, Trace

URL, LOG, STARTS, POISON = sys.argv[1:]
READING_SECONDS = 0.15
PAUSE_SECONDS = 0.05
NOW = datetime.now(UTC)

store = SqlStore(URL)


def note(what: str, source: str) -> None:
    """Write a line that survives the process."""
    with Path(LOG).open("a") as log:
        log.write(f"{what} {source}\n")
        log.flush()
        os.fsync(log.fileno())


def read(workspace: str, source: str, n: int) -> None:
    """Read slowly and keep the reading."""
    note("begin", source)
    if source == POISON:
        os._exit(9)
    time.sleep(READING_SECONDS)
    reading = Reading(
        source=source, n=n, plan_version=1, trace=Trace(reader="embedded"), finished_at=NOW
    )
    with store.write(workspace) as unit:
        unit.sources.set_status(source, "reading")
        unit.readings.keep(reading)
    note("end", source)
    time.sleep(PAUSE_SECONDS)


def publish(workspace: str, source: str, n: int) -> None:
    """Publish one proposal, once."""
    with store.write(workspace) as unit:
        record = unit.sources.get(source)
        unit.plans.lock(record.deal)
        if unit.readings.mark_published(source, n):
            unit.sources.set_status(source, "read")
            unit.proposals.add([_proposal(record, unit.proposals.next_number(record.deal))])
    note("publish", source)
    time.sleep(PAUSE_SECONDS)


def fail(workspace: str, source: str, _: int, reason: str) -> None:
    """Set the source failed."""
    with store.write(workspace) as unit:
        unit.sources.set_status(source, "failed", reason)
    note("fail", source)


def index(_: str, source: str) -> None:
    """Index slowly."""
    note("index", source)
    time.sleep(PAUSE_SECONDS)


def _proposal(record: SourceRecord, number: int) -> Proposal:
    edit = Edit(op="update", entity="plan", id="plan", set={"objective": record.id})
    return Proposal(
        id=f"{record.deal}.p{number}",
        deal=record.deal,
        number=number,
        source=record.id,
        reading=record.reading,
        occurred_at=record.occurred_at,
        edit=edit,
        hash=content_hash(edit, {}),
        created_at=NOW,
    )


def work() -> None:
    """Work until nothing is left."""
    limits = JobLimits(polling_seconds=0.02, starts=int(STARTS))
    jobs = DbosJobs(URL, ReadingSteps(read, publish, fail, index), limits)
    jobs.launch()
    note("launched", "-")
    while jobs.unfinished():
        time.sleep(0.05)
    jobs.close()
    store.close()


work()
