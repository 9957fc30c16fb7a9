"""Chat with a real server and a model that answers when it is told to: dropped, cancelled, killed.

The model is asked twice a question: first it calls a tool, then it words what that returned.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from socket import socket
from subprocess import Popen
from threading import Event
from time import monotonic, sleep

import pytest
from httpx2 import Client, HTTPError

from tests.e2e.tandem import Program
from tests.fakes.openai_replies import Reply, Says
from tests.fakes.openai_server import OpenAIServer, Request
from tests.fakes.paper_model import MODEL, plan_of
from tests.integration.api.http.listening import Heard, events

DEAL = "acme"
CHAT = f"deals/{DEAL}/chat"
QUESTION = {"question": "Who is the champion?"}
CALLS = Says(finish="tool_calls", tools=(("roles", {"roles": ["champion"]}),))
BEFORE_THE_ANSWER = ["asked", "looking"]


@dataclass
class Slow:
    """A model that looks something up at once, and answers when it is let go.

    Attributes:
        asked: How often it was asked.
    """

    asked: int = 0
    caught: Event = field(default_factory=Event)
    go_on: Event = field(default_factory=Event)

    def reply(self, request: Request) -> Reply:
        """A call of a tool, or what that returned."""
        self.asked += 1
        messages = request.body["messages"]
        assert isinstance(messages, list)
        results = [one for one in messages if isinstance(one, dict) and one["role"] == "tool"]
        if not results:
            return CALLS
        self.caught.set()
        self.go_on.wait(60)
        return Says("\n".join(str(results[-1]["content"]).splitlines()))


@dataclass
class Served:
    """A server with its model."""

    program: Program
    model: Slow
    port: int

    @contextmanager
    def serving(self) -> Iterator[tuple["Popen[str]", Client]]:
        """The server in a process of its own, killed with -9 if it is still there in the end."""
        process = self.program.start("serve", "--port", str(self.port), "--no-worker")
        with Client(base_url=f"http://127.0.0.1:{self.port}/api/v1/", timeout=60) as client:
            try:
                _wait_until_up(client)
                yield process, client
            finally:
                process.kill()
                process.communicate()


@pytest.fixture
def served(program: Program, tmp_path: Path) -> Iterator[Served]:
    model = Slow()
    with OpenAIServer(model.reply) as server, socket() as free:
        free.bind(("127.0.0.1", 0))
        settings = {"TANDEM_MODEL": MODEL, "OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-x"}
        plan = tmp_path / "acme.yaml"
        plan.write_text(plan_of(DEAL), encoding="utf-8")
        program = replace(program, more=settings)
        program.run("import", str(plan))
        port = free.getsockname()[1]
        free.close()
        yield Served(program, model, port)
        model.go_on.set()


def _wait_until_up(client: Client) -> None:
    end = monotonic() + 60
    while True:
        try:
            assert client.get("health").status_code == 200
        except HTTPError:
            assert monotonic() < end
            sleep(0.1)
        else:
            return


def begun(client: Client, model: Slow) -> list[Heard]:
    """Ask, hear of what is looked up, and drop the connection while the model thinks."""
    with client.stream("POST", CHAT, json=QUESTION) as response:
        told = events(response)
        first = [next(told) for _ in BEFORE_THE_ANSWER]
    assert model.caught.wait(60)
    return first


def followed(client: Client, thread: str, last: str | None) -> list[Heard]:
    headers = {"Last-Event-ID": last} if last else {}
    with client.stream("GET", _message(thread, "events"), headers=headers) as response:
        return list(events(response))


def _message(thread: str, what: str) -> str:
    return f"chat/threads/{thread}/messages/2/{what}"


@pytest.mark.xdist_group("kill")
def test_a_dropped_stream_is_resumed_and_each_event_is_told_once(served: Served) -> None:
    with served.serving() as (_, client):
        first = begun(client, served.model)
        thread = first[0].data["thread"]
        with client.stream(
            "GET", _message(thread, "events"), headers={"Last-Event-ID": first[-1].id}
        ) as response:
            served.model.go_on.set()
            rest = list(events(response))
        told = [*first, *rest]
        assert [one.id for one in told] == [*map(str, range(len(told) - 1)), "end"]
        assert [one.event for one in told][:2] == BEFORE_THE_ANSWER
        assert [one.event for one in told][-2:] == ["answered", "ended"]
        assert "Lena Ortiz" in told[-1].data["text"]
        assert followed(client, thread, None) == told
        # The same question again, whose answer is remembered, asks no model.
        asked = served.model.asked
        with client.stream("POST", CHAT, json=QUESTION) as response:
            again = list(events(response))
        assert again[-1].data["text"] == told[-1].data["text"]
    assert "Lena Ortiz" in served.program.run("ask", DEAL, QUESTION["question"])
    assert served.model.asked == asked


@pytest.mark.xdist_group("kill")
def test_an_answer_is_cancelled_and_the_server_stops_without_it(served: Served) -> None:
    with served.serving() as (process, client):
        thread = begun(client, served.model)[0].data["thread"]
        cancelled = client.post(_message(thread, "cancel")).json()
        assert cancelled["status"] == "cancelled"
        told = followed(client, thread, "1")
        assert [(one.id, one.data["status"]) for one in told] == [("end", "cancelled")]
        process.terminate()
        _, complaint = process.communicate(timeout=60)
    assert "Traceback" not in complaint


@pytest.mark.xdist_group("kill")
def test_an_answer_whose_server_was_killed_has_failed_for_the_next(served: Served) -> None:
    with served.serving() as (process, client):
        thread = begun(client, served.model)[0].data["thread"]
        process.kill()
    served.model.go_on.set()
    with served.serving() as (_, client):
        told = followed(client, thread, "1")
        assert [(one.id, one.data["status"]) for one in told] == [("end", "failed")]
        again = {**QUESTION, "thread": thread}
        with client.stream("POST", CHAT, json=again) as response:
            assert "Lena Ortiz" in list(events(response))[-1].data["text"]
