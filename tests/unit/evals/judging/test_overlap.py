"""Overlap in words: symmetric, whole for a part, none for strangers."""

from hypothesis import given
from hypothesis import strategies as st

from evals.judging.overlap import overlap, overlaps, words

WORDS = st.lists(st.sampled_from(["send", "the", "report", "by", "friday", "twenty"]), max_size=12)


@given(WORDS, WORDS)
def test_it_does_not_matter_which_comes_first(one: list[str], other: list[str]) -> None:
    assert overlap(" ".join(one), " ".join(other)) == overlap(" ".join(other), " ".join(one))


@given(WORDS.filter(bool), WORDS, WORDS)
def test_a_part_of_a_text_overlaps_it_wholly(
    part: list[str], before: list[str], after: list[str]
) -> None:
    assert overlap(" ".join(part), " ".join([*before, *part, *after])) == 1


def test_nothing_overlaps_nothing() -> None:
    assert overlap("", "a word") == overlap("…", "…") == 0
    assert not overlaps((), ("a",))


def test_punctuation_and_case_do_not_count() -> None:
    assert words("We WON’T, will we? 2.4 %") == ["we", "won't", "will", "we", "2", "4"]
