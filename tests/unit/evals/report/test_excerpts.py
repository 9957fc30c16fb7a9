"""Quotes where they stand."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from evals.report.excerpts import AROUND, excerpt
from plan.sources import Source, Turn


def said(*texts: str) -> Source:
    turns = tuple(
        Turn(n=n, speaker=f"S{n}", text=text, start=60.0 * n) for n, text in enumerate(texts, 1)
    )
    return Source(
        kind="call",
        format="text",
        occurred_at=datetime(2026, 3, 3, tzinfo=UTC),
        day=date(2026, 3, 3),
        sha256="",
        turns=turns,
    )


def marked(source: Source, gold: list[str], read: list[str]) -> list[tuple[str, bool, bool]]:
    return [
        (part.text, part.gold, part.read)
        for line in excerpt(source, gold, read)
        if line.focus
        for part in line.parts
    ]


def test_a_quote_stands_in_its_turn_between_the_turns_around_it() -> None:
    lines = excerpt(said("one", "two", "three four", "five", "six"), ["four"], [])

    assert [(line.n, line.focus, line.apart) for line in lines] == [
        (2, False, True),
        (3, True, False),
        (4, False, False),
    ]
    assert [line.speaker for line in lines] == ["S2", "S3", "S4"]
    assert [line.clock for line in lines] == ["2:00", "3:00", "4:00"]


def test_turns_left_out_between_quotes_are_told() -> None:
    lines = excerpt(said("a", "b", "c", "d", "e", "f", "g"), ["a"], ["g"])

    assert [(line.n, line.apart) for line in lines] == [
        (1, False),
        (2, False),
        (6, True),
        (7, False),
    ]


def test_words_that_both_name_are_told_from_those_that_one_does() -> None:
    source = said("We close on the twentieth of March, I think.")

    assert marked(source, ["close on the twentieth"], ["twentieth of March"]) == [
        ("We ", False, False),
        ("close on the ", True, False),
        ("twentieth", True, True),
        (" of March", False, True),
        (", I think.", False, False),
    ]


def test_quotes_that_stand_nowhere_mark_nothing() -> None:
    assert excerpt(said("one"), ["never said"], [""]) == ()


def test_long_turns_keep_the_words_and_what_is_near_them() -> None:
    before, between, after = "b" * 900, "m" * 900, "a" * 900
    source = said("x" * 900, f"{before} first {between} second {after}", "y" * 900)
    lines = excerpt(source, ["first", "second"], [])
    texts = ["".join(part.text for part in line.parts) for line in lines]

    assert texts[0] == f"…{'x' * AROUND}"
    assert texts[2] == f"{'y' * AROUND}…"
    assert texts[1].startswith("…bb")
    assert texts[1].endswith("aa…")
    assert "m … m" in texts[1]
    assert len(texts[1]) < 5 * AROUND


_TEXTS = st.lists(st.text("ab cd.", min_size=1, max_size=40), min_size=1, max_size=6)


@given(_TEXTS, st.lists(st.text("ab cd.", max_size=6)), st.lists(st.text("ab cd.", max_size=6)))
def test_no_word_of_a_short_turn_is_lost_and_only_quotes_are_marked(
    texts: list[str], gold: list[str], read: list[str]
) -> None:
    for line in excerpt(said(*texts), gold, read):
        assert "".join(part.text for part in line.parts) == texts[line.n - 1]
        assert line.focus == any(part.gold or part.read for part in line.parts)
        assert all(part.text for part in line.parts)
