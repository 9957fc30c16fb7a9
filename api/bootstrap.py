"""The one composition root: which adapter stands behind which port.

What takes long to import is imported where it is first needed, so that `tandem --help`
answers at once.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, cached_property
from threading import Lock
from typing import TYPE_CHECKING

from api.settings import Settings
from memory.base import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.graph import ReadingGraph
    from agent.llm.port import LanguageModel
    from agent.ports import Reader, Writer
    from agent.readers.model import ModelReader
    from api.jobs.dbos_jobs import DbosJobs
    from prompts.loader import Versions


EMBEDDED = "embedded"
MODEL = "model"

_MAKING = Lock()
"""Held while a graph is made, which several jobs may want first at the same time: two graphs of
one reader would load it twice, and ask its model twice as much at once as the settings allow."""


@dataclass(frozen=True)
class Tandem:
    """The application, put together from its settings; parts are made when first used.

    Attributes:
        settings: What the environment says.
        reader: Which reader reads sources; None for the settings' own: the model's where one is
            set, else the embedded one.
    """

    settings: Settings
    reader: str | None = None

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

    def graph(self, reader: str | None = None) -> "tuple[ReadingGraph, Reader]":
        """The reading graph with a reader, loaded once.

        Args:
            reader: `embedded`, `model` for the one that is set, or `model:<provider>:<name>`;
                by default the application's own.

        Raises:
            UnknownReaderError: There is no such reader.
            ModelSettingError: The model cannot be used as things are set.
        """
        name = self._full_name(reader or self.reader)
        with _MAKING:
            return self._graphs(name)

    def trial(self, reader: str, versions: "Versions") -> "tuple[ReadingGraph, Reader]":
        """The graph to try versions of the model reader's prompts with, loaded once.

        A remembered answer counts as what it took when it was asked, so that two trials can be
        compared in what they cost. Templates word the next actions, whose words nobody measures.

        Args:
            reader: `model` for the one that is set, or `model:<provider>:<name>`.
            versions: The versions to try; of other prompts the active ones are used.

        Raises:
            UnknownReaderError: There is no such reader, or it has no prompts.
            ModelSettingError: The model cannot be used as things are set.
            PromptError: There is no such version.
        """
        name, chosen = self._full_name(reader), tuple(sorted(versions.items()))
        with _MAKING:
            return self._trials(name, chosen)

    def _full_name(self, reader: str | None) -> str:
        from agent.errors import UnknownReaderError

        model = self.settings.model
        if reader is None:
            return f"{MODEL}:{model}" if model else EMBEDDED
        if reader == MODEL and model:
            return f"{MODEL}:{model}"
        if reader == EMBEDDED or reader.startswith(f"{MODEL}:"):
            return reader
        if reader == MODEL:
            raise UnknownReaderError("TANDEM_MODEL names no model; set it, or say model:NAME.")
        raise UnknownReaderError(
            f"There is no reader `{reader}`; there are `{EMBEDDED}` and `{MODEL}:NAME`."
        )

    @cached_property
    def _graphs(self) -> "Callable[[str], tuple[ReadingGraph, Reader]]":
        return cache(self._made)

    @cached_property
    def _trials(
        self,
    ) -> "Callable[[str, tuple[tuple[str, str], ...]], tuple[ReadingGraph, Reader]]":
        return cache(self._tried)

    def _made(self, name: str) -> "tuple[ReadingGraph, Reader]":
        reader, writer = self._embedded() if name == EMBEDDED else self._by_model(name)
        return self._graph_of(reader, writer), reader

    def _tried(
        self, name: str, versions: tuple[tuple[str, str], ...]
    ) -> "tuple[ReadingGraph, Reader]":
        from agent.errors import UnknownReaderError
        from agent.readers.model import ModelReader
        from agent.writers.templates import TemplateWriter

        if name == EMBEDDED:
            raise UnknownReaderError(f"The reader `{EMBEDDED}` is told nothing; name a model.")
        model = self.language_model(name.removeprefix(f"{MODEL}:"), recount=True)
        reader = ModelReader(model, self.settings.model_parallel, dict(versions))
        return self._graph_of(reader, TemplateWriter()), reader

    def _graph_of(self, reader: "Reader", writer: "Writer") -> "ReadingGraph":
        from agent.graph import ReadingGraph
        from agent.recall import NoRecall

        return ReadingGraph(NoRecall(), reader, writer, trace=self.settings.tracing)

    def _embedded(self) -> "tuple[Reader, Writer]":
        from agent.readers.embedded import EmbeddedReader
        from agent.writers.templates import TemplateWriter
        from memory.embedder import MiniLM

        return EmbeddedReader(MiniLM()), TemplateWriter()

    def _by_model(self, name: str) -> "tuple[Reader, Writer]":
        from agent.readers.model import ModelReader
        from agent.writers.model import ModelWriter
        from agent.writers.templates import TemplateWriter

        model = self.language_model(name.removeprefix(f"{MODEL}:"))
        reader = ModelReader(model, self.settings.model_parallel)
        writer = ModelWriter(model, TemplateWriter(), self.settings.model_parallel)
        return reader, writer

    def language_model(self, name: str, *, recount: bool = False) -> "LanguageModel":
        """A model with patience, a budget, so many asks at once, and a memory for its answers.

        Args:
            name: `<provider>:<name>`.
            recount: Whether a remembered answer tells what it took when it was asked.

        Raises:
            ModelSettingError: It cannot be used as things are set.
        """
        from agent.llm.at_most import AtMost
        from agent.llm.budgeted import Budgeted
        from agent.llm.circuit import circuit_of
        from agent.llm.patient import Patient
        from agent.llm.prices import load_prices
        from agent.llm.remembering import Remembering

        patient = Patient(self.provider(name), circuit_of(name.partition(":")[0]))
        limit = self.settings.daily_tokens
        budgeted = Budgeted(patient, self.store, self.now, load_prices(), limit)
        limited = AtMost(budgeted, self.settings.model_parallel)
        return Remembering(limited, self.store, self.now, recount=recount)

    def model_reader(self) -> "ModelReader":
        """The model's reader to show prompts with; where no model is set, it can ask nobody.

        Raises:
            ModelSettingError: The model that is set cannot be used as things are.
        """
        from agent.llm.port import WINDOW
        from agent.llm.unasked import Unasked
        from agent.readers.model import ModelReader

        name = self.settings.model
        model = self.provider(name) if name else Unasked(self.settings.model_window or WINDOW)
        return ModelReader(model, self.settings.model_parallel)

    def provider(self, name: str) -> "LanguageModel":
        """The model itself, which is asked each time and waits for nothing.

        Raises:
            ModelSettingError: It cannot be used as things are set.
        """
        from agent.llm.langchain_model import LangChainModel

        model = LangChainModel(name, self.now, self.settings.model_window)
        self._closing.callback(model.close)
        return model

    @cached_property
    def _closing(self) -> ExitStack:
        """What is let go of in the end."""
        return ExitStack()

    @staticmethod
    def now() -> datetime:
        """The instant, UTC: the one clock."""
        return datetime.now(UTC)

    def close(self) -> None:
        """Let go of what was made: jobs first, which may still be asking a model."""
        if "jobs" in self.__dict__:
            self.jobs.close()
        self._closing.close()
        if "store" in self.__dict__:
            self.store.close()
