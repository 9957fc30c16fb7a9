"""The door: who is let in, from where, and what may be changed for whom."""

from typing import Any

import pytest
from starlette.websockets import WebSocketDisconnect

from api.http.app import create_app
from tests.integration.api.http.documented import DocumentedClient
from tests.integration.api.http.service import CALL, MOVE, PLAN, Service

FOREIGN_HOSTS = (
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.",
    "127.0.0.1:8080:80",
    "127.0.0.1:a",
    "[::1",
    "[::2]:8080",
    "",
    "localhost@evil.example",
)


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
@pytest.mark.parametrize("path", ["deals", "health", "nowhere", "openapi.json"])
def test_a_foreign_host_is_refused_everywhere(still: Service, host: str, path: str) -> None:
    refused = still.client.get(path, headers={"Host": host})
    assert refused.status_code == 400
    assert "host name" in refused.json()["detail"]


@pytest.mark.parametrize("host", ["127.0.0.1", "LOCALHOST:8080", "[::1]:9", "[::1]"])
def test_this_machine_is_answered_by_all_its_names(still: Service, host: str) -> None:
    assert still.client.get("deals", headers={"Host": host}).status_code == 200


def test_two_host_headers_are_refused(still: Service) -> None:
    hosts = [("Host", "127.0.0.1"), ("Host", "evil.example")]
    assert still.client.get("deals", headers=hosts).status_code == 400


FOREIGN_PAGES = (
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "http://127.0.0.1:3000"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://localhost:8080"},
    {"Origin": "ftp://127.0.0.1:8080"},
    {"Origin": "127.0.0.1:8080"},
    {"Origin": "http://127.0.0.1:8080.evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "http://127.0.0.1:8080", "Sec-Fetch-Site": "cross-site"},
)


def writes(service: Service) -> list[dict[str, Any]]:
    """An upload, an approval and a few others, each of which would work."""
    (proposal,) = service.client.get("proposals").json()
    approval = {"verdict": "approve", "hash": proposal["hash"]}
    edit = {"entity": "deal", "set": {"name": "Mine"}}
    return [
        {
            "url": "deals/acme/sources",
            "files": {"file": ("a.vtt", CALL + b"\n")},
            "data": {"date": "2026-03-09"},
        },
        {"url": f"proposals/{proposal['id']}/decision", "json": approval},
        {"url": "decisions", "json": [{**approval, "proposal": proposal["id"]}]},
        {"url": "deals/acme/edits", "json": edit},
        {"url": "deals/acme/undo"},
        {"url": "nowhere"},
    ]


@pytest.mark.parametrize("headers", FOREIGN_PAGES)
def test_nothing_is_changed_for_a_foreign_page(still: Service, headers: dict[str, str]) -> None:
    before = still.kept()
    for write in writes(still):
        refused = still.client.request("POST", headers=headers, **write)
        assert refused.status_code == 403, write
        assert "another site" in refused.json()["detail"]
    assert still.kept() == before


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.nip.example:8080"])
def test_nothing_is_changed_under_a_foreign_host(still: Service, host: str) -> None:
    before = still.kept()
    for write in writes(still):
        headers = {"Host": host, "Origin": f"http://{host}"}
        refused = still.client.request("POST", headers=headers, **write)
        assert refused.status_code == 400, write
    assert still.kept() == before


def test_what_a_foreign_page_may_not_do_works_otherwise(service: Service) -> None:
    service.propose(MOVE)
    statuses = [service.client.request("POST", **one).status_code for one in writes(service)]
    assert statuses == [202, 200, 200, 200, 200, 404]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://127.0.0.1:8080", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "HTTP://LOCALHOST:8080", "Host": "localhost:8080"},
        {"Origin": "https://localhost", "Host": "localhost"},
        {"Origin": "http://localhost", "Host": "localhost:80"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_an_own_page_may_write(service: Service, headers: dict[str, str]) -> None:
    assert service.client.post("deals", json=PLAN, headers=headers).status_code == 201


def test_other_pages_may_not_even_ask(still: Service) -> None:
    asked = {"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
    answer = still.client.options("deals", headers=asked)
    assert answer.status_code == 405
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_there_is_nothing_to_talk_to_by_web_socket(still: Service) -> None:
    with (
        pytest.raises(WebSocketDisconnect) as closed,
        still.client.websocket_connect("ws://127.0.0.1:8080/api/v1/deals"),
    ):
        pass
    assert closed.value.code == 1008


def test_beyond_loopback_nobody_is_let_in_without_a_key(still: Service) -> None:
    outside = still.beyond_loopback()
    for path in ("deals", "problems", "nowhere", "openapi.json"):
        refused = outside.get(path)
        assert refused.status_code == 401
        assert refused.headers["WWW-Authenticate"] == 'Bearer realm="tandem"'
        assert "tandem key new" in refused.json()["detail"]
    assert outside.post("deals", json=PLAN).status_code == 401
    assert outside.get("health").json() == {"status": "ok"}


def test_beyond_loopback_this_machine_needs_a_key_as_well(still: Service) -> None:
    here = DocumentedClient(create_app(still.tandem, loopback=False), address=("127.0.0.1", 5))
    assert here.get("deals").status_code == 401


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (("192.0.2.7", 5), {}),
        (("testclient", 5), {}),
        (("127.0.0.1", 5), {"Host": "tandem.example"}),
        (("127.0.0.1", 5), {"X-Forwarded-For": "192.0.2.7"}),
        (("127.0.0.1", 5), {"Forwarded": "for=192.0.2.7"}),
    ],
)
def test_on_loopback_only_this_machine_itself_needs_no_key(
    still: Service, address: tuple[str, int], headers: dict[str, str]
) -> None:
    client = DocumentedClient(still.app, address=address)
    assert client.get("deals", headers=headers).status_code == 401


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1"])
def test_this_machine_needs_no_key_on_loopback(still: Service, address: str) -> None:
    assert DocumentedClient(still.app, address=(address, 5)).get("deals").status_code == 200


def test_a_key_acts_as_its_user_in_its_own_workspace(service: Service) -> None:
    service.open_deal()
    other = service.as_key("zapier", workspace="other")
    assert other.get("deals").json() == []
    assert other.get("deals/acme").status_code == 404
    assert other.post("deals/acme/undo").status_code == 404
    assert other.post("deals", json=PLAN).status_code == 201
    assert other.get("deals/acme/decisions").json()[0]["actor"] == "key:zapier"
    own = service.beyond_loopback(service.key("hubspot"))
    assert own.get("deals/acme/decisions").json()[0]["actor"] == "rep"


def test_neither_user_nor_workspace_is_taken_from_what_is_sent(service: Service) -> None:
    claims = {"actor": "boss", "user": "boss", "workspace": "other"}
    assert service.client.post("deals", json={**PLAN, **claims}).status_code == 422
    service.open_deal()
    answer = service.client.get("deals", params=claims, headers={"X-User": "boss"})
    assert [deal["id"] for deal in answer.json()] == ["acme"]


@pytest.mark.parametrize(
    "given",
    [
        "Bearer tandem_wrong",
        "bearer tandem_",
        "Bearer",
        "Bearer ",
        "Basic cmVwOnJlcA==",
        "Bearer sk-1234567890",
        "tandem_wrong",
        "Bearer tandem_\u00e9",
        "",
    ],
)
def test_a_wrong_key_is_refused_also_on_loopback(still: Service, given: str) -> None:
    refused = still.client.get("deals", headers={b"Authorization": given.encode("latin-1")})
    assert refused.status_code == 401
    assert 'error="invalid_token"' in refused.headers["WWW-Authenticate"]
    secret = given.partition(" ")[2]
    assert not secret or secret not in refused.text


def test_a_revoked_key_lets_nobody_in(service: Service) -> None:
    client = service.as_key("zapier")
    assert client.get("deals").status_code == 200
    with service.tandem.store.write("default") as unit:
        unit.access.revoke("zapier", service.tandem.now())
    assert client.get("deals").status_code == 401


def test_two_keys_at_once_are_refused(service: Service) -> None:
    keys = [("Authorization", f"Bearer {service.key(name)}") for name in ("one", "two")]
    assert service.client.get("deals", headers=keys).status_code == 401


def test_a_key_may_do_what_its_scopes_say(service: Service) -> None:
    service.open_deal()
    reader, writer = service.as_key("reader", "read"), service.as_key("writer", "write")
    assert reader.get("deals").status_code == 200
    refused = reader.post("deals/acme/undo")
    assert refused.status_code == 403
    assert 'error="insufficient_scope", scope="write"' in refused.headers["WWW-Authenticate"]
    assert writer.get("deals").status_code == 403
    edit = {"entity": "deal", "set": {"name": "Ours"}}
    assert writer.post("deals/acme/edits", json=edit).status_code == 200
