"""Deals over HTTP: opened, looked at as they are and were, changed by hand, carried as files."""

import json
from pathlib import Path
from typing import Any

import pytest

from plan.models import Plan
from tests.integration.api.http.service import LIST, MOVE, PLAN, UMA, Service
from tools.exchange.plan_file import read_plan

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"
FIELDS = {"id": "other", "name": "Acme", "account": "Acme Foods", "seller": "Us"}


@pytest.mark.parametrize(
    "case", sorted(GOLDEN.glob("*/deal.yaml")), ids=lambda path: path.parent.name
)
def test_a_golden_deal_is_opened_with_its_whole_plan(service: Service, case: Path) -> None:
    file = read_plan(case.read_text(encoding="utf-8"))
    document = json.loads(file.model_dump_json(exclude_none=True))
    opened = service.client.post("deals", json=document)
    assert opened.status_code == 201
    deal = file.deal.id
    assert opened.headers["Location"] == f"/api/v1/deals/{deal}"
    expected = file.to_plan().model_copy(update={"version": 1})
    assert Plan.model_validate(opened.json()) == expected
    assert service.client.get(f"deals/{deal}").json()["plan"] == opened.json()


def test_a_deal_is_opened_from_its_own_fields(service: Service) -> None:
    opened = service.client.post("deals", json={**FIELDS, "amount": 240000.0, "currency": "EUR"})
    assert opened.status_code == 201
    plan = opened.json()
    assert (plan["deal"]["amount"], plan["deal"]["stage"]) == ("240000", "discovery")
    assert plan["as_of"] == service.tandem.now().date().isoformat()
    (listed,) = service.client.get("deals").json()
    assert (listed["id"], listed["amount"], listed["pending"]) == ("other", "240000", 0)


def test_a_deal_begins_on_its_own_day(service: Service) -> None:
    far_east = {**FIELDS, "time_zone": "Pacific/Kiritimati"}
    far_west = {**FIELDS, "id": "west", "time_zone": "Pacific/Pago_Pago"}
    days = [
        service.client.post("deals", json=deal).json()["as_of"] for deal in (far_east, far_west)
    ]
    assert days[0] > days[1]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (PLAN, "a deal `acme` already"),
        ({}, "body.id: it is missing"),
        ({**FIELDS, "id": "Acme Foods"}, "body.id: string should match pattern"),
        ({**FIELDS, "stage": "won"}, "body.stage: input should be 'prospecting'"),
        ({**FIELDS, "close_date": 1770000000}, "body.close_date: it must be a date such as"),
        ({**FIELDS, "time_zone": "Mars/Base"}, "body.time_zone: it must be an IANA time zone"),
        ({**FIELDS, "name": "a\0b"}, "body.name: it must be text without NUL characters"),
        ({**FIELDS, "owners": 1}, "body.owners: there is no such field here"),
        ({"deal": FIELDS}, "body.as_of: it is missing"),
        ([], "body: input should be"),
        (
            {**PLAN, "plan": {"milestones": [{"id": "pilot"}]}},
            "body.plan.milestones.0.title: it is",
        ),
        ({**PLAN, "deal": FIELDS, "stakeholders": []}, "there is no person `ada-okafor`"),
    ],
)
def test_a_deal_that_cannot_be_is_told_why(still: Service, body: object, words: str) -> None:
    before = still.kept()
    refused = still.client.post("deals", json=body)
    assert refused.status_code == 422
    assert words in refused.json()["detail"]
    assert still.kept() == before


def test_a_plan_is_shown_as_it_stood_at_any_version(service: Service) -> None:
    proposal = service.propose(MOVE)["milestone"]
    service.approve(proposal)
    first = service.client.get("deals/acme?version=1").json()
    assert (first["plan"]["version"], first["plan"]["milestones"][0]["due"]) == (1, "2026-03-27")
    assert service.client.get("deals/acme?version=2").json()["plan"]["version"] == 2
    for version in ("0", "3", "-1", "9" * 30):
        missing = service.client.get(f"deals/acme?version={version}")
        assert missing.status_code == 404
        assert missing.json()["detail"] == "acme has versions 1 to 2."
    assert service.client.get("deals/acme?version=last").status_code == 422


def test_a_deal_shows_its_sources_risks_and_what_to_do(service: Service) -> None:
    service.propose(MOVE)
    shown = service.client.get("deals/acme").json()
    assert [one["status"] for one in shown["sources"]] == ["read"]
    assert "single_threaded" in {risk["kind"] for risk in shown["risks"]}
    assert shown["next_actions"]
    assert shown["next_actions"][0]["draft"]


def test_events_come_page_by_page_with_their_words(service: Service) -> None:
    for proposal in service.propose(MOVE, UMA).values():
        service.approve(proposal)
    first = service.client.get("deals/acme/events?limit=2").json()
    assert [one["seq"] for one in first["events"]] == [1, 2]
    assert first["next"] == 2
    rest = service.client.get(f"deals/acme/events?after={first['next']}&limit=2").json()
    assert [one["seq"] for one in rest["events"]] == [3]
    assert rest["next"] is None
    assert rest["events"][0]["words"][0]["speaker"] == "Ada Okafor"
    assert service.client.get("deals/acme/events?after=3").json() == {"events": [], "next": None}
    for query in ("after=-1", "limit=0", "limit=501", "after=99999999999999999999"):
        assert service.client.get(f"deals/acme/events?{query}").status_code == 422


def test_edits_by_hand_add_and_change(service: Service) -> None:
    service.open_deal()

    def edit(**body: object) -> dict[str, Any]:
        answer = service.client.post("deals/acme/edits", json=body)
        assert answer.status_code == 200, answer.text
        assert answer.json()["actor"] == "rep"
        plan: dict[str, Any] = service.client.get("deals/acme").json()["plan"]
        return plan

    action = {"title": "Send the form", "owner": "ada-okafor", "due": "2026-03-20"}
    for number in ("", "-2"):
        added = edit(op="add", entity="action", set=action)["actions"][-1]
        assert (added["id"], added["due"]) == (f"send-the-form{number}", "2026-03-20")
    named = edit(op="add", entity="milestone", id="kickoff", set={"title": "We begin"})
    assert named["milestones"][-1]["id"] == "kickoff"
    assert edit(entity="deal", set={"amount": "1.50"})["deal"]["amount"] == "1.5"
    assert edit(entity="plan", set={"objective": "Less waste"})["objective"] == "Less waste"
    assert (
        edit(entity="milestone", id="pilot", set={"owner": None})["milestones"][0]["owner"] is None
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"entity": "milestone", "set": {"due": "2026-05-01"}}, "`id` of the milestone"),
        ({"entity": "milestone", "id": "nothing", "set": {"due": "2026-05-01"}}, "no milestone"),
        ({"entity": "milestone", "id": "pilot", "set": {"due": "2020-05-01"}}, "before 2026-03-01"),
        ({"entity": "milestone", "id": "pilot", "set": {"depends_on": ["signature"]}}, "wait for"),
        ({"entity": "milestone", "id": "pilot", "set": {"owner": "bob"}}, "no person `bob`"),
        ({"entity": "milestone", "id": "pilot", "set": {"status": "late"}}, "one of planned"),
        ({"entity": "milestone", "id": "pilot", "set": {"titel": "x"}}, "no field `titel`"),
        ({"entity": "milestone", "id": "pilot", "set": {}}, "sets no field"),
        ({"entity": "milestone", "id": "pilot", "set": {"title": "Pilot"}}, "already says that"),
        ({"op": "add", "entity": "action", "set": {"due": "2026-05-01"}}, "needs title"),
        ({"op": "add", "entity": "action", "id": "pilot", "set": {"title": "x"}}, "choose another"),
        ({"op": "add", "entity": "deal", "set": {"name": "x"}}, "A deal has one deal"),
        ({"op": "delete", "entity": "milestone", "id": "pilot", "set": {}}, "'add' or 'update'"),
        ({"entity": "risk", "id": "r", "set": {}}, "body.entity"),
        ({"entity": "milestone", "id": "x" * 81, "set": {}}, "at most 80"),
        ({"entity": "milestone", "id": "pilot", "set": {"x" * 81: 1}}, "at most 80"),
        ({"entity": "milestone", "id": "pilot"}, "body.set: it is missing"),
    ],
)
def test_an_edit_against_the_rules_is_refused(
    still: Service, body: dict[str, object], words: str
) -> None:
    before = still.kept()
    refused = still.client.post("deals/acme/edits", json=body)
    assert refused.status_code == 422
    assert words in refused.json()["detail"]
    assert still.kept() == before


def test_what_is_of_no_deal_is_not_found(still: Service) -> None:
    edit = {"entity": "deal", "set": {"name": "x"}}
    for answer in (
        still.client.get("deals/nowhere"),
        still.client.get("deals/nowhere/events"),
        still.client.get("deals/nowhere/decisions"),
        still.client.get("deals/nowhere/export?as=yaml"),
        still.client.get("deals/nowhere/export?as=history"),
        still.client.post("deals/nowhere/edits", json=edit),
        still.client.post("deals/nowhere/undo"),
        still.client.get("proposals/nowhere.p1"),
        still.client.post("decisions/nowhere.d1/undo"),
    ):
        assert answer.status_code == 404
        assert answer.json()["type"] == "/api/v1/problems#not-found"
    for path in ("deals/No_Deal", "proposals/x", "sources/a.p1", "deals/a%00b"):
        assert still.client.get(path).status_code == 422


def test_a_history_comes_back_as_it_went(service: Service) -> None:
    proposals = service.propose(MOVE, UMA, LIST)
    service.approve(proposals["milestone"])
    went = service.client.get("deals/acme/export?as=history")
    assert went.headers["Content-Type"] == "application/jsonl"
    assert went.headers["Content-Disposition"] == 'attachment; filename="acme.jsonl"'
    there = service.as_key("there", workspace="there")
    file = {"file": ("acme.jsonl", went.content)}
    imported = there.post("deals/import?as=history", files=file)
    assert imported.status_code == 201
    assert imported.headers["Location"] == "/api/v1/deals/acme"
    assert imported.json()["version"] == 2
    assert there.get("deals/acme/export?as=history").content == went.content
    assert len(there.get("proposals").json()) == 2
    refused = there.post("deals/import?as=history", files=file)
    assert (refused.status_code, refused.json()["type"]) == (409, "/api/v1/problems#deal-exists")


def test_a_plan_comes_back_as_it_went(service: Service) -> None:
    service.open_deal()
    went = service.client.get("deals/acme/export")
    assert went.headers["Content-Type"].startswith("application/yaml")
    there = service.as_key("there", workspace="there")
    assert there.post("deals/import", files={"file": ("a.yaml", went.content)}).status_code == 201
    assert there.get("deals/acme/export").content == went.content


@pytest.mark.parametrize(
    ("form", "content", "words"),
    [
        ("yaml", b"", "begins with `deal:`"),
        ("yaml", b"deal: &a {x: *a}", "Anchors and aliases"),
        ("yaml", b"[" * 100_000, "too deep"),
        ("yaml", b"\xff\xfe", "not UTF-8"),
        ("yaml", b"deal: {id: acme}", "deal.name: field required"),
        ("history", b"", "names no deal"),
        ("history", b'{"row":"tandem","format":9,"deal":"acme"}', "format 9"),
        ("history", b'{"row":"tandem","format":1,"deal":"other"}\n{', "Line 2 is no JSON"),
        ("history", b"[" * 100_000, "Line 1 is no JSON"),
        ("history", b"\xff", "not UTF-8"),
    ],
)
def test_a_file_that_is_no_deal_is_refused(
    still: Service, form: str, content: bytes, words: str
) -> None:
    before = still.kept()
    refused = still.client.post(f"deals/import?as={form}", files={"file": ("acme", content)})
    assert refused.status_code == 422
    assert words in refused.json()["detail"]
    assert still.kept() == before
