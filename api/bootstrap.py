"""The one composition root: which adapter stands behind which port.

What takes long to import is imported where it is first needed, so that `tandem --help`
answers at once.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from api.settings import Settings
from memory.base import Store

if TYPE_CHECKING:
    from agent.graph import ReadingGraph
    from agent.ports import Reader
    from api.jobs.dbos_jobs import DbosJobs


@dataclass(frozen=True)
class Tandem:
    """The application, put together from its settings; parts are made when first used."""

    settings: Settings

    @cached_property
    def store(self) -> Store:
        """The store, brought up to this program's schema."""
        from memory.sql import SqlStore

        store = SqlStore(self.settings.database)
        store.upgrade()
        return store

    @cached_property
    def jobs(self) -> "DbosJobs":
        """Background work, its tables brought up to this program's."""
        from api.jobs import JobLimits, ReadingSteps
        from api.jobs.dbos_jobs import DbosJobs
        from api.reading import SourceReading

        reading = SourceReading(self.store, self.graph, self.now)
        steps = ReadingSteps(reading.read, reading.publish, reading.fail)
        limits = JobLimits(workers=self.settings.workers)
        jobs = DbosJobs(self.settings.database, steps, limits)
        jobs.upgrade()
        return jobs

    def graph(self, reader: str = "embedded") -> "tuple[ReadingGraph, Reader]":
        """The reading graph with the reader of that name, loaded once.

        Raises:
            UnknownReaderError: There is no such reader.
        """
        from agent.errors import UnknownReaderError

        if reader != "embedded":
            raise UnknownReaderError(f"There is no reader `{reader}` here; there is `embedded`.")
        return self._graph

    @cached_property
    def _graph(self) -> "tuple[ReadingGraph, Reader]":
        from agent.graph import ReadingGraph
        from agent.readers.embedded import EmbeddedReader
        from agent.recall import NoRecall
        from agent.writers.templates import TemplateWriter
        from memory.embedder import MiniLM

        reader = EmbeddedReader(MiniLM())
        graph = ReadingGraph(NoRecall(), reader, TemplateWriter(), trace=self.settings.tracing)
        return graph, reader

    @staticmethod
    def now() -> datetime:
        """The instant, UTC: the one clock."""
        return datetime.now(UTC)

    def close(self) -> None:
        """Let go of what was made."""
        if "jobs" in self.__dict__:
            self.jobs.close()
        if "store" in self.__dict__:
            self.store.close()
