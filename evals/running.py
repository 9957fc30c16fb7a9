"""Running a reader over samples: each source on its own, several at a time, in their order."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from time import perf_counter, process_time, thread_time
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from agent.ports import Context
from api.bootstrap import EMBEDDED, Tandem
from api.golden_terms import Terms, in_golden_terms
from evals.cases.sample import Sample
from evals.scorers.cost import SourceCost
from prompts.loader import Versions

if TYPE_CHECKING:
    from agent.graph import ReadingGraph
    from agent.ports import Reader


class Predicted(NamedTuple):
    """What was found in one sample, in the form of `tandem read --json`, and what it cost."""

    terms: Terms
    cost: SourceCost


class About(NamedTuple):
    """Which reader read, with which prompt."""

    reader: str
    prompt: str


@dataclass(frozen=True)
class Readers:
    """A reader of Tandem's, to be run over samples.

    The embedded reader keeps a core busy and runs in processes; a model is waited for, in threads.

    Attributes:
        versions: Versions of a model's prompts to try; none for those in use.
    """

    tandem: Tandem
    reader: str
    jobs: int
    versions: Versions = field(default_factory=dict)

    def about(self) -> About:
        """The reader's name and prompt.

        Raises:
            UnknownReaderError: There is no such reader.
            PromptError: A version of a prompt is not there or not in the form.
        """
        _, reader = self._graph()
        return About(reader.name, reader.prompt)

    def read(self, samples: Sequence[Sample], done: Callable[[], None]) -> list[Predicted]:
        """What is found in each sample, in the samples' order; `done` is called after each.

        Raises:
            AgentError: A source cannot be read.
        """
        found: list[Predicted] = []
        for one in self._each([sample.context for sample in samples]):
            found.append(one)
            done()
        return found

    def _each(self, contexts: Sequence[Context]) -> Iterator[Predicted]:
        if self.reader == EMBEDDED and self.jobs == 1:
            graph, _ = self._graph()
            yield from (predicted(graph, context, process_time) for context in contexts)
            return
        with self._executor() as executor:
            read = _Process.read if self.reader == EMBEDDED else self._in_thread
            yield from executor.map(read, contexts)

    def _graph(self) -> "tuple[ReadingGraph, Reader]":
        if self.versions:
            return self.tandem.trial(self.reader, self.versions)
        return self.tandem.graph(self.reader)

    def _executor(self) -> Executor:
        if self.reader != EMBEDDED:
            return ThreadPoolExecutor(self.jobs)
        # A forked child would inherit the runtime's threads in an unknown state.
        start = (Tandem(self.tandem.settings), self.reader)
        return ProcessPoolExecutor(self.jobs, get_context("spawn"), _Process.begin, start)

    def _in_thread(self, context: Context) -> Predicted:
        graph, _ = self._graph()
        return predicted(graph, context, thread_time)


class _Process:
    """A process that reads: its graph, loaded once."""

    graph: ClassVar["ReadingGraph"]

    @classmethod
    def begin(cls, tandem: Tandem, reader: str) -> None:
        """Load the reader."""
        cls.graph, _ = tandem.graph(reader)

    @classmethod
    def read(cls, context: Context) -> Predicted:
        """Read one source."""
        return predicted(cls.graph, context, process_time)


def predicted(graph: "ReadingGraph", context: Context, clock: Callable[[], float]) -> Predicted:
    """Run the graph over one source; `clock` gives the CPU seconds spent so far."""
    cpu, wall = clock(), perf_counter()
    found = graph.run(context)
    cost = SourceCost(
        cpu=round(clock() - cpu, 3),
        wall=round(perf_counter() - wall, 3),
        tokens_in=found.usage.tokens_in,
        tokens_out=found.usage.tokens_out,
    )
    return Predicted(in_golden_terms(context.source.filename, context, found), cost)
