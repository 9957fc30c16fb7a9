"""Windows hold a whole source, each sentence once, and never more than the network takes."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from agent.readers.embedded.sentences import Sentence, sentences
from agent.readers.embedded.tagging.windows import (
    END,
    MARK,
    READING,
    SENTENCE,
    START,
    Lengths,
    Window,
    windows,
)
from plan.sources import Turn

WORD, NAME = 2000, 3000
"""Tokens of a word, and of a speaker's label."""
PLACES = 512
"""Tokens that the network can tell apart by place."""

Sizes = list[list[int]]
turns = st.lists(
    st.lists(st.integers(1, 2 * SENTENCE), min_size=1, max_size=6), min_size=1, max_size=8
)
lengths = st.builds(Lengths, st.integers(20, 240), st.integers(0, 4), st.integers(0, 3))


def encode(text: str) -> list[int]:
    """One token a word; those of labels are others."""
    base = NAME if text.endswith(":") else WORD
    return [base + len(word) for word in text.split()]


def cut(sizes: Sizes) -> tuple[Sentence, ...]:
    """Sentences of so many words, turn by turn."""
    counted = [(turn, size) for turn, all_ in enumerate(sizes, 1) for size in all_]
    return tuple(
        Sentence(index, turn, 0, 1, " ".join(["word"] * size))
        for index, (turn, size) in enumerate(counted)
    )


def windowed(sizes: Sizes, by: Lengths = READING, label: str = "Dan (seller):") -> list[Window]:
    all_ = cut(sizes)
    return list(windows(all_, [label] * len(all_), encode, by))


def cores(found: Sequence[Window]) -> list[int]:
    return [at for one in found for at in one.core]


@given(turns, lengths)
def test_every_sentence_is_in_one_core_in_order(sizes: Sizes, by: Lengths) -> None:
    found = windowed(sizes, by)
    assert cores(found) == list(range(sum(map(len, sizes))))
    assert all(set(one.core) <= set(one.sentences) for one in found)


@given(turns, lengths)
def test_only_a_single_sentence_is_longer_than_a_window(sizes: Sizes, by: Lengths) -> None:
    for one in windowed(sizes, by):
        assert len(one.tokens) <= by.longest or len(one.sentences) == 1


@given(turns)
def test_no_window_has_more_tokens_than_the_network_has_places(sizes: Sizes) -> None:
    endless = " ".join(["of"] * PLACES) + ":"
    assert all(len(one.tokens) <= PLACES for one in windowed(sizes, label=endless))


@given(turns, lengths)
def test_spans_cover_the_tokens_between_start_and_end(sizes: Sizes, by: Lengths) -> None:
    for one in windowed(sizes, by):
        assert (one.tokens[0], one.tokens[-1]) == (START, END)
        ends = [1, *(end for _, end in one.spans)]
        assert [start for start, _ in one.spans] == ends[:-1]
        assert ends[-1] == len(one.tokens) - 1
        assert len(one.spans) == len(one.sentences)
        assert all(one.tokens[start] == MARK for start, _ in one.spans)
        assert one.tokens.count(MARK) == len(one.spans)


@given(turns, lengths)
def test_a_label_opens_each_turn_and_each_window(sizes: Sizes, by: Lengths) -> None:
    all_ = cut(sizes)
    for one in windowed(sizes, by):
        for at, (start, end) in zip(one.sentences, one.spans, strict=True):
            opens = at == one.sentences.start or all_[at - 1].turn != all_[at].turn
            labelled = [k for k in range(start, end) if one.tokens[k] >= NAME]
            assert labelled == (list(range(start + 1, start + 3)) if opens else [])


@given(turns)
def test_context_stands_around_a_core(sizes: Sizes) -> None:
    """Where sentences are short, a window has all its context; nothing beyond it."""
    short = [[1 + size % 5 for size in turn] for turn in sizes]
    last = sum(map(len, sizes))
    for one in windowed(short, Lengths(longest=80, before=2, after=1)):
        assert one.sentences.start == max(0, one.core.start - 2)
        assert one.sentences.stop == min(last, one.core.stop + 1)


def test_words_beyond_a_long_sentence_s_limit_are_not_looked_at() -> None:
    (one,) = windowed([[3 * SENTENCE]])
    assert sum(token >= WORD for token in one.tokens) == SENTENCE + 2


def test_a_short_call_is_one_window() -> None:
    all_ = sentences([Turn(n=1, text="Hello. How are you?"), Turn(n=2, text="Fine.")])
    (one,) = windows(all_, ["Dan (seller):", "Dan (seller):", "Lena (buyer):"], encode)
    assert one.core == one.sentences == range(3)


def test_an_empty_source_has_no_windows() -> None:
    assert list(windows((), (), encode)) == []
