"""One deal that the tests of the domain share: a pilot done, a review on, a signature ahead."""

from datetime import UTC, datetime

import pytest

from plan.events import Stamp
from plan.models import Plan

ACME = {
    "deal": {
        "id": "acme-wms",
        "name": "Acme - warehouse platform",
        "account": "Acme Foods",
        "seller": "Northwind",
        "amount": 240000,
        "currency": "EUR",
        "stage": "evaluation",
        "close_date": "2026-05-29",
    },
    "as_of": "2026-03-02",
    "objective": "Fewer picking errors before the peak season.",
    "stakeholders": [
        {"id": "priya-raman", "name": "Priya Raman", "side": "buyer", "reports_to": "tom-vance"},
        {"id": "tom-vance", "name": "Tom Vance", "side": "buyer", "roles": ["economic_buyer"]},
        {"id": "lena-ortiz", "name": "Lena Ortiz", "side": "buyer", "roles": ["security"]},
        {"id": "dan-cole", "name": "Dan Cole", "side": "seller", "last_engaged": "2026-02-26"},
    ],
    "outcomes": [
        {
            "id": "pick-errors",
            "metric": "picking errors",
            "unit": "%",
            "baseline": 2.4,
            "target": 0.8,
        }
    ],
    "milestones": [
        {"id": "pilot", "title": "Pilot in hall 2", "due": "2026-02-20", "owner": "priya-raman"},
        {
            "id": "security-review",
            "title": "Security review passed",
            "kind": "security_review",
            "owner": "lena-ortiz",
            "due": "2026-03-13",
            "status": "in_progress",
            "depends_on": ["pilot"],
        },
        {
            "id": "signature",
            "title": "Contract signed",
            "kind": "signature",
            "due": "2026-05-29",
            "depends_on": ["security-review"],
            "outcomes": ["pick-errors"],
        },
    ],
    "actions": [
        {
            "id": "send-soc2",
            "title": "Send the SOC 2 Type II report",
            "milestone": "security-review",
            "owner": "dan-cole",
            "due": "2026-03-04",
        }
    ],
}


@pytest.fixture
def acme() -> Plan:
    """The deal as it stands on 2 March 2026, at version 0."""
    return Plan.model_validate(ACME)


@pytest.fixture
def stamp() -> Stamp:
    """Kim, deciding on the morning of 3 March."""
    return Stamp(at=datetime(2026, 3, 3, 9, tzinfo=UTC), actor="kim", cause="acme-wms.d1")
