import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.intake import TooLargeError
from tools.intake.turns import Cue, folded, joined, separate

BLANKS = st.text(alphabet="ab|\u00e9 \t\n\r\u00a0\u2003", max_size=60)


def cue(
    speaker: str | None, text: str, start: float | None = None, end: float | None = None
) -> Cue:
    return Cue(speaker, None, text, start, end)


def test_consecutive_cues_of_one_speaker_become_one_turn_with_times() -> None:
    turns = joined([cue("Ann", "One.", 1, 2), cue("Ann", "Two.", 60, 61), cue("Bob", "Three.")])
    assert [(turn.n, turn.speaker, turn.text, turn.start, turn.end) for turn in turns] == [
        (1, "Ann", "One. Two.", 1, 61),
        (2, "Bob", "Three.", None, None),
    ]


def test_cues_without_words_are_passed_over_and_part_nobody() -> None:
    assert len(joined([cue("Ann", "One."), cue("Bob", ""), cue("Ann", "Two.")])) == 1


def test_the_same_name_with_another_address_is_another_speaker() -> None:
    cues = [Cue("Ann", "a@acme.example", "One."), Cue("Ann", "a@globex.example", "Two.")]
    assert len(joined(cues)) == 2


def test_words_of_nobody_go_on_until_a_pause() -> None:
    cues = [cue(None, "a", 0, 1), cue(None, "b", 3, 4), cue(None, "c", 6.1, 7), cue(None, "d")]
    assert [turn.text for turn in joined(cues)] == ["a b", "c d"]


def test_a_turn_ends_with_the_latest_of_overlapping_cues() -> None:
    assert joined([cue("Ann", "a", 0, 9), cue("Ann", "b", 1, 2)])[0].end == 9


def test_paragraphs_stay_apart() -> None:
    turns = separate([cue("Ann", "a"), cue("Ann", ""), cue("Ann", "b")])
    assert [(turn.n, turn.text) for turn in turns] == [(1, "a"), (2, "b")]


def test_more_turns_than_a_call_has_are_refused() -> None:
    with pytest.raises(TooLargeError):
        joined(cue(str(n % 2), "x") for n in range(50_001))


def test_what_cannot_be_seen_or_stored_is_taken_out() -> None:
    assert folded("a\u200bb\x00c \ud800\ufeff d\u00ade\x1b[31m") == "abc \ufffd de[31m"


@given(BLANKS)
def test_folding_leaves_single_blanks(text: str) -> None:
    assert folded(text) == " ".join(text.split())


@settings(max_examples=12)
@given(BLANKS, st.integers(999_950, 1_000_010))
def test_folding_long_text_piece_by_piece_is_the_same(text: str, before: int) -> None:
    long = "x" * before + text + " y "
    assert folded(long) == " ".join(long.split())
