"""`tandem ask`: statements with their words, conversations that go on, and what is refused."""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

from agent.chat.ports import Failing, Happening, Library, Noting, Proposing
from api.bootstrap import Tandem
from api.cli import main
from memory.vectors.chroma import ChromaVectors
from tests.fakes.chats import LOOKING, PLAINLY, STATEMENT, ScriptedChat, answered
from tests.integration.api.cli.typed import Typed

NEW = ("--account", "Acme Foods", "--seller", "Us", "--as-of", "2026-03-02")
CALL = "Ada: The pilot is late because the scanners are stuck.\n\nBo: That is a pity.\n"
WHO = "Who is the champion?"


class Told(NamedTuple):
    """What a command printed, and what it said beside that."""

    out: str
    err: str


@pytest.fixture(autouse=True)
def deals(typed: Typed) -> None:
    """Two deals."""
    for deal in ("acme", "borealis"):
        typed.run("new", deal, *NEW)


@pytest.fixture
def chat(monkeypatch: pytest.MonkeyPatch) -> ScriptedChat:
    """A chat that says the same of everything."""
    return speak(monkeypatch, PLAINLY)


def speak(monkeypatch: pytest.MonkeyPatch, script: Sequence[Happening]) -> ScriptedChat:
    made = ScriptedChat(script)
    monkeypatch.setattr(Tandem, "chat", lambda _self, _workspace, _by=None: made)
    return made


def ask(typed: Typed, *words: str, code: int = 0) -> Told:
    typed.monkeypatch.setattr(sys, "argv", ["tandem", "ask", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = typed.capsys.readouterr()
    assert (ended.value.code or 0) == code, printed.out + printed.err
    return Told(printed.out, " ".join(printed.err.split()))


def thread_in(told: Told) -> str:
    found = re.search(r"--thread ([0-9a-f]{32})", told.err)
    assert found is not None
    return found[1]


@pytest.mark.usefixtures("chat")
def test_statements_are_printed_and_how_to_go_on_beside_them(typed: Typed) -> None:
    told = ask(typed, "acme", WHO)
    assert told.out == f"{STATEMENT.text}\n"
    assert f"tandem ask acme --thread {thread_in(told)}" in told.err
    assert "tandem ask --all --thread" in ask(typed, "--all", "Which deals slip?").err


def test_each_question_stands_for_itself_unless_told_otherwise(
    typed: Typed, chat: ScriptedChat
) -> None:
    first = thread_in(ask(typed, "acme", WHO))
    assert thread_in(ask(typed, "acme", "And who decides?")) != first
    assert thread_in(ask(typed, "acme", "-t", first, "And", "who", "decides?")) == first
    last = thread_in(ask(typed, "acme", "--thread", "last", "And then?"))
    assert last not in ("last", first)
    assert [one.question for one in chat.asked] == [
        WHO,
        "And who decides?",
        "And who decides?",
        "And then?",
    ]
    assert [len(one.before) for one in chat.asked] == [0, 0, 2, 2]


@pytest.mark.usefixtures("chat")
def test_json_is_the_whole_answer(typed: Typed) -> None:
    told: Any = json.loads(ask(typed, "acme", WHO, "--json").out)
    assert (told["type"], told["message"], told["by"]) == ("answered", 2, "scripted")
    assert told["answer"]["statements"][0]["items"][0]["id"] == "ada-okafor"
    assert ask(typed, "acme", "-t", told["thread"], "And?").out


def test_warnings_and_proposals_are_told_beside_the_answer(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned = answered().model_copy(update={"warnings": ("One sentence was taken away.",)})
    speak(monkeypatch, [Proposing(proposal="acme.p1"), Noting(text="[Well]."), warned])
    told = ask(typed, "acme", WHO)
    assert told.out == "[Well].\n"
    assert "tandem approve acme.p1" in told.err
    assert "One sentence was taken away." in told.err


def test_a_failure_ends_with_one_and_its_reason(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch, [LOOKING, Failing(reason="The model is out; ask again later.")])
    told = ask(typed, "acme", WHO, code=1)
    assert told.out == ""
    assert "The model is out; ask again later." in told.err
    as_json: Any = json.loads(ask(typed, "acme", WHO, "--json", code=1).out)
    assert (as_json["type"], as_json["reason"]) == (
        "failing",
        "The model is out; ask again later.",
    )


@pytest.mark.usefixtures("chat")
@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["nowhere", WHO], "no deal `nowhere`"),
        (["acme"], "tandem ask DEAL"),
        (["acme", " "], "a question needs words"),
        (["acme", "x" * 4001], "cannot be asked"),
        (["acme", "\udcff"], "cannot be asked"),
        (["acme", WHO, "--thread", "0" * 32], "no"),
        (["acme", WHO, "--thread", "last"], "no conversation to go on with"),
    ],
)
def test_what_cannot_be_asked_is_refused(typed: Typed, words: list[str], why: str) -> None:
    told = ask(typed, *words, code=2)
    assert why in told.err
    assert told.out == ""


def test_a_conversation_is_its_deals_and_its_users_own(typed: Typed, chat: ScriptedChat) -> None:
    thread = thread_in(ask(typed, "acme", WHO))
    assert "is about acme" in ask(typed, "borealis", WHO, "-t", thread, code=2).err
    typed.monkeypatch.setenv("TANDEM_USER", "max")
    ask(typed, "acme", WHO, "-t", thread, code=2)
    ask(typed, "acme", WHO, "-t", "last", code=2)
    assert len(chat.asked) == 1


@pytest.mark.parametrize(("by", "why"), [("gpt", "embedded"), ("model", "TANDEM_MODEL")])
def test_who_is_not_there_answers_nothing(typed: Typed, by: str, why: str) -> None:
    assert why in ask(typed, "acme", WHO, "--by", by, code=2).err


def test_a_key_that_interrupts_cancels(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_library: Library) -> NoReturn:
        raise KeyboardInterrupt

    chat = ScriptedChat(interrupt)
    monkeypatch.setattr(Tandem, "chat", lambda _self, _workspace, _by=None: chat)
    ask(typed, "acme", WHO, code=130)
    again = speak(monkeypatch, PLAINLY)
    ask(typed, "acme", WHO, "-t", "last")
    assert [one.status for one in again.asked[0].before] == ["done", "cancelled"]


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[ChromaVectors]:
    """Another process that has the vector index open, as `tandem serve` has."""
    made = ChromaVectors.embedded(tmp_path / "var" / "chroma")
    yield made
    made.close()


@pytest.mark.usefixtures("owner")
def test_the_deals_own_words_answer_while_another_process_owns_the_index(
    typed: Typed, tmp_path: Path
) -> None:
    call = tmp_path / "call.txt"
    call.write_text(CALL)
    typed.run("add", "acme", str(call), "--date", "2026-03-03", "--no-wait")
    typed.run("reindex", "acme")
    told = ask(typed, "acme", "Why is the pilot late?", "--by", "embedded")
    assert "the scanners are stuck" in told.out
    assert "of Tuesday 3 March 2026" in told.out
    assert "scanners" not in ask(typed, "borealis", "Why is the pilot late?").out
    assert "Nothing in this deal says so" in ask(typed, "acme", "Who painted the roof?").out
