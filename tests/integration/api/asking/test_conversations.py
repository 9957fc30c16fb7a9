"""Conversations: each user's own, numbered, and never answering for ever."""

import pytest

from agent.answers.answer import Answer
from api.asking.asker import Asker
from api.asking.conversations import SILENT, STOPPED, TITLE, WITHDRAWN, Outcome
from api.asking.errors import StillAnsweringError
from memory.errors import NotFoundError
from tests.fakes.chats import STATEMENT, quoting
from tests.integration.api.asking.office import AWAY, HOME, KIM, Office

SHOWN = Answer(topic="roles", statements=(STATEMENT,))
DONE = Outcome("done", "Ada is.", SHOWN)
MAX, KIM_AWAY = Asker(HOME, "max"), Asker(AWAY, "kim")


def test_a_question_opens_a_conversation_and_the_next_goes_on_with_it(office: Office) -> None:
    own = office.conversations()
    first = own.begin("acme", "Who is the champion?", None)
    assert (first.question.n, first.answer.n, first.before) == (1, 2, ())
    assert own.message(first.thread.id, 2).status == "answering"
    kept = own.end(first.answer, DONE)
    assert (kept.status, kept.text, kept.sources) == ("done", "Ada is.", ())
    assert Answer.model_validate(kept.answer) == SHOWN
    second = own.begin("acme", "And who decides?", first.thread.id)
    assert second.thread == first.thread
    assert (second.question.n, second.answer.n) == (3, 4)
    assert second.before == (first.question, kept)
    assert [one.text for one in own.messages(first.thread.id)[1]] == [
        "Who is the champion?",
        "Ada is.",
        "And who decides?",
        "",
    ]


@pytest.mark.parametrize("asker", [MAX, KIM_AWAY])
def test_nobody_sees_or_goes_on_with_anothers_conversation(office: Office, asker: Asker) -> None:
    thread = office.conversations().begin("acme", "Who?", None).thread.id
    theirs = office.conversations(asker)
    assert theirs.of("acme") == ()
    for look in (
        lambda: theirs.messages(thread),
        lambda: theirs.message(thread, 2),
        lambda: theirs.begin("acme", "And?", thread),
    ):
        with pytest.raises(NotFoundError):
            look()
    theirs.begin("acme", "Who?", None)
    assert len(theirs.of("acme")) == len(office.conversations().of("acme")) == 1
    assert len(office.conversations().messages(thread)[1]) == 2


def test_a_conversation_stays_with_what_it_is_about(office: Office) -> None:
    own = office.conversations()
    thread = own.begin("acme", "Who?", None).thread.id
    for deal in ("bolt", None):
        with pytest.raises(NotFoundError, match="is about acme"):
            own.begin(deal, "And?", thread)
    every = own.begin(None, "Which?", None).thread
    assert own.of(None) == (every,)
    assert own.of("bolt") == ()
    for ask in (lambda: own.of("nowhere"), lambda: own.begin("nowhere", "Who?", None)):
        with pytest.raises(NotFoundError, match="no deal `nowhere`"):
            ask()


def test_one_question_at_a_time(office: Office) -> None:
    own = office.conversations()
    begun = own.begin("acme", "Who?", None)
    with pytest.raises(StillAnsweringError, match=begun.thread.id):
        own.begin("acme", "And?", begun.thread.id)
    assert len(own.messages(begun.thread.id)[1]) == 2


def test_an_answer_of_which_nothing_is_heard_has_failed(office: Office) -> None:
    own = office.conversations()
    begun = own.begin("acme", "Who?", None)
    office.later(SILENT.total_seconds())
    assert own.message(begun.thread.id, 2).status == "answering"
    assert own.goes_on(begun.answer)
    office.later(SILENT.total_seconds())
    assert own.message(begun.thread.id, 2).status == "answering"
    office.later(1)
    failed = own.message(begun.thread.id, 2)
    assert (failed.status, failed.text) == ("failed", STOPPED)
    second = own.begin("acme", "Who?", begun.thread.id)
    assert second.before[-1] == failed
    # It was only slow: what it says in the end is kept.
    assert own.end(begun.answer, DONE).status == "done"


def test_what_has_ended_stays_as_it_is(office: Office) -> None:
    own = office.conversations()
    begun = own.begin("acme", "Who?", None)
    own.end(begun.answer, Outcome("cancelled"))
    assert not own.goes_on(begun.answer)
    assert own.end(begun.answer, DONE).status == "cancelled"
    assert own.message(begun.thread.id, 2).text == ""


def test_only_answers_are_answers(office: Office) -> None:
    own = office.conversations()
    thread = own.begin("acme", "Who?", None).thread.id
    for n in (1, 3):
        with pytest.raises(NotFoundError, match=f"no answer {n}"):
            own.message(thread, n)


def test_an_answer_names_whose_words_it_holds_and_is_forgotten_with_them(office: Office) -> None:
    one, other = office.add(day=10), office.add(day=11)
    own = office.conversations()
    begun = own.begin("acme", "Who?", None)
    told = Answer(topic="search", statements=(quoting(other), quoting(one, other)))
    assert own.end(begun.answer, Outcome("done", "It.", told)).sources == (other, one)
    with office.store.write(HOME) as unit:
        unit.threads.forget(one)
    assert own.message(begun.thread.id, 2).status == "forgotten"


def test_words_of_what_was_withdrawn_meanwhile_are_not_kept(office: Office) -> None:
    source = office.add()
    own = office.conversations()
    begun = own.begin("acme", "Who?", None)
    office.withdraw(source)
    told = Answer(topic="search", statements=(quoting(source),))
    kept = own.end(begun.answer, Outcome("done", "The words.", told))
    assert (kept.status, kept.text, kept.answer, kept.sources) == ("failed", WITHDRAWN, {}, ())


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_conversation_is_named_by_its_first_question_cut_short(office: Office) -> None:
    own = office.conversations()
    title = own.begin("acme", f"Who\n is   {'really ' * 20}the champion?", None).thread.title
    assert title.startswith("Who is really")
    assert title.endswith("really …")
    assert len(title) <= TITLE
    assert own.begin("acme", "x" * 300, None).thread.title
    assert [one.user for one in own.of("acme")] == [KIM.actor] * 2
