"""`memory.base.Jobs` on DBOS Transact, in the application's own database."""

from datetime import datetime
from typing import Protocol, runtime_checkable

from sqlalchemy import Connection

from api.jobs.limits import JobLimits
from api.jobs.rows import JobRows
from api.jobs.steps import ReadingJob, ReadingSteps
from api.jobs.worker import Worker
from memory.base import Unit
from memory.records import SourceRecord


@runtime_checkable
class OnConnection(Protocol):
    """A unit of work that has a database connection, whose transaction a job can join."""

    @property
    def connection(self) -> Connection:
        """The unit's connection, in its transaction."""


class DbosJobs:
    """Durable jobs in the store's database, worked on by one process at a time.

    Any process may enqueue; only `launch` makes this one the worker. On SQLite the store sets the
    file to write-ahead logging, so upgrade the store first.

    Args:
        url: The store's database, as SQLAlchemy writes it.
        steps: What the application does for a job.
        limits: How much, how often and how long.
    """

    def __init__(self, url: str, steps: ReadingSteps, limits: JobLimits | None = None) -> None:
        self._url = url
        self._steps = steps
        self._limits = limits or JobLimits()
        self._rows = JobRows(url)
        self._worker: Worker | None = None

    def upgrade(self) -> None:
        """Bring the jobs' tables up to this program's; a few milliseconds where they are."""
        self._rows.upgrade()

    def enqueue(self, unit: Unit, source: SourceRecord) -> None:
        """Ask for the source's reading `source.reading`; a deal's run one at a time, in order.

        Raises:
            UsedJobError: That reading was asked for before; the unit is to be rolled back.
            TypeError: The unit is not one of the SQL store.
        """
        if not isinstance(unit, OnConnection):
            raise TypeError("A job joins the transaction of a unit of the SQL store; this is none.")
        job = ReadingJob(unit.workspace, source.id, source.reading)
        self._rows.enqueue(unit.connection, job, source.deal, source.number)

    def launch(self) -> None:
        """Start working in this process, finishing first what an earlier process left.

        Raises:
            WorkerRunningError: Another process, or this one, works on jobs already.
        """
        self.upgrade()
        self._worker = Worker(self._url, self._rows, self._steps, self._limits)

    def unfinished(self) -> int:
        """How many jobs are queued or running."""
        return self._rows.unfinished()

    def forget(self, before: datetime) -> int:
        """Delete finished jobs' rows from before that instant; returns how many."""
        return self._rows.forget(before)

    def close(self) -> None:
        """Stop working within `limits.grace_seconds` and a few; the next launch goes on.

        Lets go of connections; what is called later takes new ones.
        """
        worker, self._worker = self._worker, None
        if worker:
            worker.stop()
        self._rows.close()
