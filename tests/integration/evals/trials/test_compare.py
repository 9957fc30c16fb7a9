"""`tandem prompts compare` as it is typed: a real client, and a server on this machine."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.errors import UnknownReaderError
from api.bootstrap import Tandem
from api.settings import Settings
from prompts import loader
from tests.fakes.openai_replies import Fails, Reply, Says
from tests.fakes.openai_server import OpenAIServer, Request
from tests.integration.api.cli.typed import Typed
from tests.unit.agent.readers.model.answering import (
    Json,
    action,
    checked,
    drafted,
    found,
    milestone,
    new_action,
    said,
    verdict,
)
from tests.unit.evals.small import CALL, DEAL, GOLD, write_case

CASES = 7
SECOND = "Read to the end before you write."
MOVED = found(
    milestone("m1", due="2026-03-20"),
    said(3, "So the review closes on the twentieth."),
    date_words="the twentieth",
)
ARRIVED = found(action("a1", status="done"), said(2, "It did, thank you."), basis="fact")
SUPPOSED = found(
    new_action("Start in June", milestone="m2"),
    said(5, "If we did it all again I'd probably start in June."),
)


def kind_of(request: Request) -> str:
    form = request.body["response_format"]
    assert isinstance(form, dict)
    schema = form["json_schema"]
    assert isinstance(schema, dict)
    return str(schema["name"])


def answer(request: Request) -> Reply:
    """Told by the second version, the model finds more and falls into no trap."""
    if kind_of(request) == "Checked":
        return Says(checked(verdict("c1"), verdict("c2")), tokens=(500, 50))
    findings: tuple[Json, ...] = (MOVED, SUPPOSED)
    if SECOND in request.system:
        findings = (MOVED, ARRIVED)
    return Says(drafted(*findings), tokens=(1000 + 7 * (SECOND in request.system), 100))


class Model:
    """A model that can be taken away after some requests."""

    def __init__(self) -> None:
        self.left = 1000
        self.answered = 0

    def __call__(self, request: Request) -> Reply:
        if self.answered >= self.left:
            return Fails(401, "The key was taken back.")
        self.answered += 1
        return answer(request)


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, model: Model) -> Iterator[OpenAIServer]:
    with OpenAIServer(model) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
        monkeypatch.delenv("TANDEM_MODEL", raising=False)
        yield server


@pytest.fixture(autouse=True)
def _prompts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The prompts as they are, with second versions, and of `read` two that cannot be used."""
    folder = tmp_path / "prompts"
    shutil.copytree(loader.FOLDER, folder)
    first = (folder / "read" / "v1.md").read_text(encoding="utf-8")
    second = first.replace("# How to work", f"# How to work\n\n{SECOND}")
    other = first.replace('"recalled", ', '"older", ').replace("{{ recalled }}", "{{ older }}")
    for version, text in (("v2", second), ("v3", other), ("v4", "Read well.")):
        (folder / "read" / f"{version}.md").write_text(text, encoding="utf-8")
    checking = (folder / "verify" / "v1.md").read_text(encoding="utf-8")
    changed = checking.replace("# How to check one", f"# How to check one\n\n{SECOND}")
    (folder / "verify" / "v2.md").write_text(changed, encoding="utf-8")
    monkeypatch.setattr(loader, "FOLDER", folder)
    loader.active.cache_clear()
    yield
    loader.active.cache_clear()


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Cases that differ in a name, so that each is asked about on its own."""
    for n in range(CASES):
        name = f"Acme{chr(ord('A') + n)}"
        folder = tmp_path / "cases" / name.lower()
        write_case(folder, GOLD, DEAL.replace("Acme", name), CALL)
    return tmp_path / "cases"


@pytest.fixture
def typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Typed:
    monkeypatch.setenv("TANDEM_HOME", str(tmp_path / "var"))
    return Typed(monkeypatch, capsys)


def words(cases: Path, *more: str) -> tuple[str, ...]:
    out = str(cases.parent / "out")
    return (
        *("prompts", "compare", "read", "v1", "v2", str(cases)),
        *("--model", "openai:gpt-5-mini", "--out", out, "--jobs", "1", *more),
    )


@pytest.mark.usefixtures("server")
def test_the_version_under_which_the_model_reads_better_is_called_better(
    typed: Typed, cases: Path
) -> None:
    printed = typed.run(*words(cases))
    assert "v2 reads better than v1: strict F1 0.286 to 0.571 (+0.286" in printed
    assert f"over {CASES} sources." in printed
    assert f"Right only with v2: {CASES}" in printed
    assert "Send the SOC 2 report: “It did, thank you.”; v1 missed" in printed
    assert "Right only with v1: 0" in printed
    assert f"Needless only with v1: {CASES}" in printed
    assert "; trap, hypothetical" in printed
    out = cases.parent / "out"
    made = json.loads((out / "comparison.json").read_text(encoding="utf-8"))
    assert made["verdict"] == "better"
    assert [one["version"] for one in (made["was"], made["now"])] == ["v1", "v2"]
    assert ">It did, thank you.</q>" in (out / "report.html").read_text(encoding="utf-8")
    for version in ("v1", "v2"):
        scores = json.loads((out / version / "scores.json").read_text(encoding="utf-8"))
        assert scores["prompt"].startswith(f"read/{version}#")
        assert "verify/v1#" in scores["prompt"]
        assert (out / version / "report.html").exists()


@pytest.mark.usefixtures("server")
def test_nothing_but_the_prompt_that_is_tried_differs(
    typed: Typed, server: OpenAIServer, cases: Path
) -> None:
    typed.run(*words(cases))
    drafts = [one for one in server.requests if kind_of(one) == "Drafted"]
    assert {kind_of(one) for one in server.requests} == {"Drafted", "Checked"}
    first, second = drafts[:CASES], drafts[CASES:]
    assert [one.user for one in first] == [one.user for one in second]
    assert [SECOND in one.system for one in drafts] == [False] * CASES + [True] * CASES
    assert len({one.system.replace(f"{SECOND}\n\n", "") for one in drafts}) == 1


@pytest.mark.usefixtures("server")
def test_what_each_version_takes_is_told_in_tokens_and_money(typed: Typed, cases: Path) -> None:
    made = typed.json(*words(cases))
    assert isinstance(made, dict)
    sent, answered, dollars = made["spent"]
    assert (sent["what"], sent["was"], sent["now"]) == ("tokens sent", 1500 * CASES, 1507 * CASES)
    assert sent["interval"] == [7 * CASES, 7 * CASES]
    assert (answered["was"], answered["now"]) == (150 * CASES, 150 * CASES)
    assert dollars["what"] == "US dollars"
    assert 0 < dollars["was"] < dollars["now"]


def test_the_same_again_asks_nobody_and_comes_to_the_same(
    typed: Typed, server: OpenAIServer, cases: Path
) -> None:
    typed.run(*words(cases))
    asked = len(server.requests)
    made = cases.parent / "out" / "comparison.json"
    before = made.read_bytes()
    made.unlink()
    typed.run(*words(cases))
    assert len(server.requests) == asked
    assert made.read_bytes() == before


@pytest.mark.usefixtures("server")
def test_after_an_interruption_it_goes_on_where_it_was(
    typed: Typed, model: Model, cases: Path
) -> None:
    model.left = 2 * CASES + 3
    assert "key" in typed.run(*words(cases), code=2)
    assert not (cases.parent / "out" / "comparison.json").exists()
    assert model.answered == 2 * CASES + 3
    model.left = 1000
    typed.run(*words(cases))
    assert model.answered == 4 * CASES


def test_what_both_versions_ask_alike_is_asked_once_and_counts_for_both(
    typed: Typed, server: OpenAIServer, cases: Path
) -> None:
    line = ["verify" if word == "read" else word for word in words(cases)]
    made = typed.json(*line)
    assert isinstance(made, dict)
    asked = [kind_of(one) for one in server.requests]
    assert (asked.count("Drafted"), asked.count("Checked")) == (CASES, 2 * CASES)
    sent = made["spent"][0]
    assert (sent["was"], sent["now"]) == (1500 * CASES, 1500 * CASES)
    assert made["verdict"] == "same"
    prompts = [made[side]["prompts"].split() for side in ("was", "now")]
    assert prompts[0][0] == prompts[1][0]
    assert prompts[1][1].startswith("verify/v2#")


@pytest.mark.usefixtures("server")
def test_a_handful_of_sources_is_no_proof(typed: Typed, cases: Path) -> None:
    printed = typed.run(*words(cases, "--cases", "acmea,acmeb"))
    assert "No difference beyond noise between v1 and v2: strict F1 0.286 to 0.571" in printed
    assert "The two differ in 2 sources; fewer than 6 cannot tell" in printed


@pytest.mark.parametrize(
    ("prompt", "versions", "told"),
    [
        ("nobody", ("v1", "v2"), "There is no prompt `nobody`; there are read, verify"),
        ("read", ("v1", "v9"), "There is no version v9 of `read`; there are v1, v2, v3, v4."),
        ("read", ("v2", "v2"), "v2 cannot be compared with itself"),
        ("write", ("v1", "v2"), "The suite measures what is read, in which `write` has no part"),
        ("read", ("v1", "v3"), "takes other variables than read/v1#"),
        ("read", ("v1", "v4"), "v4.md is no prompt"),
    ],
)
def test_what_cannot_be_compared_is_told_before_anybody_is_paid(
    typed: Typed,
    server: OpenAIServer,
    cases: Path,
    prompt: str,
    versions: tuple[str, str],
    told: str,
) -> None:
    line = ("prompts", "compare", prompt, *versions, str(cases), "--model", "openai:gpt-fake")
    assert told in typed.run(*line, "--out", str(cases.parent / "out"), code=2)
    assert server.requests == []
    assert not (cases.parent / "out").exists()


def test_without_a_model_there_is_nothing_to_try(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, cases: Path
) -> None:
    monkeypatch.delenv("TANDEM_MODEL", raising=False)
    line = ("prompts", "compare", "read", "v1", "v2", str(cases))
    told = typed.run(*line, "--out", str(cases.parent / "out"), code=2)
    assert "TANDEM_MODEL names no model" in told


def test_the_embedded_reader_has_no_prompts_to_try() -> None:
    with pytest.raises(UnknownReaderError, match="is told nothing"):
        Tandem(Settings()).trial("embedded", {"read": "v1"})


def test_a_run_of_the_evaluation_is_not_written_over(typed: Typed, cases: Path) -> None:
    out = cases.parent / "out"
    out.mkdir()
    (out / "scores.json").write_text("{}", encoding="utf-8")
    assert "holds a run of `tandem eval`" in typed.run(*words(cases), code=2)


def test_prompts_are_still_shown_by_their_names(typed: Typed) -> None:
    assert "read/v1#" in typed.run("prompts")
    assert SECOND in typed.run("prompts", "read", "--version", "v2")
    assert SECOND not in typed.run("prompts", "show", "read")
    assert "compare" in typed.run("prompts", "--help")
