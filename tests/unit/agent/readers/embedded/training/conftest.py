"""Small passages as their files have them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from agent.readers.embedded.training.passages import Passage, passages_of

PEOPLE = [
    {"id": "lena", "name": "Lena Ortiz", "side": "buyer", "roles": ["security"]},
    {"id": "priya", "name": "Priya Raman", "side": "buyer", "email": "priya@acme.example"},
    {"id": "dan", "name": "Dan Cole", "side": "seller", "roles": ["account_executive"]},
]
PLAN = {
    "milestones": [
        {
            "id": "m1",
            "title": "Security review passed",
            "kind": "security_review",
            "owner": "lena",
            "due": date(2026, 3, 20),
        }
    ],
    "actions": [
        {"id": "a1", "title": "Send the SOC 2 report", "owner": "dan", "due": date(2026, 3, 10)}
    ],
    "outcomes": [{"id": "o1", "metric": "picking errors", "unit": "%", "baseline": 2.4}],
}
PASSAGE = {
    "id": "z001",
    "kind": "call",
    "date": date(2026, 3, 3),
    "deal": {"stage": "evaluation", "amount": 90000, "currency": "EUR"},
    "people": PEOPLE,
    "plan": PLAN,
}

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file with one passage, of which these fields are told."""

    def written(**fields: object) -> Path:
        file = tmp_path / "z.yaml"
        rows = [{**PASSAGE, **fields}]
        file.write_text(yaml.safe_dump(rows, allow_unicode=True), encoding="utf-8")
        return file

    return written


@pytest.fixture
def made(write: Write) -> Callable[..., Passage]:
    """A passage of which these fields are told."""

    def one(**fields: object) -> Passage:
        (passage,) = passages_of(write(**fields))
        return passage

    return one
