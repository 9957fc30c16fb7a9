"""The one composition root: which adapter stands behind which port.

What takes long to import is imported where it is first needed, so that `tandem --help`
answers at once.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, cached_property
from threading import RLock
from typing import TYPE_CHECKING

from api.settings import Settings
from memory.base import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.chat.ports import Chat
    from agent.graph import ReadingGraph
    from agent.llm.port import LanguageModel
    from agent.ports import Reader, Recall, Writer
    from agent.readers.model import ModelReader
    from api.asking.answering import Answering
    from api.asking.asker import Asker
    from api.asking.conversations import Conversations
    from api.asking.underway import Underway
    from api.jobs.dbos_jobs import DbosJobs
    from memory.base import Embedder, VectorIndex
    from memory.recall import Memory
    from memory.records import Recalled
    from prompts.loader import Versions


EMBEDDED = "embedded"
MODEL = "model"

_MAKING = RLock()
"""Held while a graph or the memory is made, which several jobs may want first at the same time: two
graphs of one reader would load it twice, and ask its model twice as much at once as the settings
allow."""


@dataclass(frozen=True)
class Tandem:
    """The application, put together from its settings; parts are made when first used.

    Attributes:
        settings: What the environment says.
        reader: Which reader reads sources; None for the settings' own: the model's where one is
            set, else the embedded one.
        owns_index: Whether this process uses the vector index that outlives it, if no other does.
            Without one it compares with every vector in the database, which starts sooner.
    """

    settings: Settings
    reader: str | None = None
    owns_index: bool = False

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

        zone = self.settings.time_zone
        reading = SourceReading(self.store, lambda: self.graph(recalling=True), self.now, zone)
        steps = ReadingSteps(reading.read, reading.publish, reading.fail, self._index)
        limits = JobLimits(workers=self.settings.workers)
        jobs = DbosJobs(self.settings.database, steps, limits)
        jobs.upgrade()
        return jobs

    def _index(self, workspace: str, source: str) -> None:
        """Make a source searchable, with a memory that is not made before it is needed."""
        self.memory.index(workspace, source)

    @property
    def memory(self) -> "Memory":
        """The memory of the deals' words, made once.

        Raises:
            VectorsError: The vector index that is set cannot be used.
        """
        with _MAKING:
            return self._memory

    @cached_property
    def _memory(self) -> "Memory":
        from memory.recall import Memory

        vectors = self._vectors()
        self._closing.callback(vectors.close)
        return Memory(self.store, vectors, self.embedder)

    def _vectors(self) -> "VectorIndex":
        from memory.vectors import ExactVectors, OwnedElsewhereError

        if not self.owns_index:
            return ExactVectors(self.store)
        from memory.vectors.chroma import ChromaVectors

        if self.settings.chroma_url:
            return ChromaVectors.server(self.settings.chroma_url)
        try:
            return ChromaVectors.embedded(self.settings.home / "chroma")
        except OwnedElsewhereError:
            return ExactVectors(self.store)

    @cached_property
    def embedder(self) -> "Embedder":
        """The embedder, whose network is loaded when something is first embedded."""
        from memory.embedder import MiniLM

        return MiniLM()

    def graph(
        self, reader: str | None = None, *, recalling: bool = False
    ) -> "tuple[ReadingGraph, Reader]":
        """The reading graph with a reader, loaded once.

        Args:
            reader: `embedded`, `model` for the one that is set, or `model:<provider>:<name>`;
                by default the application's own.
            recalling: Whether a model is shown passages of the deal's earlier sources, as far as
                they are stored. The embedded reader makes no use of any.

        Raises:
            UnknownReaderError: There is no such reader.
            ModelSettingError: The model cannot be used as things are set.
        """
        name = self._full_name(reader or self.reader)
        with _MAKING:
            return self._graphs(name, recalling and name != EMBEDDED)

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
    def _graphs(self) -> "Callable[[str, bool], tuple[ReadingGraph, Reader]]":
        return cache(self._made)

    @cached_property
    def _trials(
        self,
    ) -> "Callable[[str, tuple[tuple[str, str], ...]], tuple[ReadingGraph, Reader]]":
        return cache(self._tried)

    def _made(self, name: str, recalling: bool) -> "tuple[ReadingGraph, Reader]":  # noqa: FBT001 - `cache` tells calls by keyword and by place apart
        from agent.recall import DealRecall, NoRecall

        reader, writer = self._embedded() if name == EMBEDDED else self._by_model(name)
        recall = DealRecall(self.memory.recall) if recalling else NoRecall()
        return self._graph_of(reader, writer, recall), reader

    def _tried(
        self, name: str, versions: tuple[tuple[str, str], ...]
    ) -> "tuple[ReadingGraph, Reader]":
        from agent.errors import UnknownReaderError
        from agent.readers.model import ModelReader
        from agent.recall import NoRecall
        from agent.writers.templates import TemplateWriter

        if name == EMBEDDED:
            raise UnknownReaderError(f"The reader `{EMBEDDED}` is told nothing; name a model.")
        model = self.language_model(name.removeprefix(f"{MODEL}:"), recount=True)
        reader = ModelReader(model, self.settings.model_parallel, dict(versions))
        return self._graph_of(reader, TemplateWriter(), NoRecall()), reader

    def _graph_of(self, reader: "Reader", writer: "Writer", recall: "Recall") -> "ReadingGraph":
        from agent.graph import ReadingGraph

        return ReadingGraph(recall, reader, writer, trace=self.settings.tracing)

    def _embedded(self) -> "tuple[Reader, Writer]":
        from agent.readers.embedded import EmbeddedReader
        from agent.writers.templates import TemplateWriter

        return EmbeddedReader(self.embedder), TemplateWriter()

    def _by_model(self, name: str) -> "tuple[Reader, Writer]":
        from agent.readers.model import ModelReader
        from agent.writers.model import ModelWriter
        from agent.writers.templates import TemplateWriter

        model = self.language_model(name.removeprefix(f"{MODEL}:"))
        reader = ModelReader(model, self.settings.model_parallel)
        writer = ModelWriter(model, TemplateWriter(), self.settings.model_parallel)
        return reader, writer

    def chat(self, workspace: str, by: str | None = None) -> "Chat":
        """Who answers questions about a workspace's deals, made once.

        Args:
            workspace: The workspace.
            by: `embedded`, `model` for the one that is set, or `model:<provider>:<name>`; by
                default the model that is set, and without one `embedded`.

        Raises:
            UnknownReaderError: There is no such model or chat.
            ModelSettingError: The model cannot be used as things are set.
        """
        name = self._full_name(by or self.reader)
        with _MAKING:
            return self._chats(workspace, name)

    @cached_property
    def _chats(self) -> "Callable[[str, str], Chat]":
        return cache(self._chatting)

    def _chatting(self, workspace: str, name: str) -> "Chat":
        if name == EMBEDDED:
            from agent.chat.embedded.chat import EmbeddedChat

            return EmbeddedChat(self.embedder)
        from agent.chat.model import ModelChat

        model = self._limited(name.removeprefix(f"{MODEL}:"))
        return ModelChat(model, self.store, workspace, self.now, trace=self.settings.tracing)

    def answering(self, asker: "Asker", by: str | None = None) -> "Answering":
        """What answers a user's questions; `by` and errors are those of `chat`."""
        from api.asking.answering import Answering
        from api.asking.library import Shelves

        shelves = Shelves(self.store, self._recall, self.now, self.settings.time_zone)
        return Answering(shelves, self.chat(asker.workspace, by), asker)

    def _recall(self, workspace: str, deal: str, query: str, k: int) -> "Sequence[Recalled]":
        """Search a deal's words, with a memory that is not made before it is needed."""
        return self.memory.recall(workspace, deal, query, k)

    def conversations(self, asker: "Asker") -> "Conversations":
        """A user's conversations."""
        from api.asking.conversations import Conversations

        return Conversations(self.store, asker, self.now)

    @cached_property
    def underway(self) -> "Underway":
        """Answers that this process works on apart from whoever asked."""
        from api.asking.underway import Underway

        return Underway()

    def language_model(self, name: str, *, recount: bool = False) -> "LanguageModel":
        """A model with patience, a budget, so many asks at once, and a memory for its answers.

        Args:
            name: `<provider>:<name>`.
            recount: Whether a remembered answer tells what it took when it was asked.

        Raises:
            ModelSettingError: It cannot be used as things are set.
        """
        from agent.llm.remembering import Remembering

        return Remembering(self._limited(name), self.store, self.now, recount=recount)

    def _limited(self, name: str) -> "LanguageModel":
        """A model with patience, a budget, and so many asks at once."""
        from agent.llm.at_most import AtMost
        from agent.llm.budgeted import Budgeted
        from agent.llm.circuit import circuit_of
        from agent.llm.patient import Patient
        from agent.llm.prices import load_prices

        patient = Patient(self.provider(name), circuit_of(name.partition(":")[0]))
        limit = self.settings.daily_tokens
        budgeted = Budgeted(patient, self.store, self.now, load_prices(), limit)
        return AtMost(budgeted, self.settings.model_parallel)

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
        """Let go of what was made: answers and jobs first, which may still be asking a model."""
        if "underway" in self.__dict__:
            self.underway.close()
        if "jobs" in self.__dict__:
            self.jobs.close()
        self._closing.close()
        if "store" in self.__dict__:
            self.store.close()
