"""Deciding over HTTP: what was looked at, once, with both values shown where that changed."""

import threading
from typing import Any

import pytest
from httpx2 import Response

from tests.integration.api.http.service import LIST, MOVE, UMA, Service


def test_an_approval_changes_the_plan_and_its_event_shows_the_words(service: Service) -> None:
    proposal = service.propose(MOVE)["milestone"]
    assert proposal["changes"] == [{"field": "due", "old": "2026-03-27", "new": "2026-04-02"}]
    assert proposal["evidence"][0]["person"] == "ada-okafor"
    decision = service.approve(proposal)
    assert (decision.status_code, decision.json()["actor"]) == (200, "rep")
    assert service.due() == "2026-04-02"
    event = service.client.get("deals/acme/events?after=1").json()["events"][0]
    assert event["cause"] == decision.json()["id"]
    assert event["words"][0]["quote"] == "until the second of April"


def test_the_same_decision_again_is_the_same_answer_and_another_is_refused(
    service: Service,
) -> None:
    proposal = service.propose(MOVE)["milestone"]
    first = service.approve(proposal)
    again = service.approve(proposal)
    assert (again.status_code, again.json()) == (200, first.json())
    otherwise = service.approve(proposal, changes={"due": "2026-04-20"})
    assert otherwise.status_code == 409
    assert otherwise.json()["type"] == "/api/v1/problems#already-decided"
    assert service.version() == 2


def test_an_edited_approval_keeps_what_was_proposed_and_what_was_decided(service: Service) -> None:
    proposal = service.propose(MOVE)["milestone"]
    decision = service.approve(proposal, changes={"due": "2026-04-07"}).json()
    assert decision["proposed"] == {"due": "2026-04-02"}
    assert decision["decided"] == {"due": "2026-04-07"}


def test_a_proposal_that_changed_shows_both_values_and_is_approved_by_its_new_hash(
    service: Service,
) -> None:
    proposal = service.propose(MOVE)["milestone"]
    edit = {"entity": "milestone", "id": "pilot", "set": {"due": "2026-05-05"}}
    assert service.client.post("deals/acme/edits", json=edit).status_code == 200
    refused = service.approve(proposal)
    assert refused.status_code == 409
    problem = refused.json()
    assert problem["type"] == "/api/v1/problems#changed"
    now = problem["proposal"]
    assert now["status"] == "stale"
    assert now["changes"] == [{"field": "due", "old": "2026-05-05", "new": "2026-04-02"}]
    assert now["hash"] != proposal["hash"]
    assert service.due() == "2026-05-05"
    assert service.approve(now).status_code == 200
    assert service.due() == "2026-04-02"


@pytest.mark.parametrize("first", ["stakeholder", "action"])
def test_a_new_person_and_what_they_own_are_approved_in_either_order(
    service: Service, first: str
) -> None:
    proposals = service.propose(UMA, LIST)
    person, action = proposals["stakeholder"], proposals["action"]
    if first == "stakeholder":
        assert service.approve(person).status_code == 200
    else:
        refused = service.approve(action)
        assert refused.status_code == 409
        assert refused.json()["needs"] == [person["id"]]
        assert service.version() == 1
    assert service.approve(action, with_needs=True).status_code == 200
    plan = service.client.get("deals/acme").json()["plan"]
    assert plan["actions"][-1]["owner"] == "uma-berg"
    assert service.client.get("proposals?deal=acme").json() == []


def test_a_rejection_needs_a_reason_and_keeps_it(service: Service) -> None:
    proposal = service.propose(MOVE)["milestone"]
    address = f"proposals/{proposal['id']}/decision"
    body = {"verdict": "reject", "hash": proposal["hash"]}
    refused = service.client.post(address, json=body)
    assert refused.status_code == 422
    assert refused.json()["errors"] == [{"field": "body.reason", "message": "it is missing"}]
    decided = service.client.post(address, json={**body, "reason": "another project"})
    assert decided.json()["reason"] == "another project"
    assert service.client.get(f"proposals/{proposal['id']}").json()["status"] == "rejected"


def test_an_approval_that_breaks_a_rule_changes_nothing(service: Service) -> None:
    proposal = service.propose(MOVE)["milestone"]
    refused = service.approve(proposal, changes={"due": "2020-01-01"})
    assert refused.status_code == 422
    assert "the day this plan begins" in refused.json()["detail"]
    assert service.client.get(f"proposals/{proposal['id']}").json()["status"] == "pending"


def test_of_two_approvals_at_once_one_wins_and_the_other_is_told(service: Service) -> None:
    answers = at_once(service, service.propose(MOVE)["milestone"], "ann", "bob")
    assert sorted(one.status_code for one in answers) == [200, 409]
    (told,) = [one.json() for one in answers if one.status_code == 409]
    assert told["type"] == "/api/v1/problems#already-decided"
    assert service.version() == 2


def test_two_approvals_at_once_by_one_user_are_one_decision(service: Service) -> None:
    first, second = at_once(service, service.propose(MOVE)["milestone"], "ann")
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()
    assert service.version() == 2


def at_once(service: Service, proposal: dict[str, Any], *names: str) -> list[Response]:
    """Two approvals of a proposal, sent at the same moment with keys of these names."""
    keys = [service.as_key(name) for name in names]
    start, answers = threading.Barrier(2), list[Response]()
    body = {"verdict": "approve", "hash": proposal["hash"]}

    def approve(number: int) -> None:
        client = keys[number % len(keys)]
        start.wait()
        answers.append(client.post(f"proposals/{proposal['id']}/decision", json=body))

    threads = [threading.Thread(target=approve, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_several_decisions_are_answered_item_by_item(service: Service) -> None:
    proposals = service.propose(UMA, LIST, MOVE)
    verdicts = [
        {"verdict": "approve", "proposal": proposals["action"]["id"], "hash": "0" * 64},
        {**approval(proposals["action"])},
        {**approval(proposals["milestone"]), "changes": {"due": "2020-01-01"}},
        {"verdict": "reject", "proposal": "acme.p99", "hash": "0" * 64, "reason": "no"},
        {**approval(proposals["stakeholder"])},
        {**approval(proposals["action"])},
    ]
    answered = service.client.post("decisions", json=verdicts)
    assert answered.status_code == 200
    answers = answered.json()
    assert [one["status"] for one in answers] == [409, 409, 422, 404, 200, 200]
    assert [one["proposal"] for one in answers] == [one["proposal"] for one in verdicts]
    assert answers[0]["problem"]["proposal"]["hash"] == proposals["action"]["hash"]
    assert answers[1]["problem"]["needs"] == [proposals["stakeholder"]["id"]]
    assert "decision" not in answers[1]
    assert answers[5]["decision"]["verdict"] == "approve"
    assert "problem" not in answers[5]
    assert service.version() == 3


def approval(proposal: dict[str, Any]) -> dict[str, Any]:
    return {"verdict": "approve", "proposal": proposal["id"], "hash": proposal["hash"]}


@pytest.mark.parametrize("verdicts", [[], [approval({"id": "acme.p1", "hash": "0" * 64})] * 101])
def test_no_decision_and_too_many_are_refused(
    service: Service, verdicts: list[dict[str, str]]
) -> None:
    assert service.client.post("decisions", json=verdicts).status_code == 422


@pytest.mark.parametrize("body", [{}, {"verdict": "maybe", "hash": "0" * 64}])
def test_another_verdict_is_told_which_there_are(service: Service, body: dict[str, str]) -> None:
    refused = service.client.post("proposals/acme.p1/decision", json=body)
    assert refused.status_code == 422
    assert refused.json()["detail"] == "body: its `verdict` must be `approve` or `reject`."


def test_undo_takes_back_a_decision_and_the_proposal_waits_again(service: Service) -> None:
    proposal = service.propose(MOVE)["milestone"]
    decision = service.approve(proposal).json()
    undone = service.client.post(f"decisions/{decision['id']}/undo")
    assert (undone.status_code, undone.json()["undoes"]) == (200, decision["id"])
    assert service.due() == "2026-03-27"
    assert service.client.get(f"proposals/{proposal['id']}").json()["status"] == "pending"
    again = service.client.post(f"decisions/{decision['id']}/undo")
    assert again.status_code == 409
    assert again.json()["type"] == "/api/v1/problems#nothing-to-undo"
    verdicts = [one["verdict"] for one in service.client.get("deals/acme/decisions").json()]
    assert verdicts == ["open", "approve", "undo"]


def test_undo_without_a_decision_takes_back_the_last(service: Service) -> None:
    proposal = service.propose(MOVE)["milestone"]
    assert service.client.post("deals/acme/undo").status_code == 409
    decision = service.approve(proposal).json()
    assert service.client.post("deals/acme/undo").json()["undoes"] == decision["id"]


def test_proposals_are_found_by_deal_source_and_standing(service: Service) -> None:
    proposal = service.propose(MOVE)["milestone"]
    service.approve(proposal)
    for query, count in (
        ("", 0),
        ("?status=approved&status=rejected", 1),
        ("?deal=acme&source=acme.s1&status=approved", 1),
        ("?status=rejected", 0),
    ):
        assert len(service.client.get(f"proposals{query}").json()) == count, query
    for query in ("?deal=nowhere", "?source=acme.s9"):
        assert service.client.get(f"proposals{query}").status_code == 404
    assert service.client.get("proposals?status=open").status_code == 422
