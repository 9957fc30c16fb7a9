"""`tandem eval` on golden deals, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from agent.errors import ReaderUnavailableError
from api.cli.errors import UsageError
from api.cli.reading import register as register_read
from evals import baselines
from evals.command import register
from evals.datasets import GOLDEN
from evals.run import Run
from tests.unit.evals.small import GOLD, write_case

app = typer.Typer()
register(app)
register_read(app)
CASE = "straits-meridian-cargo"
Eval = Callable[..., Result]


@pytest.fixture(autouse=True)
def accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Baselines of this test alone, and no settings from outside."""
    folder = tmp_path / "baselines"
    folder.mkdir()
    monkeypatch.setattr(baselines, "FOLDER", folder)
    monkeypatch.setenv("TANDEM_HOME", str(tmp_path / "var"))
    return folder


def typed(*words: object) -> Result:
    return CliRunner().invoke(app, ["eval", *map(str, words)])


def small(tmp_path: Path, *words: object) -> Result:
    """Evaluate the small case, without variants."""
    folder = tmp_path / "cases" / "small"
    if not folder.exists():
        write_case(folder)
    words = ("--out", tmp_path / "out", "--jobs", 1, "--variants", "none", *words)
    return typed(folder, *words)


def scores(folder: Path) -> dict[str, object]:
    found = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def golden_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One golden case, read twice: once in this process, once by two others with variants."""
    out = tmp_path_factory.mktemp("golden")
    for name, words in (("one", ("--jobs", 1)), ("two", ("--jobs", 2))):
        ran = typed("--cases", CASE, "--out", out / name, "--variants", "shuffled_cues", *words)
        assert ran.exit_code == 0, ran.output
    return out


def test_two_runs_give_identical_scores_and_predictions(golden_run: Path) -> None:
    one, two = golden_run / "one", golden_run / "two"
    assert (one / "scores.json").read_bytes() == (two / "scores.json").read_bytes()
    files = sorted(path.relative_to(one) for path in one.rglob("*.json"))
    assert len([path for path in files if path.parts[0] == "predictions"]) == 7
    for path in files:
        if path.name != "cost.json":
            assert (one / path).read_bytes() == (two / path).read_bytes()


def test_the_scores_have_strict_and_lenient_figures(golden_run: Path) -> None:
    found = scores(golden_run / "one")
    for name in ("strict", "lenient"):
        part = found[name]
        assert isinstance(part, dict)
        assert {"p", "r", "f1"} <= set(part)
        assert 0 < part["f1"] < 1
    assert found["sources"] == 6
    variants = found["variants"]
    assert isinstance(variants, dict)
    assert list(variants) == ["shuffled_cues"]


def test_a_prediction_is_what_tandem_read_prints(golden_run: Path) -> None:
    """The first source of a case is read against the plan file as it is."""
    case = GOLDEN / CASE

    gold = (case / "gold" / "01.yaml").read_text(encoding="utf-8")
    day = gold.split("date: ")[1].split()[0]
    name = gold.split("source: ")[1].split()[0]
    words = ["read", "--json", "--plan", str(case / "deal.yaml"), "--date", day]
    read = CliRunner().invoke(app, [*words, str(case / "sources" / name)])
    kept = (golden_run / "one" / "predictions" / CASE / "01.json").read_text(encoding="utf-8")
    assert json.loads(read.stdout) == json.loads(kept)


def test_the_report_and_the_cost_stand_beside_the_scores(golden_run: Path) -> None:
    page = (golden_run / "one" / "report.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert CASE in page
    cost = json.loads((golden_run / "one" / "cost.json").read_text(encoding="utf-8"))
    assert cost["cpu"] > 0
    assert len(cost["sources"]) == 6


def test_predictions_made_elsewhere_are_scored_the_same(golden_run: Path, tmp_path: Path) -> None:
    given = golden_run / "one" / "predictions"
    ran = typed("--cases", CASE, "--out", tmp_path / "out", "--predictions", given)
    assert ran.exit_code == 0, ran.output
    again, before = scores(tmp_path / "out"), scores(golden_run / "one")
    for part in ("strict", "lenient", "traps", "risks", "each"):
        assert again[part] == before[part]


def test_a_broken_case_is_told_before_anything_runs(tmp_path: Path) -> None:
    write_case(tmp_path / "cases" / "small", gold=GOLD.replace("by Friday", "by Monday"))
    ran = small(tmp_path)
    assert isinstance(ran.exception, UsageError)
    assert f"{tmp_path}/cases/small/gold/01.yaml:10: No turn of 01-call.txt" in str(ran.exception)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--reader", "model"), "TANDEM_MODEL names no model"),
        (("--reader", "oracle"), "There is no reader `oracle`"),
        (("--cases", "nobody"), "There is no case `nobody`; there are small."),
        (("--variants", "upside_down"), "There is no variant upside_down; there are asr_noise"),
        (("--baseline", "/no/such/file.json"), "The baseline /no/such/file.json cannot be read"),
        (("--predictions", "/no/such"), "/no/such/small/01.json cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    ran = small(tmp_path, *words)
    assert ran.exit_code != 0
    assert told in str(ran.exception)


def test_a_gate_that_falls_fails_the_run(tmp_path: Path) -> None:
    ran = small(tmp_path, "--gate")
    assert ran.exit_code == 1
    assert "gate: strict." in ran.stderr
    assert scores(tmp_path / "out")["sources"] == 1


@pytest.fixture
def _golden_is_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the small case stand for all golden deals."""
    monkeypatch.setattr("evals.evaluation.GOLDEN", tmp_path / "cases" / "small")


@pytest.mark.parametrize("words", [(), ("--cases", CASE), ("--predictions", "x")])
def test_only_a_run_over_all_golden_deals_is_accepted(
    tmp_path: Path, words: tuple[str, ...], accepted: Path
) -> None:
    ran = (
        typed("--accept", *words, "--out", tmp_path / "out")
        if words
        else small(tmp_path, "--accept")
    )
    assert "Only a run over all golden deals is accepted" in str(ran.exception)
    assert list(accepted.iterdir()) == []


@pytest.mark.usefixtures("_golden_is_small")
def test_an_accepted_run_is_what_later_ones_are_compared_with(
    tmp_path: Path, accepted: Path
) -> None:
    assert small(tmp_path, "--accept").exit_code == 0
    assert (accepted / "embedded.json").read_bytes() == (tmp_path / "out/scores.json").read_bytes()
    ran = small(tmp_path)
    assert ran.exit_code == 0
    assert "baseline" in ran.stdout


@pytest.mark.usefixtures("_golden_is_small")
def test_a_run_whose_gates_fall_is_not_accepted(tmp_path: Path, accepted: Path) -> None:
    assert small(tmp_path, "--gate", "--accept").exit_code == 1
    assert list(accepted.iterdir()) == []


def test_a_run_replaces_the_one_before_and_nothing_else(tmp_path: Path) -> None:
    old = tmp_path / "out" / "predictions" / "gone" / "01.json"
    assert small(tmp_path).exit_code == 0
    old.parent.mkdir()
    old.write_text("{}", encoding="utf-8")
    assert small(tmp_path).exit_code == 0
    assert not old.exists()


def test_predictions_that_no_run_wrote_are_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "out" / "predictions" / "mine.txt"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("mine", encoding="utf-8")
    ran = small(tmp_path)
    assert "was not written by a run" in str(ran.exception)
    assert theirs.read_text(encoding="utf-8") == "mine"


def test_a_reader_that_fails_is_no_empty_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def report(run: Run) -> str:
        raise AssertionError(run)

    monkeypatch.setattr("evals.evaluation.report", report)
    monkeypatch.setattr("agent.readers.embedded.EmbeddedReader.read", _fails)
    ran = small(tmp_path)
    assert "The model was away." in str(ran.exception)
    assert not (tmp_path / "out" / "scores.json").exists()


def _fails(*_: object) -> None:

    raise ReaderUnavailableError("The model was away.")


def test_a_run_is_not_compared_with_one_of_other_sources(
    tmp_path: Path, golden_run: Path, accepted: Path
) -> None:
    other = (golden_run / "one" / "scores.json").read_bytes()
    (accepted / "embedded.json").write_bytes(other)
    assert small(tmp_path).exit_code == 0
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Against the baseline" not in page
    ran = small(tmp_path, "--baseline", golden_run / "one" / "scores.json")
    assert "has no source in common" in str(ran.exception)
