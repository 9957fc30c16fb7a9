"""Phrases in answers: whether a text holds the words by which a fact is told.

Upper and lower case, white space, quotation marks and kinds of hyphen do not matter. A phrase
begins where a word or number begins and ends where it ends, with what the language may put
there: an ending, or anything after a stem, for FORMAT.md's phrases may be stems (“promot”).
"""

import unicodedata
from collections.abc import Iterator

from agent.quotes import fold

ENDINGS = frozenset({"", "s", "es", "ed", "ing"})
"""What may follow a phrase's last letter: “form” is in “forms”, and not in “formula”."""

STEM = 6
"""Letters from which a phrase's last word may go on in any way: “promot” is in “promoted”."""

ADMISSIONS = (
    "nothing in the deal",
    "nothing in this deal",
    "nothing in the source",
    "nothing in the call",
    "nothing in the email",
    "nothing in the plan",
    "nothing says",
    "nothing tells",
    "nobody says",
    "no one says",
    "no source says",
    "no source tells",
    "no source mentions",
    "deal does not say",
    "deal doesn't say",
    "deal does not tell",
    "deal doesn't tell",
    "sources do not say",
    "sources don't say",
    "sources do not tell",
    "sources don't tell",
    "no mention of",
    "not mentioned",
    "isn't mentioned",
    "never mentioned",
    "not stated",
    "isn't stated",
    "never stated",
    "not recorded",
    "no record of",
    "no information about",
    "no information on",
    "no evidence that",
    "not known from",
    "is not known",
    "is unknown",
    "cannot be determined",
    "can't be determined",
    "i do not know",
    "i don't know",
    "i cannot tell",
    "i can't tell",
    "i could not find",
    "i couldn't find",
    "i found nothing",
)
"""Words that admit that nothing in the deal tells. Few on purpose: a plain “no”, “not yet” or
“unclear” answers a question and admits nothing. Readers do better to set the `unknown` flag."""

_HYPHENS = str.maketrans({"\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-"})
_SEPARATORS = ".,"
_THOUSAND = "000"


def holds(text: str, phrase: str) -> bool:
    """Whether the text holds the phrase, as words of its own.

    A number is whole: “30 days” is not in “130 days”, nor “3.5” in “13.5” or “3.57”; “441” is
    in “441,000”, which says the same in another unit.
    """
    plain, sought = _plain(text), _plain(phrase)
    return bool(sought) and any(
        _begins(plain, start) and _ends(plain, start + len(sought))
        for start in _places(plain, sought)
    )


def admits(text: str) -> bool:
    """Whether the text says that nothing in the deal tells."""
    return any(holds(text, wording) for wording in ADMISSIONS)


def _plain(text: str) -> str:
    return fold(unicodedata.normalize("NFC", text).translate(_HYPHENS)).casefold()


def _places(text: str, sought: str) -> Iterator[int]:
    start = text.find(sought)
    while start >= 0:
        yield start
        start = text.find(sought, start + 1)


def _begins(text: str, start: int) -> bool:
    """Whether a word or number begins here."""
    first, before = text[start], text[start - 1 : start]
    if first.isdigit():
        part = before in _SEPARATORS and text[max(start - 2, 0) : start - 1].isdigit()
        return not before or not (before.isdigit() or part)
    return not (first.isalnum() and before.isalnum())


def _ends(text: str, end: int) -> bool:
    """Whether what ended here is a whole number, a word but for its ending, or a stem."""
    last, after = text[end - 1], text[end:]
    if last.isdigit():
        return _number_ends(after)
    if not last.isalnum():
        return True
    tail = after[: _run(after)]
    return tail in ENDINGS or _run(text[end - 1 :: -1]) >= STEM


def _number_ends(after: str) -> bool:
    if after[:1].isdigit():
        return False
    goes_on = after[:1] in _SEPARATORS and after[1:2].isdigit()
    return not goes_on or (after[1:4] == _THOUSAND and not after[4:5].isdigit())


def _run(text: str) -> int:
    """How many letters and digits a text begins with."""
    return next((at for at, char in enumerate(text) if not char.isalnum()), len(text))
