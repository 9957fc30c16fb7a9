"""Separator lines above forwarded and quoted mail, by language."""

import re
from typing import Final

from tools.intake.mail.phrases import folded, phrases, separators

_DASHED: Final = phrases(separators.DASHED)
_WITH_COLON: Final = phrases(separators.WITH_COLON)
_DASHES = re.compile(r"[-_=*\u2014\u2013\u2500]{2,}")
_RULE = re.compile(r"[-_=*\u2014\u2013\u2500][-_=*\u2014\u2013\u2500 ]{4,}")
_AROUND: Final = "-_=*\u2014\u2013\u2500> \t\u00a0\u202a\u202c"
_FROM_SOMEBODY = re.compile(r" (?:from|von|de|fra|från|van|da|od|by) ")
_LONGEST: Final = 120


def is_separator(text: str) -> bool:
    """Whether a line says that forwarded or quoted mail begins after it."""
    line = text.strip()
    if not line or len(line) > _LONGEST:
        return False
    words = folded(line.strip(_AROUND))
    if _DASHES.match(line):
        return _FROM_SOMEBODY.split(words)[0] in _DASHED
    return line.rstrip("* ").endswith((":", "\uff1a")) and words.rstrip(": \uff1a") in _WITH_COLON


def is_rule(text: str) -> bool:
    """Whether a line is drawn across: dashes or underscores with no more than a label in them."""
    line = text.strip()
    if len(line) > _LONGEST:
        return False
    return _RULE.fullmatch(line) is not None or (
        _DASHES.match(line) is not None and line.endswith(("--", "__", "=="))
    )
