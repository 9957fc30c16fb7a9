"""Opens Chroma: in this process on a folder, or on a server.

What is opened is the component behind Chroma's own clients, for they cannot be told to wait for a
server only so long, nor to close their connections, nor how many collections to keep open.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from chromadb.api import ServerAPI
from chromadb.api.fastapi import FastAPI
from chromadb.api.rust import RustBindingsAPI
from chromadb.config import Settings, System
from chromadb.errors import ChromaError

from memory.vectors.chroma.leftovers import empty, sweep
from memory.vectors.chroma.lock import FolderLock
from memory.vectors.errors import UnreachableError, VectorsError

MOST_OPEN = 64
"""Collections that embedded Chroma keeps open, each with four files and 2.6 MB or more (6.9 MB of
2,000 vectors). Else it keeps one for every five files that the process may open, which may be
thousands; and fewer than 64 it cannot keep, for its cache has that many shards."""

_PATIENCE = httpx.Timeout(60, connect=5)
"""Seconds to wait for a server."""

_PORTS = {"http": 8000, "https": 443}


@dataclass(frozen=True, slots=True)
class Opened:
    """Chroma, open.

    Attributes:
        name: `chroma` or `chroma-server`.
        place: The folder or address, for messages.
        api: What collections are made of and asked through.
        writing: The context in which vectors are put or deleted, by one thread at a time.
        tidy: Removes what deleted collections left behind.
        close: Lets go of it; to be called once.
    """

    name: str
    place: str
    api: ServerAPI
    writing: Callable[[], AbstractContextManager[None]]
    tidy: Callable[[], None]
    close: Callable[[], None]


def embedded(folder: Path) -> Opened:
    """Chroma in this process, which owns the folder until it is closed.

    Raises:
        OwnedElsewhereError: The folder is owned already, by this process or another.
        VectorsError: What is in the folder cannot be opened.
    """
    with ExitStack() as opened:
        lock = FolderLock(folder)
        opened.callback(lock.release)
        if lock.torn:
            with lock.writing():
                empty(folder)
        settings = Settings(
            _env_file=None,
            anonymized_telemetry=False,
            is_persistent=True,
            persist_directory=str(folder),
        )
        system = System(settings)
        api = system.instance(RustBindingsAPI)
        api.hnsw_cache_size = MOST_OPEN
        _start(system, folder)
        opened.callback(system.stop)
        sweep(folder)
        return Opened(
            name="chroma",
            place=str(folder),
            api=api,
            writing=lock.writing,
            tidy=lambda: sweep(folder),
            close=opened.pop_all().close,
        )


def _start(system: System, folder: Path) -> None:
    try:
        system.start()
    except ChromaError as error:
        raise VectorsError(
            f"The search index in {folder} cannot be opened ({error}). It holds nothing that is "
            "not in the database: delete that folder and run `tandem reindex`."
        ) from error


def server(url: str, token: str | None = None) -> Opened:
    """Chroma on a server, which `chroma run` starts.

    Raises:
        ValueError: The address is none of a server.
        UnreachableError: There is no Chroma at that address.
    """
    scheme, host, port = _address(url)
    place = f"{scheme}://{host}:{port}"
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    _require_chroma(place, headers)
    settings = Settings(
        _env_file=None,
        anonymized_telemetry=False,
        chroma_server_host=host,
        chroma_server_http_port=port,
        chroma_server_ssl_enabled=scheme == "https",
        chroma_server_headers=headers,
    )
    system = System(settings)
    api = system.instance(FastAPI)
    session = api._session  # noqa: SLF001  # nothing else bounds its waiting, or closes it
    session.timeout = _PATIENCE
    system.start()
    return Opened(
        name="chroma-server",
        place=place,
        api=api,
        writing=nullcontext,
        tidy=lambda: None,
        close=session.close,
    )


def _address(url: str) -> tuple[str, str, int]:
    wrong = ValueError(
        f"{url!r} is not the address of a Chroma server; it must be like http://127.0.0.1:8000."
    )
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        raise wrong from None
    more = parts.path.strip("/") or parts.query or parts.fragment or parts.username
    if parts.scheme not in _PORTS or port is None or not parts.hostname or more:
        raise wrong
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return parts.scheme, host, port


def _require_chroma(place: str, headers: dict[str, str]) -> None:
    try:
        answer = httpx.get(f"{place}/api/v2/heartbeat", headers=headers, timeout=_PATIENCE)
    except httpx.HTTPError as error:
        raise UnreachableError(
            f"No Chroma server answers at {place} ({error}). Start it with `chroma run`, or "
            "correct its address."
        ) from error
    if "nanosecond heartbeat" not in answer.text:
        raise UnreachableError(
            f"What answers at {place} is no Chroma server, or lets nobody in without its token "
            f"(HTTP {answer.status_code}). Correct the address or the token."
        )
