"""Words that a text puts between quotation marks."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from agent.quotes import fold

_QUOTED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|”[^”]*”|\"[^\"]*\"")
_ENDS = " .,;:!?…"
_GONE = "·"
"""Stands where quoted words were: neither a word nor a blank."""


class Quotation(NamedTuple):
    """Quoted words: `text[start:end]` with their marks, `words` without."""

    start: int
    end: int
    words: str


def quotations(text: str) -> list[Quotation]:
    """All quoted words of a text, in order, none inside another."""
    return [
        Quotation(one.start(), one.end(), one.group()[1:-1].strip())
        for one in _QUOTED.finditer(text)
    ]


def without_quotations(text: str) -> str:
    """The text with dots for its quoted words; everything else keeps its place."""
    return _QUOTED.sub(lambda one: _GONE * len(one.group()), text)


def verbatim(words: str, texts: Iterable[str]) -> bool:
    """Whether words stand in one of some texts, character for character.

    White space and the make of quotation marks do not count, nor does a sign at their end.
    """
    wanted = _alike(words).rstrip(_ENDS)
    return bool(wanted) and any(wanted in _alike(one) for one in texts)


def _alike(text: str) -> str:
    return fold(unicodedata.normalize("NFKC", text))
