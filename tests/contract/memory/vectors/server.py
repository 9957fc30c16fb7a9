"""A Chroma server of our own, as `chroma run` starts it."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

CHROMA = Path(sys.executable).with_name("chroma")
PATIENCE = 60
STARTS = 3


class NotStartedError(Exception):
    """The server ended before it answered; another port may help."""


@contextmanager
def chroma_server(folder: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A server over a folder on a free port: its address and its process."""
    for _ in range(STARTS):
        port = _free_port()
        process = _start(folder, port)
        try:
            url = f"http://127.0.0.1:{port}"
            try:
                _wait(url, process)
            except NotStartedError:
                continue
            yield url, process
            return
        finally:
            process.kill()
            process.wait()
    raise NotStartedError(f"`chroma run` ended at once, {STARTS} times.")


def _start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    where = ["--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    return subprocess.Popen(  # noqa: S603 -- the installed program, on our own folder
        [CHROMA, "run", *where], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx.get(f"{url}/api/v2/heartbeat").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise NotStartedError(f"`chroma run` did not answer at {url}.")
