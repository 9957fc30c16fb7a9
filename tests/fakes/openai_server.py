"""A server on this machine that speaks OpenAI's chat completions, for the real client to talk to.

It answers by a script or by a function of the request. As the real one, it refuses on its own:
a wrong key, a model it does not have, a response_format it does not take, a schema that strict
mode does not take, and JSON mode without the word JSON in the messages.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR
from threading import Event, Lock, Thread
from types import MappingProxyType, TracebackType
from typing import Self

from pydantic import JsonValue

from tests.fakes import openai_wire
from tests.fakes.openai_replies import Cuts, Fails, Reply, Says, Sends, Waits
from tests.fakes.openai_schemas import schema_fault

_FORMATS = ("text", "json_schema", "json_object")
_JSON, _EVENTS = "application/json", "text/event-stream"


@dataclass(frozen=True)
class Request:
    """A request for a completion as it came, its headers without the key."""

    path: str
    headers: dict[str, str]
    body: dict[str, JsonValue]

    @property
    def system(self) -> str:
        """The text of the system message."""
        return self._text("system")

    @property
    def user(self) -> str:
        """The text of the user message."""
        return self._text("user")

    @property
    def format(self) -> str:
        """The type of its response_format; `text` where it has none."""
        told = self.body.get("response_format")
        return str(told["type"]) if isinstance(told, dict) else "text"

    def _text(self, role: str) -> str:
        messages = self.body["messages"]
        listed = messages if isinstance(messages, list) else []
        said = [one for one in listed if isinstance(one, dict) and one["role"] == role]
        return "\n".join(str(one["content"]) for one in said)


class OpenAIServer:
    """The server, from the beginning to the end of a `with` block.

    The end of the block raises an AssertionError where a request came that the script had no
    reply for, and where replies of it are left.

    Args:
        script: The replies in the order of the requests, or a function of the request, which is
            called by several threads at once.
        key: The only key it takes; None for any, also none.
        models: The models it has; empty for any.
        formats: The types of response_format it takes.

    Attributes:
        url: Its address, as OPENAI_BASE_URL takes it.
        requests: The requests that it did not refuse on its own, in the order of their coming.
        refused: How many it did.
    """

    def __init__(
        self,
        script: Iterable[Reply] | Callable[[Request], Reply],
        *,
        key: str | None = None,
        models: tuple[str, ...] = (),
        formats: tuple[str, ...] = _FORMATS,
    ) -> None:
        self.requests: list[Request] = []
        self.refused = 0
        self.closing = Event()
        self.models = models
        self._script = script if callable(script) else iter(tuple(script))
        self._key = key
        self._formats = formats
        self._unexpected = 0
        self._lock = Lock()

    def __enter__(self) -> Self:
        self._http = _Http(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        self.url = f"http://127.0.0.1:{self._http.server_port}/v1"
        self._thread = Thread(target=self._http.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
        if error is None:
            self.assert_done()

    def assert_done(self) -> None:
        """Everything came that was to come, and nothing else."""
        assert not self._http.faults, self._http.faults
        assert not self._unexpected, f"Nobody expected {self._unexpected} of the requests."
        left = [] if callable(self._script) else list(self._script)
        assert not left, f"Nobody asked for {left}."

    def reply(self, request: Request, authorization: str) -> Reply:
        """The reply to a request."""
        refusal = self._refusal(request, authorization)
        with self._lock:
            if refusal is not None:
                self.refused += 1
                return refusal
            self.requests.append(request)
            if not callable(self._script):
                return self._next()
        return self._script(request)

    def _next(self) -> Reply:
        assert not callable(self._script)
        following = next(self._script, None)
        self._unexpected += following is None
        return following or Fails(500, "The script of the fake server has no further reply.")

    def _refusal(self, request: Request, authorization: str) -> Fails | None:
        model = request.body.get("model")
        if self._key is not None and authorization != f"Bearer {self._key}":
            shown = authorization.removeprefix("Bearer ")
            return Fails(401, f"Incorrect API key provided: {shown}.", code="invalid_api_key")
        if self.models and model not in self.models:
            told = f"The model `{model}` does not exist or you do not have access to it."
            return Fails(404, told, code="model_not_found")
        if request.format not in self._formats:
            told = f"'response_format.type' must be one of {self._formats}"
            return Fails(400, told, param="response_format")
        return _format_refusal(request)


def _format_refusal(request: Request) -> Fails | None:
    told = request.body.get("response_format")
    if (
        request.format == "json_object"
        and "json" not in json.dumps(request.body["messages"]).lower()
    ):
        text = "'messages' must contain the word 'json' to use 'response_format' 'json_object'."
        return Fails(400, text, param="messages")
    if not isinstance(told, dict) or request.format != "json_schema":
        return None
    format_ = told["json_schema"]
    assert isinstance(format_, dict)
    fault = schema_fault(format_["schema"]) if format_.get("strict") else None
    text = f"Invalid schema for response_format '{format_['name']}': {fault}"
    return Fails(400, text, param="response_format") if fault else None


class _Http(ThreadingHTTPServer):
    """Joins its threads when closed; keeps what goes wrong in them."""

    daemon_threads = False
    owner: OpenAIServer

    def __init__(self, address: tuple[str, int], handler: "type[_Handler]") -> None:
        self.faults: list[BaseException | None] = []
        super().__init__(address, handler)

    def handle_error(self, *_: object) -> None:
        """A client may go away at any time; anything else is a fault of this server."""
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            self.faults.append(error)


class _Handler(BaseHTTPRequestHandler):
    """One connection, which is closed after its reply."""

    server: _Http
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its base's name
        """Nothing is printed."""

    def do_GET(self) -> None:
        """The list of models."""
        self._send(200, openai_wire.models(self.server.owner.models))

    def do_POST(self) -> None:
        """A completion."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != "/v1/chat/completions":
            self.server.faults.append(LookupError(self.path))
            self._send(404, b'{"detail": "Not Found"}')
            return
        key = self.headers.get("Authorization", "")
        headers = {name.lower(): value for name, value in self.headers.items() if value != key}
        request = Request(self.path, headers, body)
        self._answer(self.server.owner.reply(request, key), request)

    def _answer(self, reply: Reply, request: Request) -> None:
        match reply:
            case Waits():
                self.server.owner.closing.wait(reply.seconds)
                self._answer(reply.reply, request)
            case Fails():
                self._send(reply.status, openai_wire.error(reply), headers=reply.headers)
            case Sends():
                self._send(reply.status, reply.body, reply.content_type)
            case Cuts():
                self._say(reply.reply, request, cut=reply.after)
            case Says():
                self._say(reply, request, cut=None)

    def _say(self, reply: Says, request: Request, cut: int | None) -> None:
        model = str(request.body["model"])
        if cut == 0:
            self.close_connection = True
            self.connection.shutdown(SHUT_RDWR)
        elif request.body.get("stream"):
            usage = request.body.get("stream_options") == {"include_usage": True}
            self._stream(openai_wire.stream(reply, model, usage=usage), cut)
        else:
            self._send(200, openai_wire.completion(reply, model), cut=cut)

    def _send(
        self,
        status: int,
        body: bytes,
        content_type: str = _JSON,
        headers: Mapping[str, str] = MappingProxyType({}),
        cut: int | None = None,
    ) -> None:
        self._begin(status, content_type, {"Content-Length": str(len(body)), **headers})
        self.wfile.write(body[:cut])

    def _stream(self, events: Iterator[bytes], cut: int | None) -> None:
        self._begin(200, _EVENTS, {"Transfer-Encoding": "chunked"})
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(event), event) for event in events)
        self.wfile.write((chunks + b"0\r\n\r\n")[:cut])

    def _begin(self, status: int, content_type: str, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
