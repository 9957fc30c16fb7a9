"""Texts made alike, so that checks compare words and not how they are written."""

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:['’_-][^\W_]+)*")
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Unicode categories of characters that steer or hide and say nothing."""
_GONE = "·"
"""Stands where a known name was: neither a word, nor a blank that would begin a sentence."""
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?]+|\n|$)")


def clean(text: str) -> str:
    """A text as it may be sent: no hidden characters, no idle white space, one form of letters."""
    told = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\t", " "))
    seen = "".join(char for char in told if char == "\n" or _shown(char))
    lines = [" ".join(line.split()) for line in seen.split("\n")]
    kept = (line for at, line in enumerate(lines) if line or (at and lines[at - 1]))
    return "\n".join(kept).strip()


def words(text: str) -> list[str]:
    """The words of a text, case folded, with straight apostrophes."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return _WORD.findall(folded)


def spelled(text: str) -> list[re.Match[str]]:
    """The words of a text as they are written, with their places."""
    return list(_WORD.finditer(text))


def run(text: str) -> str:
    """The words of a text with single blanks around each, in which phrases can be looked for."""
    return f" {' '.join(words(text.replace('-', ' ').replace('_', ' ')))} "


def sentences(text: str) -> list[str]:
    """The sentences of a text, roughly."""
    return [found for one in _SENTENCE.finditer(text) if (found := one.group().strip())]


def without(text: str, names: Sequence[str]) -> str:
    """A text in which some names and titles, wherever they stand whole, are dots in the middle.

    Everything else keeps its place.
    """
    known = sorted({clean(name) for name in names} - {""}, key=len, reverse=True)
    if not known:
        return text
    whole = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE)
    return whole.sub(lambda found: _GONE * len(found.group()), text)


def _shown(char: str) -> bool:
    return unicodedata.category(char) not in _HIDDEN
