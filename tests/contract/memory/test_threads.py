"""Conversations, on both engines."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memory.errors import ConflictError, NotFoundError
from memory.records import Message
from memory.sql import SqlStore
from tests.contract.memory.samples import AT, DEAL, message, open_deal, plan, thread, undone

OTHER = "acme-erp-2"


@pytest.fixture(autouse=True)
def _deals(store: SqlStore) -> None:
    for workspace in ("w", "another"):
        with store.write(workspace) as unit:
            for deal in (DEAL, OTHER):
                open_deal(unit, plan(deal))


def converse(store: SqlStore, said: Sequence[Message], workspace: str = "w") -> None:
    """Open the conversation with these messages."""
    with store.write(workspace) as unit:
        unit.threads.open(thread())
        for one in said:
            unit.threads.add(one)


def test_a_conversation_comes_back_as_it_was(store: SqlStore) -> None:
    question = message(1, role="user", text="What's blocking?", answer={}, sources=())
    converse(store, [message(2), question])
    with store.read("w") as unit:
        assert unit.threads.get("kim", "t1") == thread()
        assert unit.threads.messages("t1") == (question, message(2))
        assert unit.threads.messages("t2") == ()


def test_nobody_sees_another_users_conversation(store: SqlStore) -> None:
    converse(store, [])
    with store.read("w") as unit:
        with pytest.raises(NotFoundError, match="`t1`"):
            unit.threads.get("max", "t1")
        with pytest.raises(NotFoundError, match="`t2`"):
            unit.threads.get("kim", "t2")
        assert unit.threads.of("max", DEAL) == ()


def test_conversations_are_listed_by_what_they_are_about_the_newest_first(store: SqlStore) -> None:
    about = (
        thread("older", created_at=AT - timedelta(hours=1)),
        thread("newest", created_at=AT + timedelta(hours=1)),
        thread("b"),
        thread("a"),
        thread("all", deal=None),
        thread("other", deal=OTHER),
        thread("theirs", user="max"),
    )
    with store.write("w") as unit:
        for one in about:
            unit.threads.open(one)
        assert [one.id for one in unit.threads.of("kim", DEAL)] == ["newest", "a", "b", "older"]
        assert [one.id for one in unit.threads.of("kim", OTHER)] == ["other"]
        assert [one.id for one in unit.threads.of("kim")] == ["all"]


def test_of_two_conversations_of_one_id_the_second_is_refused(store: SqlStore) -> None:
    converse(store, [])
    with pytest.raises(ConflictError, match="`t1`"), store.write("w") as unit:
        unit.threads.open(thread(user="max"))
    with store.read("w") as unit:
        assert unit.threads.get("kim", "t1") == thread()


def test_of_two_messages_of_one_number_the_second_is_refused(store: SqlStore) -> None:
    converse(store, [message(1)])
    with pytest.raises(ConflictError, match="`t1` has a message 1"), store.write("w") as unit:
        unit.threads.add(message(1, text="Another."))
    with store.read("w") as unit:
        assert unit.threads.messages("t1") == (message(1),)


def test_a_message_takes_a_new_state(store: SqlStore) -> None:
    begun = message(1, status="answering", text="", answer={}, sources=())
    converse(store, [begun, message(2)])
    with store.write("w") as unit:
        unit.threads.replace(message(1))
    with store.read("w") as unit:
        assert unit.threads.messages("t1") == (message(1), message(2))
    with store.write("w") as unit, pytest.raises(NotFoundError, match=r"`t1 \(3\)`"):
        unit.threads.replace(message(3))


def test_answers_are_forgotten_with_their_sources_and_no_others(store: SqlStore) -> None:
    said = (
        message(1, sources=(f"{DEAL}.s2", f"{DEAL}.s1")),
        message(2, sources=(f"{DEAL}.s11",)),
        message(3, sources=()),
        message(4, sources=(f"{OTHER}.s1",)),
    )
    converse(store, said)
    converse(store, said, "another")
    with store.write("w") as unit:
        assert unit.threads.forget(f"{DEAL}.s1") == 1
        assert unit.threads.forget(f"{DEAL}.s1") == 0
        assert unit.threads.forget(f"{DEAL}.s3") == 0
    gone = said[0].model_copy(update={"status": "forgotten", "text": "", "answer": {}})
    with store.read("w") as unit:
        assert unit.threads.messages("t1") == (gone, *said[1:])
    with store.read("another") as unit:
        assert unit.threads.messages("t1") == said


@given(
    of=st.lists(st.sampled_from(["d.s1", "d.s11", "d.s1_", "%", "d_s1", "\\"])),
    forgotten=st.sampled_from(["d.s1", "d.s1_", "%", "_", "", "d_s1", "\\"]),
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_sign_in_an_id_has_a_meaning(store: SqlStore, of: list[str], forgotten: str) -> None:
    with undone(store) as unit:
        unit.threads.open(thread())
        unit.threads.add(message(sources=tuple(of)))
        assert unit.threads.forget(forgotten) == int(forgotten in of)
