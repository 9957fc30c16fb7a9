"""From a question to what is kept of its answer, whatever happens on the way."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from threading import Event
from typing import NoReturn, cast

import pytest

from agent.answers.answer import Answer
from agent.chat.ports import Failing, Happening, Library
from agent.errors import ReaderUnavailableError
from api.asking import answering as module
from api.asking.answering import UNEXPECTED, Answering
from api.asking.beating import beating
from api.asking.conversations import WITHDRAWN, Begun, Outcome
from memory.records import Message
from tests.fakes.chats import LOOKING, PLAINLY, STATEMENT, STATING, ScriptedChat, answered, quoting
from tests.integration.api.asking.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def asked(answering: Answering, question: str = "Who?") -> tuple[Begun, list[Happening]]:
    begun = answering.begin("acme", question)
    return begun, list(answering.answer(begun))


def kept(office: Office, begun: Begun) -> Message:
    return office.conversations().message(begun.thread.id, begun.answer.n)


def test_what_happens_is_told_and_the_answer_kept(office: Office) -> None:
    chat = ScriptedChat()
    begun, told = asked(office.answering(chat))
    assert tuple(told) == PLAINLY
    message = kept(office, begun)
    assert (message.status, message.text) == ("done", STATEMENT.text)
    assert Answer.model_validate(message.answer).statements == (STATEMENT,)
    assert [(one.question, one.before, one.thread) for one in chat.asked] == [("Who?", (), "")]


def test_a_follow_up_is_asked_with_what_went_before(office: Office) -> None:
    chat = ScriptedChat()
    begun, _ = asked(office.answering(chat))
    second = office.answering(chat).begin("acme", "And?", begun.thread.id)
    list(office.answering(chat).answer(second))
    assert [one.text for one in chat.asked[1].before] == ["Who?", STATEMENT.text]


def test_the_answer_is_kept_before_it_is_told(office: Office) -> None:
    answering = office.answering()
    begun = answering.begin("acme", "Who?")
    for one in answering.answer(begun):
        over = one.type == "answered"
        assert kept(office, begun).status == ("done" if over else "answering")


def test_a_failure_is_kept_with_its_reason(office: Office) -> None:
    begun, told = asked(office.answering(ScriptedChat([LOOKING, Failing(reason="No budget.")])))
    assert told == [LOOKING, Failing(reason="No budget.")]
    assert (kept(office, begun).status, kept(office, begun).text) == ("failed", "No budget.")


def test_an_error_with_a_message_for_people_is_a_failure(office: Office) -> None:
    def fail(_library: Library) -> NoReturn:
        raise ReaderUnavailableError("The model is out.")

    begun, told = asked(office.answering(ScriptedChat(fail)))
    assert told == [Failing(reason="The model is out.")]
    assert kept(office, begun).status == "failed"


def test_what_is_not_found_on_the_way_is_a_failure(office: Office) -> None:
    def look(library: Library) -> Sequence[Happening]:
        library.dossier("bolt")
        return ()

    begun, told = asked(office.answering(ScriptedChat(look)))
    assert told == [Failing(reason="Only acme is spoken of here.")]
    assert kept(office, begun).status == "failed"


def test_a_fault_is_raised_and_the_answer_has_failed(office: Office) -> None:
    def fail(_library: Library) -> NoReturn:
        raise ZeroDivisionError

    answering = office.answering(ScriptedChat(fail))
    begun = answering.begin("acme", "Who?")
    with pytest.raises(ZeroDivisionError):
        list(answering.answer(begun))
    assert (kept(office, begun).status, kept(office, begun).text) == ("failed", UNEXPECTED)


def test_closing_cancels(office: Office) -> None:
    chat = ScriptedChat()
    answering = office.answering(chat)
    begun = answering.begin("acme", "Who?")
    happenings = answering.answer(begun)
    assert next(happenings) == LOOKING
    with closing(cast("_Closes", happenings)):
        pass
    assert kept(office, begun).status == "cancelled"
    assert chat.closed.is_set()


class _Closes(Iterator[Happening]):
    def close(self) -> None: ...


def test_a_key_that_interrupts_cancels(office: Office) -> None:
    def interrupt(_library: Library) -> NoReturn:
        raise KeyboardInterrupt

    answering = office.answering(ScriptedChat(interrupt))
    begun = answering.begin("acme", "Who?")
    with pytest.raises(KeyboardInterrupt):
        list(answering.answer(begun))
    assert kept(office, begun).status == "cancelled"


def test_who_cancels_elsewhere_is_heard_on_the_way(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    noticed: list[Event] = []

    @contextmanager
    def quick(goes_on: Callable[[], bool]) -> Iterator[Event]:
        with beating(goes_on, 0.01) as unwanted:
            noticed.append(unwanted)
            yield unwanted

    monkeypatch.setattr(module, "beating", quick)
    chat = ScriptedChat()
    answering = office.answering(chat)
    begun = answering.begin("acme", "Who?")
    happenings = answering.answer(begun)
    assert next(happenings) == LOOKING
    office.conversations().end(begun.answer, Outcome("cancelled"))
    assert noticed[0].wait(10)
    assert list(happenings) == []
    assert chat.closed.is_set()


def test_an_answer_that_comes_too_late_is_not_told(office: Office) -> None:
    answering = office.answering()
    begun = answering.begin("acme", "Who?")
    happenings = answering.answer(begun)
    assert [next(happenings), next(happenings)] == [LOOKING, STATING]
    office.conversations().end(begun.answer, Outcome("cancelled"))
    assert list(happenings) == []
    assert kept(office, begun).status == "cancelled"


def test_an_answer_that_quotes_what_was_withdrawn_meanwhile_is_a_failure(office: Office) -> None:
    source = office.add()

    def answer(_library: Library) -> Sequence[Happening]:
        office.withdraw(source)
        return [answered(quoting(source))]

    _, told = asked(office.answering(ScriptedChat(answer)))
    assert told == [Failing(reason=WITHDRAWN)]
