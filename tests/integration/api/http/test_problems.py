"""Every error is a problem that says what would do; faults tell nothing but where to look."""

import asyncio
import logging
from typing import NoReturn

import pytest
from httpx2 import Response
from starlette.types import Message, Receive, Scope, Send

from api.http.bodies import JSON_BYTES, JSON_VALUES
from api.http.outermost import Outermost
from memory.errors import NotUpgradedError
from memory.records import SourceRecord
from tests.integration.api.http.service import PLAN, Service

UNSEEN = "tandem_what-nobody-may-see"


def test_an_unknown_address_is_a_problem(still: Service) -> None:
    for url in ("nowhere", "http://127.0.0.1:8080/", "deals/", "http://127.0.0.1:8080/docs"):
        missing = still.client.get(url)
        assert missing.status_code == 404
        assert missing.json()["type"] == "about:blank"
        assert "/api/v1/openapi.json" in missing.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "deals", "GET, POST"),
        ("DELETE", "deals/acme", "GET"),
        ("GET", "decisions", "POST"),
        ("HEAD", "deals", "GET, POST"),
        ("POST", "deals/acme/events", "GET"),
    ],
)
def test_another_method_is_told_which_there_are(
    still: Service, method: str, path: str, allowed: str
) -> None:
    refused = still.client.request(method, path)
    assert (refused.status_code, refused.headers["Allow"]) == (405, allowed)


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[" * 300 + b"]" * 300,
        b"[" * 400_000,
        b'{"id": NaN}',
        b'{"id": "\\ud800"}',
        b'{"id": "\xff"}',
        b'{"id": ' + b"1" * 5000 + b"}",
        b"\xef\xbb\xbf{}",
        b"{} {}",
    ],
)
def test_a_body_that_is_no_json_is_told_where(still: Service, body: bytes) -> None:
    refused = send(still, body)
    assert refused.status_code == 400
    assert refused.json()["detail"].startswith("The body is no JSON: ")
    assert "line 1 column" in refused.json()["detail"]


@pytest.mark.parametrize("media", ["", "text/plain", "application/xml", "multipart/form-data"])
def test_a_body_of_another_kind_is_told_which(still: Service, media: str) -> None:
    refused = send(still, b"{}", media)
    assert refused.status_code == 415
    assert "application/json" in refused.json()["detail"]


def test_json_says_its_character_set_if_it_likes(still: Service) -> None:
    assert send(still, b"{}", "application/json; charset=utf-8").status_code == 422
    assert send(still, b"").json()["detail"] == "body: it is missing."


@pytest.mark.parametrize(
    "body",
    [
        b'{"id": "' + b"x" * JSON_BYTES + b'"}',
        b"[" + b"1," * JSON_VALUES + b"1]",
        b'{"plan": {"milestones": [' + b"{}," * JSON_VALUES + b"{}]}}",
        b"{" + b",".join(b'"%d":1' % n for n in range(JSON_VALUES + 1)) + b"}",
    ],
)
def test_a_body_that_is_too_much_is_refused(still: Service, body: bytes) -> None:
    assert send(still, body).status_code == 413


def test_a_large_body_within_the_limits_is_taken(service: Service) -> None:
    deal = {"id": "acme", "name": "Acme", "account": "Acme", "seller": "Us"}
    items = [{"id": f"a{n}", "title": "x" * 300} for n in range(1000)]
    body = {"deal": deal, "as_of": "2026-03-01", "plan": {"actions": items}}
    assert service.client.post("deals", json=body).status_code == 201


def send(service: Service, body: bytes, media: str = "application/json") -> Response:
    return service.client.post("deals", content=body, headers={"Content-Type": media})


def test_what_was_sent_is_never_repeated(still: Service, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="api")
    for body in (
        {"id": UNSEEN, "name": {"a": UNSEEN}, "account": 1, "close_date": UNSEEN},
        {"deal": UNSEEN, "as_of": UNSEEN},
        [UNSEEN],
    ):
        assert UNSEEN not in still.client.post("deals", json=body).text
    for verdict in ({"verdict": UNSEEN}, {"verdict": "approve", "hash": UNSEEN}):
        answer = still.client.post("proposals/acme.p1/decision", json=verdict)
        assert (answer.status_code, UNSEEN in answer.text) == (422, False)
    assert not caplog.records


def test_many_wrong_fields_are_told_in_part(still: Service) -> None:
    body = {f"field{n}" + "x" * 1000: n for n in range(1000)}
    problem = still.client.post("deals", json=body).json()
    assert len(problem["errors"]) == 20
    assert problem["detail"].endswith("And 984 more.")
    assert len(problem["detail"]) < 4000


class BrokenStore:
    """A store that fails with words nobody should see."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def read(self, workspace: str) -> NoReturn:
        raise self.error from ValueError(f"{workspace}: {UNSEEN}")


@pytest.mark.parametrize("error", [RuntimeError(UNSEEN), NotUpgradedError(UNSEEN)])
def test_a_fault_is_logged_with_where_it_happened_and_nothing_more_is_told(
    still: Service, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    store = still.tandem.store
    still.tandem.__dict__["store"] = BrokenStore(error)
    failed = still.client.get("deals")
    still.tandem.__dict__["store"] = store
    assert failed.status_code == 500
    problem, number = failed.json(), failed.headers["X-Request-Id"]
    assert problem["request"] == number
    assert number in problem["detail"]
    assert type(error).__name__ not in failed.text
    (record,) = caplog.records
    logged = record.getMessage()
    for words in (
        number,
        "GET '/api/v1/deals'",
        f"{type(error).__name__}, raised",
        "builtins.ValueError, raised",
        __file__,
    ):
        assert words in logged
    assert UNSEEN not in logged + failed.text
    assert record.exc_info is None


def test_a_fault_in_the_middle_of_an_answer_ends_it(caplog: pytest.LogCaptureFixture) -> None:
    sent: list[Message] = []

    async def half_an_answer(scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError(UNSEEN)

    async def nothing() -> Message:
        return {"type": "http.disconnect"}

    async def keep(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/"}
    with pytest.raises(RuntimeError):
        asyncio.run(Outermost(half_an_answer)(scope, nothing, keep))
    assert [message["type"] for message in sent] == ["http.response.start"]
    assert len(caplog.records) == 1


def test_every_request_has_a_number_of_its_own(still: Service) -> None:
    numbers = {still.client.get(path).headers["X-Request-Id"] for path in ("deals", "nowhere")}
    assert len(numbers) == 2


def test_nothing_is_kept_where_the_job_cannot_be_queued(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def enqueue(unit: object, source: SourceRecord) -> NoReturn:
        raise RuntimeError(f"{unit} {source}")

    service.open_deal()
    monkeypatch.setattr(service.jobs, "enqueue", enqueue)
    assert service.add().status_code == 500
    assert service.client.get("deals/acme/sources").json() == []


def test_the_kinds_of_problems_are_listed(service: Service) -> None:
    kinds = {kind["type"]: kind for kind in service.client.get("problems").json()}
    needs = kinds["/api/v1/problems#needs"]
    assert needs["status"] == 409
    assert needs["title"].startswith("The proposal refers to additions that still wait")
    service.open_deal()
    for answer in (
        service.client.get("deals/nowhere"),
        service.client.post("deals", json=PLAN),
        service.client.post("deals/acme/undo"),
        service.add(b""),
        service.client.post("deals/import", files={"file": ("a", b"[")}),
    ):
        problem = answer.json()
        kind = kinds[problem["type"]]
        assert (problem["title"], problem["status"]) == (kind["title"], kind["status"])
