"""From lines to paragraphs: wrapped lines joined, list items apart."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_BULLET = re.compile(
    r"\s*(?:([-*\u2022\u00b7\u2023\u25aa\u25ab\u25e6\u25cf\u25cb\u2013\u2014+\uf0b7]|o(?=\s{2}))(?=\s)"
    r"|\(?(\d{1,3}|[a-zA-Z])[.)](?!\S))"
)
_LETTER = re.compile(r"[^\W_]")
_ENDED: Final = (".", "!", "?", ":", ";", ",", "\u3002", "\uff1f", "\uff01", "\uff1a")
# A line shorter than this was ended by its writer, not wrapped by a mailer at 72 or so.
_SHORT: Final = 60


def paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Join lines into paragraphs: blank lines part them, and every list item is one of its own.

    A line that begins like an item but goes on with a wrapped sentence ("... on" / "12. May")
    is not one.
    """
    held: list[str] = []
    for line in [*lines, ""]:
        words = line.split()
        if held and (not words or _begins_item(line, held)):
            yield from _joined(held)
            held = []
        if words:
            held.append(line)


def has_words(text: str) -> bool:
    """Whether a text says anything: a letter, a digit or a pictogram."""
    return _LETTER.search(text) is not None or any(map(_is_pictogram, text))


def _is_pictogram(character: str) -> bool:
    return unicodedata.category(character) == "So"


def _joined(lines: Iterable[str]) -> Iterator[str]:
    text = " ".join(" ".join(lines).split())
    if has_words(text):
        yield text


def _begins_item(line: str, held: Sequence[str]) -> bool:
    item = _BULLET.match(line)
    if item is None:
        return False
    before = held[-1].rstrip()
    first = _BULLET.match(held[0])
    return (
        len(before) < _SHORT
        or before.endswith(_ENDED)
        or (first is not None and _follows(first, item))
    )


def _follows(first: re.Match[str], item: re.Match[str]) -> bool:
    """Whether an item carries on the list that the paragraph before it is an item of."""
    if item[1] or first[1]:
        return item[1] == first[1]
    if item[2].isdigit() and first[2].isdigit():
        return int(item[2]) == int(first[2]) + 1
    return ord(item[2][-1]) == ord(first[2][-1]) + 1
