"""A trial from its order to its files: both versions are run, then compared."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from agent.llm.prices import load_prices
from api.bootstrap import MODEL, Tandem
from evals.errors import OrderError
from evals.evaluation import Evaluation, Order
from evals.output import Output
from evals.progress import Bars
from evals.run import Run
from evals.running import Readers
from evals.trials.comparing import trial
from evals.trials.page import page
from evals.trials.trial import Trial
from prompts.loader import load

MEASURED = ("read", "verify")
"""The prompts that a reader is told, which is all that the suite measures."""


@dataclass(frozen=True)
class TrialOrder:
    """What is to be tried; see `tandem prompts compare --help`."""

    prompt: str
    versions: tuple[str, str]
    folders: tuple[Path, ...]
    to: Path
    reader: str = MODEL
    names: tuple[str, ...] = ()
    jobs: int = 1


def run_trial(tandem: Tandem, order: TrialOrder, bars: Bars) -> Trial:
    """Read all sources with each version, compare, and write it all into the order's folder.

    Answers are remembered: after an interruption the same order goes on where it was, and what
    both versions ask alike is asked once.

    Raises:
        EvaluationError: Something that was given cannot be used; nothing was read.
        PromptError: A version is not there, or its file not in the form; nothing was read.
        AgentError: The model failed on a source; what it has answered is remembered.
    """
    _check(order)
    was, now = (_run(tandem, order, version, bars) for version in order.versions)
    found = trial(order.prompt, order.versions, (was, now), load_prices())
    output = Output(order.to)
    output.model(order.to / "comparison.json", found)
    output.report(page(found))
    return found


def _check(order: TrialOrder) -> None:
    """Refuse what could only fail after a model was paid.

    Raises:
        OrderError: The two cannot be compared.
        PromptError: One of them is not there.
    """
    now_used = load(order.prompt)
    if order.prompt not in MEASURED:
        raise OrderError(
            f"The suite measures what is read, in which `{order.prompt}` has no part; versions of "
            f"{' and '.join(MEASURED)} can be compared."
        )
    if len(set(order.versions)) == 1:
        raise OrderError(f"{order.versions[0]} cannot be compared with itself; name two versions.")
    for one in (load(order.prompt, version) for version in order.versions):
        if set(one.variables) != set(now_used.variables):
            raise OrderError(
                f"{one.id} takes other variables than {now_used.id}, which is in use: "
                f"{', '.join(sorted(set(one.variables) ^ set(now_used.variables)))}. "
                "The reader must be taught to give them first."
            )
    if (order.to / "scores.json").exists():
        raise OrderError(f"{order.to} holds a run of `tandem eval`; choose another with --out.")


def _run(tandem: Tandem, order: TrialOrder, version: str, bars: Bars) -> Run:
    """A run of the whole suite with one version, in a folder of its own."""

    def with_version(what: str, total: int) -> AbstractContextManager[Callable[[], None]]:
        return bars(f"{what} with {order.prompt} {version}", total)

    evaluation = Order(
        folders=order.folders,
        to=order.to / version,
        reader=order.reader,
        names=order.names,
        jobs=order.jobs,
        variants="none",
    )
    readers = Readers(tandem, order.reader, order.jobs, {order.prompt: version})
    return Evaluation(evaluation, readers, Output(order.to / version), with_version).run()
