"""Windows: stretches of a source as tokens, short enough for the network, each with its context."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from agent.readers.embedded.sentences import Sentence

Encode = Callable[[str], list[int]]

START, END = 101, 102
"""BERT's [CLS] and [SEP]."""
MARK = 1
"""BERT's first unused token: it stands before each sentence."""
SENTENCE = 70
"""Tokens of a sentence at most; words beyond are not looked at."""
LABEL = 12
"""Tokens of a speaker's label at most."""


class Lengths(NamedTuple):
    """How windows are cut.

    Attributes:
        longest: Tokens of a window at most.
        before: Sentences of context at its beginning, whose tags the window before gives.
        after: Sentences of context at its end, whose tags the next window gives.
    """

    longest: int = 320
    before: int = 3
    after: int = 2


READING = Lengths()


@dataclass(frozen=True, slots=True)
class Window:
    """Some sentences in a row.

    Attributes:
        sentences: Their indexes.
        core: The indexes whose tags this window gives.
        tokens: The ids.
        spans: For each sentence, where its tokens begin (at its mark) and end.
    """

    sentences: range
    core: range
    tokens: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


def windows(
    cut: Sequence[Sentence], labels: Sequence[str], encode: Encode, lengths: Lengths = READING
) -> Iterator[Window]:
    """Cut a source into windows; every sentence is in exactly one window's core.

    Args:
        cut: The source's sentences.
        labels: For each sentence, who says it and for which side, as the network is told.
        encode: Words to token ids, without [CLS] and [SEP].
        lengths: How long, and with how much context.
    """
    bare = [encode(one.text)[:SENTENCE] for one in cut]
    named = [encode(label)[:LABEL] for label in labels]
    opens = [one.index == 0 or cut[one.index - 1].turn != one.turn for one in cut]
    sizes = [1 + len(bare[k]) + (len(named[k]) if opens[k] else 0) for k in range(len(cut))]
    begin = 0
    while begin < len(cut):
        first = _first(sizes, begin, lengths)
        label = 0 if opens[first] else len(named[first])
        end = _end(sizes, first, begin, lengths.longest - label)
        core = range(begin, end if end == len(cut) else max(begin + 1, end - lengths.after))
        yield _window(range(first, end), core, bare, named, opens)
        begin = core.stop


def _first(sizes: Sequence[int], begin: int, lengths: Lengths) -> int:
    """The index where a window's context begins: it leaves two thirds of the room to the core."""
    first = max(0, begin - lengths.before)
    room = min(lengths.longest // 3, lengths.longest - 2 - LABEL - sizes[begin])
    while first < begin and sum(sizes[first:begin]) > room:
        first += 1
    return first


def _end(sizes: Sequence[int], first: int, begin: int, longest: int) -> int:
    """The index after the last sentence that fits."""
    room = longest - 2 - sum(sizes[first:begin])
    end = begin
    while end < len(sizes) and (end == begin or sizes[end] <= room):
        room -= sizes[end]
        end += 1
    return end


def _window(
    inside: range,
    core: range,
    bare: Sequence[list[int]],
    named: Sequence[list[int]],
    opens: Sequence[bool],
) -> Window:
    tokens = [START]
    spans: list[tuple[int, int]] = []
    for at in inside:
        label = named[at] if opens[at] or at == inside.start else []
        begin = len(tokens)
        tokens += [MARK, *label, *bare[at]]
        spans.append((begin, len(tokens)))
    return Window(inside, core, (*tokens, END), tuple(spans))
