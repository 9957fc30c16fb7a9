"""How mails end: closing formulas and what devices add, by language."""

import re
from typing import Final

from tools.intake.mail.phrases import endings, folded, pattern, phrases, words

_HEADS: Final = words(endings.ENGLISH_HEADS)
_FILL: Final = words(endings.ENGLISH_FILL)
_CLOSINGS: Final = phrases(endings.CLOSINGS)
_CARRIED_ON: Final = tuple(f"{phrase} " for phrase in phrases(endings.CARRIED_ON))
_SENT_BY: Final = tuple(phrases(endings.SENT_BY))
_DEVICES: Final = re.compile(endings.DEVICES, re.IGNORECASE)
_SENT_UNPARTED: Final = re.compile(pattern(endings.SENT_UNPARTED), re.IGNORECASE)
_MOST_DEVICE_WORDS: Final = 14
_MOST_CLOSING_WORDS: Final = 9
_EDGES: Final = re.compile(r"^\W+|\W+$")


def is_closing(line: str) -> bool:
    """Whether a line is a closing formula and nothing else."""
    said = _bare(line)
    parts = [_EDGES.sub("", part) for part in said.replace(" | ", " / ").split(" / ")]
    if len(said.split()) > _MOST_CLOSING_WORDS or not said:
        return False
    return all(_is_formula(part) for part in parts)


def closed_by(line: str) -> str | None:
    """The name behind a closing formula on one line ("Thanks, Jess"), if that is what it is."""
    said = line.split()
    for count in range(1, min(len(said), _MOST_CLOSING_WORDS)):
        formula = _bare(" ".join(said[:count]))
        if _is_formula(formula):
            name = " ".join(said[count:])
            if not is_closing(name) and _bare(said[count]) not in _FILL | _HEADS:
                return name
    return None


def is_device_line(line: str) -> bool:
    """Whether a phone or a mail program wrote this line ("Sent from my ...")."""
    said = _bare(line)
    if len(said.split()) > _MOST_DEVICE_WORDS:
        return False
    named = said.startswith(_SENT_BY) and _DEVICES.search(said) is not None
    return named or _SENT_UNPARTED.fullmatch(said) is not None


def _is_formula(said: str) -> bool:
    return said in _CLOSINGS or said.startswith(_CARRIED_ON) or _is_english(said.split())


def _is_english(said: list[str]) -> bool:
    bare = [_EDGES.sub("", word) for word in said]
    known = all(word in _HEADS or word in _FILL or not word for word in bare)
    headed = any(word in _HEADS for word in bare) or "thank you" in " ".join(bare)
    return known and headed


def _bare(line: str) -> str:
    return _EDGES.sub("", folded(line))
