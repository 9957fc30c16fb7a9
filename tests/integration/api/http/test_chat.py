"""Chat over HTTP: events that are resumed, conversations of one's own, and who may ask."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

import pytest
from fastapi import sse
from httpx2 import Response

from agent.chat.ports import Failing, Happening, Library, Looking, Noting, Proposing
from api.asking.asker import Asker
from api.asking.conversations import SILENT
from api.asking.underway import Underway
from memory.records import Message
from plan.errors import RefusedError
from tests.fakes.chats import LOOKING, PLAINLY, STATEMENT, ScriptedChat
from tests.integration.api.http.documented import DocumentedClient
from tests.integration.api.http.listening import Heard, events
from tests.integration.api.http.service import PLAN, Service

QUESTION = {"question": "Who is the champion?"}
NAMES = ["asked", "looking", "stating", "answered", "ended"]
IDS = ["0", "1", "2", "3", "end"]


@pytest.fixture
def chatty(service: Service) -> Service:
    """A service with a deal, whose chat says the same of everything."""
    service.open_deal()
    return speaking(service, ScriptedChat())


def speaking(service: Service, chat: ScriptedChat) -> Service:
    """The service with another chat."""
    service.tandem.__dict__["chat"] = lambda _workspace, _by=None: chat
    return service


def heard(response: Response) -> list[Heard]:
    assert response.status_code == 200, response.read()
    return list(events(response))


def asked(client: DocumentedClient, path: str = "deals/acme/chat", **more: object) -> list[Heard]:
    """All that is told of a question."""
    with client.stream("POST", path, json={**QUESTION, **more}) as response:
        return heard(response)


def resumed(client: DocumentedClient, thread: str, last: str | None = None) -> list[Heard]:
    headers = {"Last-Event-ID": last} if last else {}
    path = f"chat/threads/{thread}/messages/2/events"
    with client.stream("GET", path, headers=headers) as response:
        return heard(response)


@contextmanager
def held(service: Service, at: int = 1) -> Iterator[tuple[ScriptedChat, str]]:
    """An answer that waits, to which nobody listens any more; gives its conversation."""
    chat = ScriptedChat(held=at)
    speaking(service, chat)
    with service.client.stream("POST", "deals/acme/chat", json=QUESTION) as response:
        told = events(response)
        first = [next(told) for _ in range(at + 1)]
    assert [one.id for one in first] == IDS[: at + 1]
    yield chat, first[0].data["thread"]
    chat.go_on.set()


@pytest.mark.parametrize("path", ["deals/acme/chat", "chat"])
def test_a_question_is_answered_by_events(chatty: Service, path: str) -> None:
    told = asked(chatty.client, path)
    assert [one.event for one in told] == NAMES
    assert [one.id for one in told] == IDS
    assert all(one.data["type"] == one.event for one in told)
    assert told[0].data["message"] == 2
    assert told[2].data["text"] == STATEMENT.text
    assert told[3].data["answer"]["statements"][0]["items"][0]["id"] == "ada-okafor"
    assert (told[4].data["status"], told[4].data["text"]) == ("done", STATEMENT.text)


def test_a_conversation_goes_on_and_is_shown(chatty: Service) -> None:
    thread = asked(chatty.client)[0].data["thread"]
    again = asked(chatty.client, thread=thread)
    assert (again[0].data["thread"], again[0].data["message"]) == (thread, 4)
    (listed,) = chatty.client.get("deals/acme/chat/threads").json()
    assert (listed["id"], listed["title"]) == (thread, "Who is the champion?")
    assert set(listed) == {"id", "deal", "title", "created_at"}
    shown = chatty.client.get(f"chat/threads/{thread}").json()
    assert [(one["n"], one["role"], one["status"]) for one in shown["messages"]] == [
        (1, "user", "done"),
        (2, "tandem", "done"),
        (3, "user", "done"),
        (4, "tandem", "done"),
    ]
    assert shown["messages"][0]["answer"] is None
    assert shown["messages"][1]["answer"]["topic"] == "roles"
    assert chatty.client.get("chat/threads").json() == []
    every = asked(chatty.client, "chat")[0].data["thread"]
    assert [one["id"] for one in chatty.client.get("chat/threads").json()] == [every]


@pytest.mark.parametrize("last", [None, *IDS])
def test_what_was_missed_is_told_again_and_nothing_twice(chatty: Service, last: str | None) -> None:
    thread = asked(chatty.client)[0].data["thread"]
    missed = IDS[IDS.index(last) + 1 :] if last else IDS
    assert [one.id for one in resumed(chatty.client, thread, last)] == missed


def test_a_dropped_connection_stops_no_answer_and_it_is_followed_live(chatty: Service) -> None:
    with held(chatty) as (chat, thread):
        path = f"chat/threads/{thread}/messages/2/events"
        with chatty.client.stream("GET", path, headers={"Last-Event-ID": "0"}) as response:
            told = events(response)
            assert next(told).event == "looking"
            chat.go_on.set()
            assert [one.id for one in told] == IDS[2:]


def test_what_another_process_told_is_known_by_its_end(chatty: Service) -> None:
    thread = asked(chatty.client)[0].data["thread"]
    chatty.tandem.__dict__["underway"] = Underway()
    told = resumed(chatty.client, thread)
    assert [one.event for one in told] == ["asked", "ended"]
    assert told[-1].data["text"] == STATEMENT.text
    assert [one.id for one in resumed(chatty.client, thread, "2")] == ["end"]
    assert resumed(chatty.client, thread, "end") == []


def test_an_answer_whose_process_was_killed_is_told_to_have_failed(chatty: Service) -> None:
    begun = chatty.tandem.answering(Asker("default", "rep")).begin("acme", "Who?")
    silent = begun.answer.model_copy(update={"at": begun.answer.at - SILENT * 2})
    with chatty.tandem.store.write("default") as unit:
        unit.threads.replace(silent)
    told = resumed(chatty.client, begun.thread.id)
    assert [one.event for one in told] == ["asked", "ended"]
    assert told[-1].data["status"] == "failed"
    assert "ask again" in told[-1].data["text"]


def test_an_answer_is_cancelled_once_and_its_listeners_hear_of_it(chatty: Service) -> None:
    with held(chatty) as (_, thread):
        path = f"chat/threads/{thread}/messages/2"
        with chatty.client.stream("GET", f"{path}/events") as response:
            told = events(response)
            assert [next(told).event, next(told).event] == ["asked", "looking"]
            for _ in range(2):
                cancelled = chatty.client.post(f"{path}/cancel").json()
                assert (cancelled["n"], cancelled["status"]) == (2, "cancelled")
            (ended,) = told
        assert (ended.id, ended.data["status"]) == ("end", "cancelled")
    assert asked(speaking(chatty, ScriptedChat()).client, thread=thread)[-1].data["n"] == 4


def test_what_has_ended_is_not_cancelled(chatty: Service) -> None:
    thread = asked(chatty.client)[0].data["thread"]
    kept = chatty.client.post(f"chat/threads/{thread}/messages/2/cancel").json()
    assert kept["status"] == "done"


def test_words_that_were_forgotten_are_not_told_again(chatty: Service) -> None:
    thread = asked(chatty.client)[0].data["thread"]
    with chatty.tandem.store.write("default") as unit:
        (_, answer) = unit.threads.messages(thread)
        forgotten = Message.model_validate(
            {**dict(answer), "status": "forgotten", "text": "", "answer": {}}
        )
        unit.threads.replace(forgotten)
    told = resumed(chatty.client, thread)
    assert [one.event for one in told] == ["asked", "ended"]
    assert told[-1].data["text"] == ""


def test_one_question_at_a_time_in_a_conversation(chatty: Service) -> None:
    with held(chatty) as (_, thread):
        refused = chatty.client.post("deals/acme/chat", json={**QUESTION, "thread": thread})
        assert refused.status_code == 409
        assert refused.json()["type"].endswith("#still-answering")


def test_no_more_at_once_than_there_are_places(chatty: Service) -> None:
    chatty.tandem.__dict__["underway"] = Underway(most=1)
    with held(chatty):
        refused = chatty.client.post("deals/acme/chat", json=QUESTION)
        assert refused.status_code == 503
        assert refused.json()["type"].endswith("#too-many-answers")


def test_a_failure_is_an_event(chatty: Service) -> None:
    speaking(chatty, ScriptedChat([LOOKING, Failing(reason="No budget is left.")]))
    told = asked(chatty.client)
    assert [one.event for one in told] == ["asked", "looking", "failing", "ended"]
    assert told[-1].data["text"] == "No budget is left."


def test_a_fault_is_an_event_and_tells_nothing(chatty: Service) -> None:
    def fail(_library: Library) -> NoReturn:
        raise ZeroDivisionError("secret")

    speaking(chatty, ScriptedChat(fail))
    told = asked(chatty.client)
    assert [one.event for one in told] == ["asked", "failing", "ended"]
    assert "secret" not in str(told)


def test_silence_is_filled(chatty: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fastapi.routing._PING_INTERVAL", 0.05)
    assert sse.KEEPALIVE_COMMENT.startswith(b":")
    chat = ScriptedChat(held=0)
    speaking(chatty, chat)
    with chatty.client.stream("POST", "deals/acme/chat", json=QUESTION) as response:
        lines = response.iter_lines()
        assert any(line.startswith(":") for line in lines)
        chat.go_on.set()


WRONG: list[tuple[str, Any, int]] = [
    ("deals/nowhere/chat", QUESTION, 404),
    ("deals/acme/chat", {"question": ""}, 422),
    ("deals/acme/chat", {"question": " \n"}, 422),
    ("deals/acme/chat", {"question": "x" * 4001}, 422),
    ("deals/acme/chat", {"question": "a\0b"}, 422),
    ("deals/acme/chat", {**QUESTION, "user": "boss"}, 422),
    ("deals/acme/chat", {**QUESTION, "thread": "last"}, 422),
    ("deals/acme/chat", {**QUESTION, "thread": "0" * 32}, 404),
    ("chat", {"question": None}, 422),
]


@pytest.mark.parametrize(("path", "body", "status"), WRONG)
def test_what_cannot_be_asked_is_a_problem_and_nothing_is_kept(
    chatty: Service, path: str, body: object, status: int
) -> None:
    assert chatty.client.post(path, json=body).status_code == status
    assert chatty.client.get("deals/acme/chat/threads").json() == []
    assert chatty.client.get("chat/threads").json() == []


def test_what_is_not_there_cannot_be_listened_to(chatty: Service) -> None:
    thread = asked(chatty.client)[0].data["thread"]
    for path in (f"{thread}/messages/1", f"{thread}/messages/4", f"{'0' * 32}/messages/2"):
        assert chatty.client.get(f"chat/threads/{path}/events").status_code == 404
        assert chatty.client.post(f"chat/threads/{path}/cancel").status_code == 404
    wrong = {"Last-Event-ID": "-1"}
    path = f"chat/threads/{thread}/messages/2/events"
    assert chatty.client.get(path, headers=wrong).status_code == 422
    assert chatty.client.get("deals/nowhere/chat/threads").status_code == 404
    assert chatty.client.get("chat/threads/x").status_code == 422


def test_nobody_sees_anothers_conversations(chatty: Service) -> None:
    """Two users in each of two workspaces, and deals of the same name."""
    clients = [
        chatty.as_key(f"{name}-{workspace}", workspace=workspace)
        for workspace in ("default", "other")
        for name in ("one", "two")
    ]
    assert clients[2].post("deals", json=PLAN).status_code == 201
    threads = [asked(client)[0].data["thread"] for client in clients]
    for client, thread in zip(clients, threads, strict=True):
        listed = client.get("deals/acme/chat/threads").json()
        assert [one["id"] for one in listed] == [thread]
        for other in set(threads) - {thread}:
            path = f"chat/threads/{other}"
            assert client.get(path).status_code == 404
            assert client.get(f"{path}/messages/2/events").status_code == 404
            assert client.post(f"{path}/messages/2/cancel").status_code == 404
            body = {**QUESTION, "thread": other}
            assert client.post("deals/acme/chat", json=body).status_code == 404


def propose(library: Library) -> Sequence[Happening]:
    try:
        made = library.propose("acme", "milestone", "pilot", {"due": "2026-04-03"}, "")
    except RefusedError as error:
        return [Noting(text=str(error)), *PLAINLY]
    return [Proposing(proposal=made.id), *PLAINLY]


def test_who_may_write_may_have_changes_proposed(chatty: Service) -> None:
    speaking(chatty, ScriptedChat(propose))
    assert asked(chatty.as_key("writer"))[1].data["proposal"] == "acme.p1"
    (proposal,) = chatty.client.get("proposals").json()
    assert proposal["why"].startswith("Asked for by key:writer")


def test_who_may_only_read_asks_all_the_same_and_proposes_nothing(chatty: Service) -> None:
    speaking(chatty, ScriptedChat(propose))
    reader = chatty.as_key("reader", "read")
    told = asked(reader)
    assert [one.event for one in told][1] == "noting"
    assert "only read" in told[1].data["text"]
    assert chatty.client.get("proposals").json() == []
    path = f"chat/threads/{told[0].data['thread']}/messages/2/cancel"
    assert reader.post(path).status_code == 200
    writer = chatty.as_key("only-writer", "write")
    assert writer.post("deals/acme/chat", json=QUESTION).status_code == 403


@pytest.mark.parametrize("path", ["deals/acme/chat", "chat"])
def test_a_page_of_another_site_asks_nothing(chatty: Service, path: str) -> None:
    refused = chatty.client.post(path, json=QUESTION, headers={"Origin": "http://evil.example"})
    assert refused.status_code == 403
    assert chatty.client.get("deals/acme/chat/threads").json() == []


def test_the_embedded_chat_answers_over_http(service: Service) -> None:
    service.open_deal()
    told = asked(service.client)
    assert told[-1].data["status"] == "done"
    assert "Ada Okafor" in told[-1].data["text"]
    assert Looking(tool="roles", about=QUESTION["question"]).model_dump() in [
        one.data for one in told
    ]
