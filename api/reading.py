"""Reading a stored source: the steps that a background job calls, each safe to call again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

from agent.errors import UnreadError
from agent.graph import Found, ReadingGraph
from agent.ports import Context, Reader
from api.reading_context import context_of
from memory.base import Store
from plan.readings import Reading, Trace
from plan.usage import Usage
from tools.desk.publishing import publish


@dataclass(frozen=True)
class SourceReading:
    """Reads, publishes and gives up, over a store and the reading graph.

    Attributes:
        graph: Makes the graph with its reader; called when something is read for the first
            time, since a reader takes a while to load.
        now: The clock.
        zone: The time zone of deals that name none.
    """

    store: Store
    graph: Callable[[], tuple[ReadingGraph, Reader]]
    now: Callable[[], datetime]
    zone: str = "UTC"

    def read(self, workspace: str, source: str, n: int) -> str:
        """Run the graph and keep what it found; a reading that was kept is not made again.

        A try that fails is kept too, for what it took, until a later one takes its place.

        Returns:
            The reading's id, `<source>.r<n>`.

        Raises:
            NotFoundError: No such source.
            ReaderUnavailableError: The reader cannot read now.
            ReadingFailedError: The reader's answer cannot be used.
        """
        with self.store.write(workspace) as unit:
            kept = unit.readings.get(source, n)
            if kept is not None and not kept.failure:
                return f"{source}.r{n}"
            unit.sources.set_status(source, "reading")
        with self.store.read(workspace) as unit:
            context = context_of(unit, source)
        graph, reader = self.graph()
        tried = Try(n, reader, taken(kept), perf_counter())
        try:
            reading = tried.read(context, graph.run(context), self.now())
        except UnreadError as error:
            self._keep(workspace, tried.failed(context, error, self.now()))
            raise
        self._keep(workspace, reading)
        return f"{source}.r{n}"

    def _keep(self, workspace: str, reading: Reading) -> None:
        with self.store.write(workspace) as unit:
            unit.readings.keep(reading)

    def publish(self, workspace: str, source: str, n: int) -> None:
        """Publish a kept reading, once."""
        with self.store.write(workspace) as unit:
            publish(unit, source, n, self.now(), self.zone)

    def fail(self, workspace: str, source: str, n: int, reason: str) -> None:
        """Say on the source why it could not be read; a published reading is left alone."""
        with self.store.write(workspace) as unit:
            record = unit.sources.get(source)
            if record.reading == n and not unit.readings.published(source, n):
                unit.sources.set_status(source, "failed", reason)


@dataclass(frozen=True)
class Try:
    """One try at a reading, and how it is kept.

    Attributes:
        n: Which reading of the source, from 1.
        reader: Who reads.
        before: What earlier tries at the same reading took.
        began: When, by `perf_counter`.
    """

    n: int
    reader: Reader
    before: Usage
    began: float

    def read(self, context: Context, found: Found, at: datetime) -> Reading:
        """What one run of the graph came to."""
        return Reading(
            source=context.source_id,
            n=self.n,
            plan_version=context.plan.version,
            findings=found.findings,
            engagement=found.engagement,
            absences=found.absences,
            risks=found.risks,
            next_actions=found.next_actions,
            drops=found.drops,
            addressed=found.addressed,
            trace=self._trace(found.usage),
            finished_at=at,
        )

    def failed(self, context: Context, error: UnreadError, at: datetime) -> Reading:
        """A reading that came to nothing, and what it took all the same."""
        return Reading(
            source=context.source_id,
            n=self.n,
            plan_version=context.plan.version,
            trace=self._trace(error.usage),
            finished_at=at,
            failure=str(error),
        )

    def _trace(self, usage: Usage) -> Trace:
        return Trace(
            reader=self.reader.name,
            prompt=self.reader.prompt,
            seconds=round(perf_counter() - self.began, 3),
            **dict(self.before + usage),
        )


def taken(kept: Reading | None) -> Usage:
    """What the tries at a reading took that failed; nothing where there was none."""
    if kept is None:
        return Usage()
    return Usage.model_validate(kept.trace.model_dump(include=set(Usage.model_fields)))
