"""A Chroma server: that it is one, that it goes away, and who else uses it."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from memory.vectors import UnreachableError
from memory.vectors.chroma import ChromaVectors
from tests.contract.memory.samples import DEAL
from tests.contract.memory.vectors.server import chroma_server
from tests.contract.memory.vectors.words import fan, ids, said

NORTH = "north"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "127.0.0.1:8000",
        "ftp://127.0.0.1",
        "http://",
        "http://127.0.0.1:8000/chroma",
        "http://kim@127.0.0.1:8000",
        "http://127.0.0.1:8000?a=b",
        "http://127.0.0.1:port",
        "http://127.0.0.1:99999",
    ],
)
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(ValueError, match="not the address of a Chroma server"):
        ChromaVectors.server(url)


def test_where_nobody_answers() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(UnreachableError, match=f"No Chroma server answers at {url}"):
            ChromaVectors.server(url)


class Gateway(BaseHTTPRequestHandler):
    """Is no Chroma server, and says what it was shown."""

    def do_GET(self) -> None:
        self.send_response(401 if self.headers["Authorization"] == "Bearer ours" else 403)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def gateway() -> Iterator[str]:
    """The address of something that is no Chroma server."""
    with HTTPServer(("127.0.0.1", 0), Gateway) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(("token", "answer"), [("ours", 401), ("another", 403), (None, 403)])
def test_where_something_else_answers(token: str | None, answer: int) -> None:
    said_so = rf"is no Chroma server.*HTTP {answer}"
    with gateway() as url, pytest.raises(UnreachableError, match=said_so):
        ChromaVectors.server(url, token)


def test_a_server_that_goes_away(tmp_path: Path) -> None:
    with chroma_server(tmp_path) as (url, process), closing(ChromaVectors.server(url)) as index:
        index.put(NORTH, DEAL, said(1, 2), fan(0, 10))
        process.kill()
        process.wait()
        with pytest.raises(UnreachableError, match="does not answer"):
            index.nearest(NORTH, DEAL, fan(0)[0], 3)
        with pytest.raises(UnreachableError, match="does not answer"):
            index.put(NORTH, DEAL, said(2, 2), fan(0, 10))


def test_two_processes_see_the_same(chroma_url: str) -> None:
    with (
        closing(ChromaVectors.server(chroma_url)) as one,
        closing(ChromaVectors.server(f"{chroma_url}/")) as other,
    ):
        one.drop(NORTH, DEAL)
        one.put(NORTH, DEAL, said(1, 2), fan(0, 10))
        one.mark(NORTH, DEAL, 3)
        assert other.stamp(NORTH, DEAL) == 3
        assert other.held(NORTH, DEAL) == ids(said(1, 2))
        other.drop(NORTH, DEAL)
        assert one.held(NORTH, DEAL) == frozenset()
        one.put(NORTH, DEAL, said(1, 1), fan(0))
        assert other.held(NORTH, DEAL) == ids(said(1, 1))
