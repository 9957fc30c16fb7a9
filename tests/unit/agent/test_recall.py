"""Earlier passages for a reader: of this deal, from before, and never a reason to fail."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from agent.ports import Context
from agent.recall import ASKED, DealRecall, NoRecall
from memory.errors import StoreError
from memory.records import Chunk, Recalled
from plan.models import Deal, Plan
from plan.sources import Source, Turn

AT = datetime(2026, 3, 9, 9, tzinfo=UTC)


class Search:
    """Notes what it is asked, and finds these, or fails."""

    def __init__(self, *found: Recalled, error: StoreError | None = None) -> None:
        self._found = found
        self._error = error
        self.asked: list[tuple[str, str, str, int, datetime | None]] = []

    def __call__(
        self, workspace: str, deal: str, query: str, k: int, before: datetime | None = None
    ) -> Sequence[Recalled]:
        self.asked.append((workspace, deal, query, k, before))
        if self._error:
            raise self._error
        return self._found


def context(*said: str, title: str = "") -> Context:
    source = Source(
        kind="call",
        format="vtt",
        title=title,
        occurred_at=AT,
        day=date(2026, 3, 9),
        sha256="0" * 64,
        turns=tuple(Turn(n=n, speaker="Ada", text=text) for n, text in enumerate(said, 1)),
    )
    deal = Deal(id="acme", name="Acme", account="Acme", seller="Tandem")
    plan = Plan(deal=deal, as_of=date(2026, 3, 1))
    return Context(workspace="default", source_id="acme.s2", source=source, plan=plan)


def recalled(text: str, *speakers: str) -> Recalled:
    chunk = Chunk(
        id="acme.s1.c1",
        deal="acme",
        source="acme.s1",
        n=1,
        day=date(2026, 3, 2),
        occurred_at=AT,
        first_turn=4,
        start=0,
        last_turn=5,
        end=9,
        speakers=speakers,
        text=text,
    )
    return Recalled(chunk=chunk, score=0.5)


def test_the_deal_is_asked_for_what_was_said_before_about_the_same() -> None:
    search = Search()
    telling = "We need the security review to be done by the end of May."
    DealRecall(search).passages(context("Hi.", telling, "Sounds good.", title="Review"))
    assert search.asked == [("default", "acme", f"Review {telling}", 12, AT)]


def test_a_long_source_is_asked_with_its_beginning() -> None:
    search = Search()
    DealRecall(search).passages(context(*["so we said that it would be done by May"] * 99))
    assert len(search.asked[0][2]) == ASKED


def test_a_passage_stands_with_its_first_speaker() -> None:
    found = (
        recalled("Ada: In May.\nBo: Good.", "Ada", "Bo"),
        recalled("No label.\nBo: Yes.", "Bo"),
    )
    first, second = DealRecall(Search(*found)).passages(context("Hi."))
    assert (first.source, first.turn, first.speaker) == ("acme.s1", 4, "Ada")
    assert first.text == "In May.\nBo: Good."
    assert (second.speaker, second.text) == (None, "No label.\nBo: Yes.")


def test_a_source_is_read_without_passages_where_memory_fails(
    caplog: pytest.LogCaptureFixture,
) -> None:
    search = Search(error=StoreError("The index is gone."))
    assert DealRecall(search).passages(context("Hi.")) == ()
    assert "acme.s2 is read without earlier passages: The index is gone." in caplog.text


def test_without_a_memory_nothing_is_recalled() -> None:
    assert NoRecall().passages(context("Hi.")) == ()
