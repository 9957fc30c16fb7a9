"""Boilerplate that mail servers add: confidentiality notices, warnings, pleas for trees."""

import re
from enum import Enum, auto
from typing import Final

from tools.intake.limits import Deadline
from tools.intake.mail.phrases import boilerplate, pattern

_ITSELF: Final = re.compile(
    rf"\b(?:{pattern(boilerplate.THIS)})\b.{{0,24}}?\b(?:{pattern(boilerplate.MAIL)})"
    rf"|{pattern(boilerplate.ITSELF_UNPARTED)}",
    re.IGNORECASE,
)
_SECRECY: Final = re.compile(pattern(boilerplate.SECRECY), re.IGNORECASE)
_MISDIRECTED: Final = re.compile(pattern(boilerplate.MISDIRECTED), re.IGNORECASE)
_UNMISTAKABLE: Final = re.compile(pattern(boilerplate.UNMISTAKABLE), re.IGNORECASE)
_HEADING: Final = re.compile(rf"\W{{0,20}}(?:{pattern(boilerplate.HEADINGS)})\b", re.IGNORECASE)
_LEGAL: Final = re.compile(
    rf"\b(?:{pattern(boilerplate.LEGAL)})|{pattern(boilerplate.LEGAL_UNPARTED)}", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"(?<=[.!?\u3002])\s*")
_MOST_WEAK_WORDS: Final = 14
_MOST_HEADING_CHARS: Final = 60
_LONGEST_SENTENCE: Final = 1_500


class _Kind(Enum):
    STRONG = auto()
    WEAK = auto()
    LEGAL = auto()


def without_disclaimer(paragraph: str, deadline: Deadline) -> str:
    """Cut boilerplate off the end of a paragraph; words before it stay.

    A sentence gives it away by what nobody writes of their own accord, or by saying of the
    message itself that it is confidential or meant for others. It is cut from there to the end,
    if at least two thirds of the sentences sound like it too: one odd sentence among others is
    something that somebody said.

    Raises:
        TooSlowError: The deadline passed.
    """
    sentences = [sentence for sentence in _SENTENCE.split(paragraph) if sentence]
    kinds = [_kind(sentence, deadline) for sentence in sentences]
    if _HEADING.match(paragraph[:_MOST_HEADING_CHARS]) and any(kinds):
        return ""
    first = next((at for at, kind in enumerate(kinds) if kind in {_Kind.STRONG, _Kind.WEAK}), None)
    if first is None or not _is_boilerplate(kinds[first:], alone=first == 0):
        return paragraph
    end = 0
    for sentence in sentences[:first]:
        end = paragraph.index(sentence, end) + len(sentence)
    return paragraph[:end].strip()


def _is_boilerplate(kinds: list[_Kind | None], *, alone: bool) -> bool:
    sounding = sum(kind is not None for kind in kinds)
    if _Kind.STRONG in kinds:
        return sounding * 3 >= len(kinds) * 2
    return alone and sounding == len(kinds)


def _kind(sentence: str, deadline: Deadline) -> _Kind | None:
    deadline.check()
    if len(sentence) > _LONGEST_SENTENCE:
        return None
    itself = _ITSELF.search(sentence) is not None
    if _UNMISTAKABLE.search(sentence) or (itself and _MISDIRECTED.search(sentence)):
        return _Kind.STRONG
    if itself and _SECRECY.search(sentence) and len(sentence.split()) <= _MOST_WEAK_WORDS:
        return _Kind.WEAK
    return _Kind.LEGAL if itself or _LEGAL.search(sentence) else None
