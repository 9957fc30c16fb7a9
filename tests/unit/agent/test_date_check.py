from datetime import UTC, date, datetime

import pytest

from agent.date_check import doubts
from plan.edits import Edit
from plan.models import Deal, Milestone, Plan
from plan.sources import Evidence, Source, Turn


def told(text: str, due: str, currency: str = "EUR") -> tuple[str, ...]:
    plan = Plan(
        deal=Deal(id="acme", name="Acme", account="Acme", seller="Us", currency=currency),
        as_of=date(2026, 3, 1),
        milestones=(Milestone(id="pilot", title="Pilot", due=date(2026, 3, 27)),),
    )
    source = Source(
        kind="call",
        format="vtt",
        occurred_at=datetime(2026, 3, 9, 9, tzinfo=UTC),
        day=date(2026, 3, 9),
        sha256="0" * 64,
        turns=(Turn(n=1, text=text),),
    )
    evidence = (Evidence(source="acme.s1", turn=1, start=0, end=5),)
    edit = Edit(op="update", entity="milestone", id="pilot", set={"due": due}, evidence=evidence)
    return doubts(edit, source, plan)


@pytest.mark.parametrize(
    ("text", "due", "currency"),
    [
        ("We finish on the second of April.", "2026-04-02", "EUR"),
        ("We need one week later.", "2026-04-03", "EUR"),
        ("Let us say 04/03/2026.", "2026-03-04", "EUR"),
        ("Let us say 04/03/2026.", "2026-04-03", "USD"),
    ],
)
def test_a_date_that_the_words_give_raises_no_doubt(text: str, due: str, currency: str) -> None:
    assert told(text, due, currency) == ()


def test_another_date_than_the_words_give_shows_both() -> None:
    (doubt,) = told("We finish on the second of April.", "2026-04-09")
    assert "2026-04-02" in doubt
    assert "2026-04-09" in doubt


def test_a_date_without_words_is_pointed_out() -> None:
    (doubt,) = told("We finish when we finish.", "2026-04-09")
    assert "No words" in doubt
