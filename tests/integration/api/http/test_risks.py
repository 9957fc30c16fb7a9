"""Risks over HTTP: of a day, by how they stand, and judged."""

from typing import Any

import pytest

from agent.ports import Drafts, Quote, SaidRisk
from tests.integration.api.http.service import CALL, MOVE, Service

BLOCKER = "blocker_raised.pilot"
OVERDUE = "overdue_milestone.pilot"
STUCK = SaidRisk(
    kind="blocker_raised",
    milestones=("pilot",),
    quotes=(Quote(text="The pilot will take us"),),
)
ADDRESS = "deals/acme/risks"


def risks(service: Service, query: str = "") -> dict[str, Any]:
    answer = service.client.get(f"{ADDRESS}{query}")
    assert answer.status_code == 200, answer.text
    return {one["key"]: one for one in answer.json()}


def judge(service: Service, risk: str, verdict: str, reason: str = "It is solved.") -> Any:  # noqa: ANN401 - any JSON
    body = {"risk": risk, "verdict": verdict, "reason": reason}
    answer = service.client.post(f"{ADDRESS}/verdicts", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture
def stuck(service: Service) -> Service:
    """A service with a deal in whose call somebody raised a blocker."""
    service.open_deal()
    source = service.add(CALL).json()["id"]
    service.read({source: Drafts(risks=(STUCK,))})
    return service


def test_what_was_said_comes_with_its_words_and_what_follows_with_its_day(stuck: Service) -> None:
    found = risks(stuck)
    (words,) = found[BLOCKER]["evidence"]
    assert (words["quote"], words["person"]) == ("The pilot will take us", "ada-okafor")
    assert (found[BLOCKER]["basis"], found[BLOCKER]["milestones"]) == ("said", ["pilot"])
    assert (found[OVERDUE]["basis"], found[OVERDUE]["since"]) == ("derived", "2026-03-27")
    assert found[OVERDUE]["evidence"] == []


def test_risks_are_those_of_the_day_that_is_asked_for(stuck: Service) -> None:
    assert OVERDUE not in risks(stuck, "?on=2026-03-27")
    assert OVERDUE in risks(stuck, "?on=2026-03-28")


def test_a_verdict_changes_how_a_risk_stands(stuck: Service) -> None:
    done = judge(stuck, BLOCKER, "dismissed")
    assert (done["status"], done["verdict"]["by"]) == ("dismissed", "rep")
    assert judge(stuck, BLOCKER, "dismissed") == done
    assert BLOCKER not in risks(stuck)
    assert risks(stuck, "?status=dismissed") == {BLOCKER: done}
    both = risks(stuck, "?status=dismissed&status=open")
    assert {BLOCKER, OVERDUE} <= set(both)
    assert judge(stuck, BLOCKER, "reopened")["status"] == "open"
    assert BLOCKER in risks(stuck)


def test_to_have_acted_leaves_a_risk_open(stuck: Service) -> None:
    done = judge(stuck, OVERDUE, "acted", "")
    assert (done["status"], done["verdict"]["verdict"]) == ("open", "acted")


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"risk": OVERDUE, "verdict": "dismissed"}, 422, "Say why"),
        ({"risk": OVERDUE, "verdict": "wrong", "reason": " "}, 422, "Say why"),
        ({"risk": OVERDUE, "verdict": "gone"}, 422, "body.verdict"),
        ({"risk": "Pilot!", "verdict": "settled"}, 422, "body.risk"),
        ({"risk": "x" * 10_001, "verdict": "settled"}, 422, "body.risk"),
        ({"risk": OVERDUE, "verdict": "settled", "reason": "a\0b"}, 422, "NUL"),
        ({"risk": OVERDUE}, 422, "body.verdict: it is missing"),
        ({"risk": "no_risk", "verdict": "settled"}, 404, "no risk `no_risk` in acme now"),
    ],
)
def test_a_verdict_that_cannot_be_is_told_why(
    still: Service, body: dict[str, str], status: int, words: str
) -> None:
    before = risks(still, "?status=open&status=dismissed&status=resolved")
    refused = still.client.post(f"{ADDRESS}/verdicts", json=body)
    assert refused.status_code == status
    assert words in refused.json()["detail"]
    assert risks(still, "?status=open&status=dismissed&status=resolved") == before


def test_what_cannot_be_asked_for_is_refused(still: Service) -> None:
    for query in ("?on=May", "?on=1772000000", "?status=gone"):
        assert still.client.get(f"{ADDRESS}{query}").status_code == 422
    assert still.client.get("deals/nowhere/risks").status_code == 404
    body = {"risk": OVERDUE, "verdict": "settled"}
    assert still.client.post("deals/nowhere/risks/verdicts", json=body).status_code == 404


def test_a_key_that_may_only_read_judges_nothing(service: Service) -> None:
    service.propose(MOVE)
    reader = service.as_key("reader", "read")
    assert OVERDUE in {one["key"] for one in reader.get(ADDRESS).json()}
    body = {"risk": OVERDUE, "verdict": "settled"}
    assert reader.post(f"{ADDRESS}/verdicts", json=body).status_code == 403
    assert OVERDUE in risks(service)


def test_another_workspace_sees_none_of_it(stuck: Service) -> None:
    other = stuck.as_key("away", workspace="away")
    assert other.get(ADDRESS).status_code == 404
