"""Lines that clients write above what they quote: "On DATE, NAME wrote:", by language."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from tools.intake.mail.lines import Line
from tools.intake.mail.phrases import pattern, phrases, words, wrote

_PARTED = sorted(phrases(wrote.WROTE), key=len, reverse=True)
_WRITING: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, _PARTED))})(?!\w)|{pattern(wrote.WROTE_UNPARTED)}",
    re.IGNORECASE,
)
_OPENER: Final = re.compile(rf"(?:{pattern(wrote.OPENERS)})\b", re.IGNORECASE)
_BY_PRONOUN: Final = re.compile(pattern(wrote.PRONOUNS), re.IGNORECASE)
_PARTICLES: Final = words(wrote.PARTICLES)
_TIME = re.compile(
    r"\d{1,2}\s?[:.h\u6642\u65f6\u70b9]\s?\d{2}(?!\d)|\b(?:19|20)\d{2}\b|\d{4}\u5e74"
)
_DAY = re.compile(r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}")
_ADDRESS = re.compile(r"[<(\[\u201c\u202a]?[^\s<>()@]{1,64}@[^\s<>()@]{1,255}")
_ENDS_IN_ADDRESS = re.compile(r"[<(\[][^\s<>()@]{1,64}@[^\s<>()@]{1,255}[>)\]]\s*[:\uff1a]$")
_DECORATION: Final = "-\u2014*_ \t\u00a0\u200c\u200d"
_DIGIT_WITHIN: Final = 16
_DIGIT_WITHIN_OPENED: Final = 28
_MOST_NAME_WORDS: Final = 6
_MOST_LINES: Final = 4
_LONGEST: Final = 300


class Strength(Enum):
    """How sure it is that a line introduces quoted text."""

    SURE = auto()
    IF_MARKED = auto()


def attribution(lines: Sequence[Line], start: int) -> tuple[int, Strength] | None:
    """Find an attribution that begins at `start`, wrapped over up to four lines.

    Returns:
        The position after it, and whether it needs marked quotes (or quoting elements) right
        after it to be believed; None where there is none.
    """
    text = ""
    for at in range(start, min(start + _MOST_LINES, len(lines))):
        line = lines[at]
        if line.blank or line.depth or len(text) + len(line.text) > _LONGEST:
            return None
        if not _may_begin(line.text.strip()) if at == start else _ends_before(text, line.text):
            return None
        text = _joined(text, line.text).strip(_DECORATION)
        if text.endswith((":", "\uff1a")) or (_is_dashed(line.text) and at == start):
            strength = _strength(text)
            if strength is not None:
                return at + 1, strength
        if at == start and _runs_on(text):
            return at + 1, Strength.SURE
    return None


def _joined(text: str, line: str) -> str:
    """Addresses are cut off right behind their bracket, where no blank belongs."""
    return text + ("" if text.endswith("<") else " ") + line.strip()


def _runs_on(text: str) -> bool:
    """Whether quoted text begins on the same line, as phones write it; asks for all there is."""
    written = next(iter(_WRITING.finditer(text)), None)
    if written is None or text[written.end() :].lstrip()[:1] not in {":", "\uff1a"}:
        return False
    before = text[: written.end()]
    return "@" in before and _is_timed(before) and _has_early_digit(before)


def _ends_before(text: str, line: str) -> bool:
    """Whether the attribution, if there is one, begins on this line and not before it."""
    if text.endswith(("!", "?")):
        return True
    if text.endswith(".") and _strength(line) is Strength.SURE:
        return True
    if _OPENER.match(line) and _has_early_digit(line):
        return _WRITING.match(text) is None
    if _OPENER.match(text) or "@" in text or _is_timed(text):
        return False
    return _strength(line) is not None


def _is_dashed(text: str) -> bool:
    """Zoho writes its attribution between dashes, with no colon."""
    return text.strip().startswith("---") and text.strip().endswith("---")


def _may_begin(text: str) -> bool:
    return (
        _OPENER.match(text) is not None
        or any(character.isdigit() for character in text[:_DIGIT_WITHIN])
        or "@" in text
        or _WRITING.match(text) is not None
    )


def _strength(text: str) -> Strength | None:
    timed = _is_timed(text)
    written = [match.end() for match in _WRITING.finditer(text)]
    if not written:
        bare = timed and _ENDS_IN_ADDRESS.search(text) is not None
        return Strength.SURE if bare and _has_early_digit(text) else None
    if not _is_somebody(text[written[-1] :]):
        return None
    if _BY_PRONOUN.search(text):
        return Strength.IF_MARKED
    if _has_early_address(text) or (timed and _has_early_digit(text)):
        return Strength.SURE
    return Strength.IF_MARKED if _has_early_digit(text) else None


def _is_timed(text: str) -> bool:
    return _TIME.search(text) is not None or _DAY.search(text) is not None


def _is_somebody(rest: str) -> bool:
    """After the verb stand at most a name, an address and a date, not the rest of a sentence."""
    words_after = rest.strip(":\uff1a-() ").split()
    if not words_after or "@" in words_after[0] or rest.lstrip().startswith("("):
        return True
    if not _is_name(words_after[0]) and not _OPENER.match(words_after[0]):
        return False
    told = "@" in rest or any(character.isdigit() for character in rest)
    return told or all(map(_is_name, words_after))


def _is_name(word: str) -> bool:
    return not word[0].islower() or word.casefold() in _PARTICLES


def _has_early_address(text: str) -> bool:
    """An address follows few words: a name, perhaps with a date, and no sentence."""
    address = _ADDRESS.search(text)
    return address is not None and (
        _has_early_digit(text) or len(text[: address.start()].split()) <= _MOST_NAME_WORDS
    )


def _has_early_digit(text: str) -> bool:
    """A date stands near the beginning, as it does in an attribution and seldom in prose."""
    opener = _OPENER.match(text)
    reach = _DIGIT_WITHIN_OPENED if opener else _DIGIT_WITHIN
    return any(character.isdigit() for character in text[:reach])
