import gc
import logging
import math
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import thread_time

import pytest
import yaml

pytest.importorskip("inspect_ai", reason="inspect-ai is an extra: pip install -e '.[inspect]'")

from inspect_ai import Task
from inspect_ai import eval as run_task
from inspect_ai.log import EvalLog
from inspect_ai.model import ModelOutput
from inspect_ai.solver import Generate, Solver, TaskState, solver

from agent.llm.prices import Prices
from api.bootstrap import Tandem
from api.cli.session import session
from evals.cases.faults import BrokenCaseError
from evals.cases.loading import load_all
from evals.cases.sample import Sample
from evals.datasets import GOLDEN
from evals.inspect_task import tandem
from evals.judging.judge import judge
from evals.predictions import PredictedEdit, Prediction
from evals.run import SourceRun
from evals.running import predicted
from evals.scorers.cost import SourceCost, total_cost
from evals.scores import Scores
from evals.scoring import About, scores
from evals.tally import Rate
from tools.exchange.safe_yaml import load

CASES = ["bluegum-rosters", "superior-smiles-recall"]
FREE = SourceCost(cpu=0.0, wall=0.0)


@pytest.fixture(scope="module")
def application() -> Iterator[Tandem]:
    with session() as now:
        yield now.tandem


@pytest.fixture(scope="module")
def expected(application: Tandem) -> Scores:
    graph, _ = application.graph("embedded")
    samples = [sample for case in load_all([GOLDEN], CASES) for sample in case.samples]

    def read(sample: Sample) -> SourceRun:
        found = predicted(graph, sample.context, thread_time).terms
        prediction = Prediction.model_validate(found)
        return SourceRun(sample, prediction, judge(sample, prediction))

    runs = [read(sample) for sample in samples]
    cost = total_cost({run.sample.key: FREE for run in runs}, "embedded", Prices())
    return scores(runs, About("embedded", "", "0"), cost)


@contextmanager
def left_alone() -> Iterator[None]:
    """Undo what inspect-ai does to its process, so that no later test meets it."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers = root.handlers[:]
    with warnings.catch_warnings():
        # inspect-ai leaves a stream of each sample's events open (its hooks' emitter). Collected
        # here, they cannot warn in the middle of another test.
        unclosed = "Unclosed <MemoryObjectReceiveStream"
        warnings.filterwarnings("ignore", unclosed, ResourceWarning)
        yield
        gc.collect()
    root.handlers[:] = handlers
    sys.excepthook = hook


def run(task: Task, folder: Path, solver: Solver | None = None) -> EvalLog:
    """The log of a run that keeps all its files in a folder."""
    with pytest.MonkeyPatch.context() as patch, left_alone():
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        logs = run_task(
            task,
            model=None,
            solver=solver,
            log_dir=str(folder / "logs"),
            display="none",
            ctl_server=False,
        )
    return logs[0]


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> EvalLog:
    return run(tandem(only=CASES), tmp_path_factory.mktemp("inspect"))


def figures(log: EvalLog) -> dict[str, dict[str, float]]:
    assert log.results is not None
    return {
        one.name: {name: metric.value for name, metric in one.metrics.items()}
        for one in log.results.scores
    }


def rated(one: Rate) -> dict[str, float]:
    return {"precision": one.p, "recall": one.r, "f1": one.f1}


def test_every_source_is_read_and_scored(log: EvalLog, expected: Scores) -> None:
    assert log.status == "success", log.error
    assert {str(sample.id) for sample in log.samples or ()} == set(expected.each)
    assert all(sample.error is None for sample in log.samples or ())


def test_the_figures_are_those_of_tandem_eval(log: EvalLog, expected: Scores) -> None:
    found = figures(log)
    assert found["strict"] == rated(expected.strict)
    assert found["lenient"] == rated(expected.lenient)
    assert found["said_risks"] == rated(expected.risks.said)
    assert found["fresh_risks"] == rated(expected.risks.fresh)
    assert found["state_risks"] == rated(expected.risks.state)
    assert found["traps"] == {"count": expected.traps.hits, "part": expected.traps.rate}
    assert found["grounding"] == {"count": expected.grounding.faults}
    assert found["next_action"] == {"part": expected.next_action.rate}


def test_a_sample_shows_who_said_what_and_what_was_found(log: EvalLog) -> None:
    sample = next(one for one in log.samples or () if one.id == "bluegum-rosters/01")
    assert sample.metadata == {"case": "bluegum-rosters", "number": "01"}
    prediction = Prediction.model_validate_json(sample.output.completion)
    assert prediction == Prediction.model_validate(sample.store["prediction"])
    assert prediction.edits
    assert sample.scores is not None
    told = str(sample.scores["strict"].explanation).splitlines()
    assert len(told) >= len(prediction.edits)
    assert {line.split(":")[0] for line in told} <= {
        *("right", "partly", "wrong", "trap", "ungrounded", "missed", "optional")
    }


@solver
def invents() -> Solver:
    """A team's own reader: one edit, on words that nobody said."""
    edit = PredictedEdit(op="add", entity="action", quotes=("nobody said these words",))
    text = Prediction(edits=(edit,)).model_dump_json()

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        del generate
        state.output = ModelOutput.from_content(model="invented", content=text)
        return state

    return solve


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The first source of a golden case, its gold naming no trap and no next action."""
    folder = tmp_path / "short"
    shutil.copytree(GOLDEN / CASES[0] / "sources", folder / "sources")
    shutil.copy(GOLDEN / CASES[0] / "deal.yaml", folder)
    gold = load((GOLDEN / CASES[0] / "gold" / "01.yaml").read_text(encoding="utf-8"))
    assert isinstance(gold, dict)
    del gold["traps"], gold["next_best_action"]
    (folder / "gold").mkdir()
    (folder / "gold" / "01.yaml").write_text(yaml.safe_dump(gold), encoding="utf-8")
    return folder


def test_a_solver_of_ones_own_on_cases_of_ones_own(case: Path, tmp_path: Path) -> None:
    log = run(tandem(cases=str(case)), tmp_path, invents())
    found = figures(log)
    assert log.status == "success", log.error
    assert found["grounding"] == {"count": 1}
    assert found["strict"] == {"precision": 0, "recall": 0, "f1": 0}
    assert math.isnan(found["next_action"]["part"])
    assert math.isnan(found["traps"]["part"])
    assert [str(sample.id) for sample in log.samples or ()] == ["short/01"]


def test_a_folder_of_cases_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenCaseError, match="no case"):
        tandem(cases=str(tmp_path))
