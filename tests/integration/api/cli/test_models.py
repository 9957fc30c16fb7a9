"""The command line with a language model: a real client, and a server on this machine."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli import main
from tests.fakes.openai_replies import Fails, Reply, Says
from tests.fakes.openai_server import OpenAIServer, Request
from tests.integration.api.cli.typed import Typed
from tests.unit.agent.readers.model.answering import (
    checked,
    drafted,
    found,
    milestone,
    said,
    verdict,
)
from tests.unit.evals.small import write_case

MOVED = drafted(
    found(
        milestone("m1", due="2026-03-20"),
        said(3, "So the review closes on the twentieth."),
        date_words="the twentieth",
    )
)


def answer(request: Request) -> Reply:
    """Draft one finding, confirm it, and decline to word anything."""
    form = request.body["response_format"]
    assert isinstance(form, dict)
    schema = form["json_schema"]
    assert isinstance(schema, dict)
    answers = {"Drafted": MOVED, "Checked": checked(verdict("c1")), "_Sign": '{"word": "ready"}'}
    text = answers.get(str(schema["name"]))
    return Says(text) if text else Says(refusal="No.")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAIServer]:
    with OpenAIServer(answer) as server:
        monkeypatch.setenv("TANDEM_MODEL", "openai:gpt-fake")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
        yield server


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_case(tmp_path / "small")


def reading(case: Path) -> tuple[str, ...]:
    call = str(case / "sources" / "01-call.txt")
    return ("read", "--plan", str(case / "deal.yaml"), "--date", "2026-03-03", call)


@pytest.mark.usefixtures("server")
def test_a_model_reads_and_only_what_it_grounds_is_proposed(typed: Typed, case: Path) -> None:
    read = typed.json(*reading(case))
    assert isinstance(read, dict)
    (edit,) = read["edits"]
    assert (edit["id"], edit["set"]) == ("security-review", {"due": "2026-03-20"})
    assert edit["quotes"] == ["So the review closes on the twentieth."]


def test_a_prompt_is_shown_and_nothing_is_sent(
    typed: Typed, server: OpenAIServer, case: Path
) -> None:
    shown = typed.run(*reading(case), "--show-prompt")
    assert "So the review closes on the twentieth." in shown
    assert "Security review passed" in shown
    assert server.requests == []


@pytest.mark.usefixtures("server")
def test_the_doctor_finds_a_model_that_works(typed: Typed) -> None:
    assert "openai:gpt-fake" in typed.run("doctor")


def test_the_doctor_says_what_is_wrong_without_the_key(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OpenAIServer([Fails(401, "Incorrect API key provided.")]) as server:
        monkeypatch.setenv("TANDEM_MODEL", "openai:gpt-fake")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
        monkeypatch.setattr("sys.argv", ["tandem", "doctor"])
        with pytest.raises(SystemExit) as ended:
            main()
    told = typed.capsys.readouterr().out
    assert ended.value.code == 1
    assert "key" in told
    assert "sk-secret-key" not in told


def test_a_key_alone_sends_nothing_and_one_line_says_so(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, case: Path
) -> None:
    monkeypatch.delenv("TANDEM_MODEL", raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
    assert "nothing leaves this machine" in typed.run("doctor")
    typed.run(*reading(case), "--json")


def test_prompts_are_listed_and_shown(typed: Typed) -> None:
    listed = typed.run("prompts")
    assert "read/v1#" in listed
    assert "What changes nothing" in typed.run("prompts", "read")
    assert "There is no prompt `nobody`" in typed.run("prompts", "nobody", code=2)


def test_a_model_is_evaluated_and_asked_only_once_for_the_same(
    typed: Typed, server: OpenAIServer, case: Path, tmp_path: Path
) -> None:
    words = ("eval", str(case), "--reader", "model", "--out", str(tmp_path / "out"))
    assert "model:openai:gpt-fake" in typed.run(*words)
    scores = json.loads((tmp_path / "out" / "scores.json").read_text(encoding="utf-8"))
    assert (scores["reader"], scores["strict"]["tally"]["right"]) == ("model:openai:gpt-fake", 1)
    assert scores["tokens"]["sent"] > 0
    asked = len(server.requests)
    typed.run(*words)
    again = [one for one in server.requests[asked:] if "Drafted" in json.dumps(one.body)]
    assert again == []
