"""Delimiters that whoever writes a source cannot know beforehand, taken out of the text itself."""

import unicodedata
from collections.abc import Sequence
from hashlib import sha256

_PURPOSE = "tandem reading fence 1"
_DIGITS = 16
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Unicode categories of characters that steer or hide and say nothing."""
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Of these, what belongs to the spelling of words in some scripts."""


def fence(*parts: str) -> str:
    """A delimiter of its own for some text: a hash of the text and of whose it is.

    The same text of the same workspace gives the same one, so that a request sent again is the
    same byte for byte. To write it into a text beforehand one would have to know the hash of the
    text that it is to stand in.
    """
    told = "\0".join((_PURPOSE, *parts))
    return f"~~{sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS]}~~"


def one_line(text: str) -> str:
    """A text on one line, without characters that nobody sees."""
    seen = (" " if char.isspace() else char for char in text if _shown(char))
    return " ".join("".join(seen).split())


def without(text: str, fences: Sequence[str]) -> str:
    """A text in which no fence stands.

    A blank takes its place, so that what was around it does not close up to another.
    """
    for one in fences:
        text = text.replace(one, " ")
    return text


def _shown(char: str) -> bool:
    return char.isspace() or char in _JOINERS or unicodedata.category(char) not in _UNSEEN
