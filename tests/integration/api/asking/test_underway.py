"""Answers under way: apart from who listens, so many at once, cancelled, and let go of."""

import logging
from time import monotonic, sleep
from typing import NoReturn

import pytest

from agent.chat.ports import Failing, Happening, Library
from api.asking import underway as module
from api.asking.answering import UNEXPECTED
from api.asking.asker import Asker
from api.asking.conversations import STOPPED
from api.asking.errors import TooManyAnswersError
from api.asking.underway import Run, Underway
from memory.errors import NotFoundError
from tests.fakes.chats import LOOKING, PLAINLY, STATING, ScriptedChat
from tests.integration.api.asking.office import AWAY, HOME, KIM, Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
UNSEEN = "customers-words"


def all_of(run: Run) -> tuple[Happening, ...]:
    """What happened, once all has."""
    end = monotonic() + 20
    while not run.after(0)[1]:
        assert monotonic() < end, "The answer never ended."
        sleep(0.01)
    return run.after(0)[0]


def status(office: Office, run: Run) -> str:
    return office.conversations().message(run.thread, run.n).status


def test_an_answer_is_worked_on_though_nobody_listens(office: Office) -> None:
    chat = ScriptedChat(held=1)
    run = Underway().start(office.answering(chat), "acme", "Who?")
    assert chat.waiting.wait(10)
    assert run.after(0) == ((LOOKING,), False)
    assert run.after(1) == ((), False)
    chat.go_on.set()
    assert all_of(run) == PLAINLY
    assert run.after(1) == (PLAINLY[1:], True)
    assert status(office, run) == "done"


def test_only_who_asked_finds_it(office: Office) -> None:
    underway = Underway()
    run = underway.start(office.answering(), "acme", "Who?")
    all_of(run)
    assert underway.find(KIM, run.thread, run.n) is run
    for asker in (Asker(HOME, "max"), Asker(AWAY, "kim")):
        assert underway.find(asker, run.thread, run.n) is None
        with pytest.raises(NotFoundError):
            underway.cancel(office.conversations(asker), run.thread, run.n)


def test_no_more_at_once_than_there_are_places(office: Office) -> None:
    underway, chat = Underway(most=2), ScriptedChat(held=0)
    runs = [underway.start(office.answering(chat), "acme", "Who?") for _ in range(2)]
    with pytest.raises(TooManyAnswersError, match="2 questions"):
        underway.start(office.answering(chat), "acme", "Who?")
    assert len(office.conversations().of("acme")) == 2
    chat.go_on.set()
    for run in runs:
        all_of(run)
    after = [underway.start(office.answering(), "acme", "Who?") for _ in range(1)]
    assert all_of(after[0]) == PLAINLY


def test_a_question_that_is_refused_takes_no_place(office: Office) -> None:
    underway = Underway(most=1)
    for _ in range(2):
        with pytest.raises(NotFoundError):
            underway.start(office.answering(), "nowhere", "Who?")
    assert all_of(underway.start(office.answering(), "acme", "Who?")) == PLAINLY


def test_cancelling_ends_it_at_once_and_for_good(office: Office) -> None:
    underway, chat = Underway(), ScriptedChat(held=1)
    run = underway.start(office.answering(chat), "acme", "Who?")
    assert chat.waiting.wait(10)
    for _ in range(2):
        kept = underway.cancel(office.conversations(), run.thread, run.n)
        assert kept.status == "cancelled"
    assert run.after(0) == ((LOOKING,), True)
    chat.go_on.set()
    underway.close()
    assert run.after(0) == ((LOOKING,), True)
    assert status(office, run) == "cancelled"


def test_what_has_ended_is_not_cancelled(office: Office) -> None:
    underway = Underway()
    run = underway.start(office.answering(), "acme", "Who?")
    all_of(run)
    assert underway.cancel(office.conversations(), run.thread, run.n).status == "done"


def test_the_oldest_that_have_ended_are_let_go_of(office: Office) -> None:
    underway, held = Underway(kept=1), ScriptedChat(held=0)
    working = underway.start(office.answering(held), "acme", "Who?")
    runs = [working]
    for _ in range(3):
        runs.append(underway.start(office.answering(), "acme", "Who?"))
        all_of(runs[-1])
    found = [underway.find(KIM, one.thread, one.n) for one in runs]
    assert found == [working, None, runs[2], runs[3]]
    held.go_on.set()
    all_of(working)


def test_a_fault_is_logged_without_its_words_and_told(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_library: Library) -> NoReturn:
        raise ZeroDivisionError(UNSEEN)

    with caplog.at_level(logging.ERROR):
        run = Underway().start(office.answering(ScriptedChat(fail)), "acme", "Who?")
        assert all_of(run) == (Failing(reason=UNEXPECTED),)
    assert "ZeroDivisionError" in caplog.text
    assert UNSEEN not in caplog.text
    assert status(office, run) == "failed"


def test_closing_lets_what_is_under_way_fail(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "GRACE_SECONDS", 0.05)
    underway, chat = Underway(), ScriptedChat([LOOKING, STATING], held=1)
    run = underway.start(office.answering(chat), "acme", "Who?")
    assert chat.waiting.wait(10)
    underway.close()
    kept = office.conversations().message(run.thread, run.n)
    assert (kept.status, kept.text) == ("failed", STOPPED)
    assert run.after(0) == ((LOOKING,), True)
    with pytest.raises(TooManyAnswersError):
        underway.start(office.answering(), "acme", "Who?")
    monkeypatch.setattr(module, "GRACE_SECONDS", 20)
    chat.go_on.set()
    underway.close()
