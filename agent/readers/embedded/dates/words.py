"""Text cut into lower-case words that still know where they stood."""

import re
from collections.abc import Collection
from dataclasses import dataclass

PARAGRAPH = "\n\n"

# Digits part from letters ("14th", "kw14"), an ending from its word ("friday's", "don't").
_WORD = re.compile(
    r"\n[^\S\n]*\n\s*|\d+|[^\W\d_]+|'(?i:s|t|ll|d|re|ve|m|clock)\b|\S",
)
# One for one, so that places in the text stay what they are.
_PLAIN = str.maketrans({"’": "'", "–": "-", "—": "-"})
_MOST_DIGITS = 4


def listed(words: str) -> frozenset[str]:
    """The words of a table that is written as one line of text."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order; asking beyond either end answers the empty word."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def at(self, i: int) -> str:
        """The i-th word, lower-case, or "" where there is none."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def skip(self, i: int, words: Collection[str]) -> int:
        """The place after the i-th word if it is one of `words`, else i."""
        return i + 1 if self.at(i) in words else i

    def skip_all(self, i: int, words: Collection[str]) -> int:
        """The first place from i on whose word is not one of `words`."""
        while self.at(i) in words:
            i += 1
        return i

    def glued(self, i: int) -> bool:
        """Whether the i-th word follows the one before it without a space."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """Whether the i-th word is written with a capital."""
        return 0 <= i < len(self.words) and self.text[self.starts[i]].isupper()

    def digits(self, i: int) -> int | None:
        """The i-th word as a number if it is one of at most four digits, else None."""
        word = self.at(i)
        return int(word) if word.isdecimal() and len(word) <= _MOST_DIGITS else None


def words_of(text: str) -> Words:
    """Cut a text into words, in one pass."""
    found = list(_WORD.finditer(text.translate(_PLAIN)))
    return Words(
        text=text,
        words=tuple([PARAGRAPH if match[0][0] == "\n" else match[0].lower() for match in found]),
        starts=tuple([match.start() for match in found]),
        ends=tuple([match.end() for match in found]),
    )
