"""Noise: what poor speech recognition loses is lost, and quotes still find their words."""

from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.ports import Context
from agent.readers.embedded.sentences import sentences
from agent.readers.embedded.training.marks import located
from agent.readers.embedded.training.noise import noisy
from agent.readers.embedded.training.passages import Passage, Trap
from agent.readers.embedded.words import words
from plan.models import Deal, Plan
from plan.sources import Source, Turn

ON = date(2026, 3, 3)
PLAN = Plan(deal=Deal(id="z", name="Deal", account="Buyer", seller="Seller"), as_of=ON)
TRAP = Trap(quote=("It's here.",), why="vague")


def said(*texts: str) -> Passage:
    """A call in which two people say these."""
    turns = tuple(
        Turn(n=n, speaker=("Lena Ortiz", None)[n % 2], text=text)
        for n, text in enumerate(texts, start=1)
    )
    source = Source(
        kind="call",
        format="json",
        occurred_at=datetime(2026, 3, 3, 12, tzinfo=UTC),
        day=ON,
        sha256="0" * 64,
        turns=turns,
    )
    context = Context(source_id="s1", source=source, plan=PLAN)
    return Passage("z001", context, (), (TRAP,), ())


def loud(passage: Passage, seed: int = 0) -> Passage:
    return noisy(passage, Random(seed))  # noqa: S311  # a choice of what is lost, no secret


def heard(passage: Passage, seed: int = 0) -> list[str]:
    return [turn.text for turn in loud(passage, seed).context.source.turns]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Well, Lena: call it the twenty-seventh!", "well lena call it the twenty-seventh"),
        ("At 10:30, for 468,000 (or 2.4%).", "at 10:30 for 468,000 or 2.4%"),
        ("Then €13,500, on 12/03.", "then €13,500 on 12/03"),
        ("Signed—at last…", "signed at last"),
        ("“Yes”, she said. [laughs]", "yes she said laughs"),
        ("Café   Zürich?", "café zürich"),
        ("…", "mm"),
    ],
)
def test_case_and_punctuation_are_lost(text: str, left: str) -> None:
    assert heard(said(text)) == [left]


def test_apostrophes_are_lost_now_and_then() -> None:
    texts = heard(said(*["I’ll see."] * 100))
    assert set(texts) == {"i'll see", "ill see"}
    assert 25 < texts.count("ill see") < 75


def test_the_same_chance_hears_the_same() -> None:
    passage = said(*["I'll see."] * 40)
    assert heard(passage, 1) == heard(passage, 1)
    assert heard(passage, 1) != heard(passage, 2)


def test_all_but_the_words_stays() -> None:
    passage = said("It's here.", "Good.", "Mm.")
    again = loud(passage)
    before, after = passage.context.source, again.context.source
    assert [(one.n, one.speaker) for one in after.turns] == [
        (one.n, one.speaker) for one in before.turns
    ]
    assert (again.id, again.traps, again.context.plan, after.day) == ("z001", (TRAP,), PLAN, ON)
    assert [one.text for one in before.turns] == ["It's here.", "Good.", "Mm."]


@given(st.text("abcDE éß019 .,:;!?'’\"“”-–—()/%€$…", min_size=1, max_size=60), st.integers(0, 9))
def test_a_quote_still_finds_its_words(text: str, seed: int) -> None:
    again = loud(said(text), seed)
    assert bool(located(sentences(again.context.source.turns), text)) == bool(words(text))
