"""Whether words before a colon look like somebody's name, in any language."""

import re
import unicodedata

from tools.intake.transcripts.words import KEYS, LONE_KEYS, OPENERS, PARTICLES

_MOST_WORDS = 6
_LONGEST_ABBREVIATION = 5
_LONGEST_CASELESS = 10
_PREFIX = re.compile(r"\A[a-z]{1,3}['\u2019-](?=.)")  # d'Arc, al-Rashid
_INNER = frozenset("'`-.\u2019\u2010\u00b7")


def is_name(label: str) -> bool:
    """Whether a label has the shape of a name: a few capitalised words, numbers only last.

    Small words may stand inside ("Ludwig van Dyke"), one comma may turn it around ("Carter,
    Sam"). Scripts without case pass when the words are short.
    """
    words = label.replace(",", " ", 1).split()
    if not 1 <= len(words) <= _MOST_WORDS or has_key(label):
        return False
    if words[-1].isdecimal() and len(words) > 1:
        words.pop()
    proper = [word for word in words if word.lower() not in PARTICLES or word[0].isupper()]
    return bool(proper) and all(_is_proper(word) for word in proper)


def is_handle(label: str) -> bool:
    """Whether a label may be what somebody calls themselves: `sam`, `+1 415-***-1234`, `iPad 3`.

    Weaker than `is_name`: only a file in which nearly every line has a label can prove it.
    """
    words = label.split()
    if not 1 <= len(words) <= _MOST_WORDS or is_opener(label) or has_key(label):
        return False
    return not any(word[-1] in "?!;," or _ends_sentence(word) for word in words)


def is_opener(label: str) -> bool:
    """Whether a label begins as sentences do, so that only repetition makes it a name."""
    return _bare(label.split(maxsplit=1)[0]) in OPENERS


def has_key(label: str) -> bool:
    """Whether a label holds a word that notes and headers put before a colon."""
    words = [_bare(word) for word in label.split()]
    return any(word in KEYS for word in words) or (len(words) == 1 and words[0] in LONE_KEYS)


def _bare(word: str) -> str:
    return word.lower().strip("().,*'\u2019")


def _ends_sentence(word: str) -> bool:
    return word[-1] == "." and len(word) > _LONGEST_ABBREVIATION


def _is_proper(word: str) -> bool:
    if _ends_sentence(word) or not all(_is_name_char(char) for char in word):
        return False
    core = _PREFIX.sub("", word, count=1)
    caseless = core[0].isalpha() and core[0].isupper() == core[0].islower()
    return core[0].isupper() or (caseless and len(core) <= _LONGEST_CASELESS)


def _is_name_char(char: str) -> bool:
    return char.isalpha() or char in _INNER or unicodedata.category(char).startswith("M")
