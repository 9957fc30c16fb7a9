"""Calls and mail sent over HTTP: kept and queued once, or refused with nothing kept."""

import asyncio
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from starlette.types import Message

from agent.ports import Drafts
from api.http.bodies import UPLOAD_BYTES
from tests.integration.api.http.service import CALL, MOVE, Service

MEGABYTE = 1024 * 1024
TO = b"To: b@b.example\r\nDate: Mon, 9 Mar 2026 09:00:00 +0000\r\n\r\nHello\r\n"


def test_a_call_is_kept_and_queued_and_can_be_looked_at(service: Service) -> None:
    service.open_deal()
    added = service.add()
    assert added.status_code == 202
    assert added.headers["Location"] == "/api/v1/sources/acme.s1"
    assert (added.json()["id"], added.json()["status"]) == ("acme.s1", "queued")
    assert added.json()["added_by"] == "rep"
    assert service.jobs.asked == [("acme.s1", 1)]
    shown = service.client.get(f"http://127.0.0.1:8080{added.headers['Location']}").json()
    assert [turn["speaker"] for turn in shown["turns"]] == ["Ada Okafor", "Sam Lee", "Ada Okafor"]
    listed = service.client.get("deals/acme/sources").json()
    assert listed == [added.json()]
    assert service.client.get("deals/acme").json()["sources"] == listed


def test_the_same_file_again_is_the_same_source_and_is_not_read_again(service: Service) -> None:
    service.open_deal()
    first, again = service.add(), service.add()
    assert (first.status_code, again.status_code) == (202, 200)
    assert again.json() == first.json()
    assert again.headers["Location"] == first.headers["Location"]
    assert service.jobs.asked == [("acme.s1", 1)]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/call.vtt", "call.vtt"),
        ("C:\\calls\\call.vtt", "call.vtt"),
        ("x" * 300, "x" * 200),
        ("a\u200bb", "ab"),
    ],
)
def test_a_file_name_is_kept_without_folders_and_within_bounds(
    service: Service, sent: str, kept: str
) -> None:
    service.open_deal()
    added = service.client.post(
        "deals/acme/sources", files={"file": (sent, CALL)}, data={"date": "2026-03-09"}
    )
    assert added.json()["filename"] == kept


def test_a_source_is_read_again_only_when_it_is_not_under_way(service: Service) -> None:
    service.open_deal()
    source = service.add().json()["id"]
    refused = service.client.post(f"sources/{source}/readings")
    assert refused.status_code == 422
    assert "queued" in refused.json()["detail"]
    service.read({source: Drafts(edits=(MOVE,))})
    again = service.client.post(f"sources/{source}/readings")
    assert (again.status_code, again.json()["reading"]) == (202, 2)
    assert again.headers["Location"] == f"/api/v1/sources/{source}"
    assert service.jobs.asked == [(source, 1), (source, 2)]


def test_what_is_not_there_is_not_found(service: Service) -> None:
    service.open_deal()
    file = {"file": ("call.vtt", CALL)}
    for answer in (
        service.client.get("sources/acme.s1"),
        service.client.post("sources/acme.s1/readings"),
        service.client.get("deals/nowhere/sources"),
        service.client.post("deals/nowhere/sources", files=file, data={"date": "2026-03-09"}),
    ):
        assert answer.status_code == 404
        assert "in this workspace" in answer.json()["detail"]


def archive() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("call.vtt", CALL)
    return content.getvalue()


def nested_parts() -> bytes:
    parts = (
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n".encode()
        for n in range(2000)
    )
    return b"From: Ann <ann@a.example>\r\nTo: b@b.example\r\n" + b"".join(parts)


BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty file": (lambda: b"", "empty"),
    "binary": (lambda: bytes(range(256)) * 40, "Accepted are"),
    "beyond 10 MB": (lambda: b"x" * (10 * MEGABYTE + 1), "at most 10 MB"),
    "11 MB": (lambda: b"x" * (11 * MEGABYTE), "at most"),
    "truncated VTT": (lambda: CALL[:-60], ""),
    "70 KB of quotes in From": (
        lambda: b"From: " + b'"' * 70_000 + b" <a@a.example>\r\n" + TO,
        "64 KB",
    ),
    "2,000 nested parts": (nested_parts, ""),
    "wrong character set": (lambda: CALL.decode().encode("utf-16-le"), "Accepted are"),
    "zip renamed .vtt": (archive, "zip archive"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_input_is_refused_with_what_is_wrong_and_nothing_is_kept(
    still: Service, kind: str
) -> None:
    make, words = BROKEN[kind]
    before = still.kept()
    refused = still.add(make())
    assert refused.status_code in {413, 422}
    assert words in refused.json()["detail"]
    assert len(refused.json()["detail"]) < 500
    assert still.kept() == before


def test_a_transcript_that_nobody_dates_is_refused_naming_the_form_field(still: Service) -> None:
    before = still.kept()
    refused = still.client.post("deals/acme/sources", files={"file": ("call.vtt", CALL + b"\n")})
    assert refused.status_code == 422
    assert refused.json()["type"] == "/api/v1/problems#undated"
    assert "form field `date`" in refused.json()["detail"]
    assert still.kept() == before


@pytest.mark.parametrize(
    ("request_", "status", "words"),
    [
        ({"data": {"date": "2026-03-09"}}, 415, "multipart/form-data"),
        ({"files": {"other": ("call.vtt", CALL)}}, 422, "body.file: it is missing"),
        ({"files": {"file": (None, CALL)}}, 422, "body.file: it must be a file that has a name"),
        (
            {"files": {"file": ("a", CALL)}, "data": {"date": "9 March"}},
            422,
            "body.date: it must be a date such as 2026-03-20",
        ),
        ({"files": [("file", ("a", CALL)), ("file", ("b", CALL))]}, 400, "Too many files"),
        (
            {"content": b"--", "headers": {"Content-Type": "multipart/form-data"}},
            400,
            "Missing boundary",
        ),
        (
            {"content": CALL, "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
            400,
            "Invalid multipart data",
        ),
    ],
)
def test_an_upload_that_is_none_is_told_what_it_lacks(
    still: Service, request_: dict[str, Any], status: int, words: str
) -> None:
    refused = still.client.post("deals/acme/sources", **request_)
    assert refused.status_code == status
    assert words in refused.json()["detail"]


def test_what_is_announced_as_too_large_is_refused_before_it_is_taken(still: Service) -> None:
    taken, status = send_endlessly(still, {"content-length": str(UPLOAD_BYTES + 1)})
    assert (taken, status) == (0, 413)


def test_an_endless_upload_is_cut_off_at_the_limit(still: Service) -> None:
    taken, status = send_endlessly(still, {"transfer-encoding": "chunked"})
    assert status == 413
    assert UPLOAD_BYTES < taken <= UPLOAD_BYTES + MEGABYTE


def send_endlessly(service: Service, headers: dict[str, str]) -> tuple[int, int]:
    """Send an upload that never ends; gives how many bytes of it were taken, and the answer."""
    first = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    taken, status = 0, 0

    async def receive() -> Message:
        nonlocal taken
        chunk = first if taken == 0 else b"x" * MEGABYTE
        taken += len(chunk)
        return {"type": "http.request", "body": chunk, "more_body": True}

    async def send(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)

    sent = {
        "host": "127.0.0.1:8080",
        "content-type": "multipart/form-data; boundary=x",
        **headers,
    }
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/api/v1/deals/acme/sources",
        "query_string": b"",
        "scheme": "http",
        "client": ("127.0.0.1", 50000),
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
    }
    asyncio.run(service.app(scope, receive, send))
    return taken, status
