"""What meeting clients hang on a display name, and the name without it."""

import re
from functools import lru_cache

from tools.intake.errors import TooLargeError
from tools.intake.limits import LIMITS
from tools.intake.turns import folded

# Badges that stand bare behind a name, in the languages of the clients. Never such as are
# surnames ("Guest"); those come in brackets, and brackets go whatever they hold.
_BARE = (
    "external unfamiliar",
    "unverified",
    "external",
    "extern unbekannt",
    "nicht überprüft",
    "nicht verifiziert",
    "niet geverifieerd",
    "extern",
    "externe",
    "non vérifié",
    "externo",
    "externa",
    "no verificado",
    "não verificado",
    "esterno",
    "non verificato",
    "ekstern",
    "ikke verificeret",
    "ikke bekreftet",
    "overifierad",
    "ulkoinen",
    "vahvistamaton",
    "niezweryfikowany",
    "zewnętrzny",
)
_LONGEST = max(len(badge) for badge in _BARE)
_BRACKETS = {")": "(", "]": "[", "\uff09": "\uff08", "\u3011": "\u3010"}
_LEADING = re.compile(
    r"[(\[](?:guest|external|extern|externe|ext|gast|unverified)[)\]]\s*", re.IGNORECASE
)
_COUNTER = re.compile(r"\s*[0-9]+\s*")


@lru_cache(maxsize=4096)
def without_badges(label: str) -> str:
    """Take badges, bracketed company names and the like off a speaker's label, and fold it.

    "Sam Carter (Guest)", "Sam Carter External unfamiliar", "Sam CarterUnverified",
    "[External] Sam Carter | Acme [Acme Foods]" are all Sam Carter; Sam Externalson keeps his
    name, and "iPhone (2)" its number. A label that is nothing but badges stays as it is.

    Raises:
        TooLargeError: The label is longer than any name.
    """
    whole = folded(label)
    if len(whole) > LIMITS.speaker_chars:
        raise TooLargeError(
            f"A speaker's name is {len(whole):,} characters long ({whole[:40]} ...); "
            f"names may have {LIMITS.speaker_chars}."
        )
    name = _LEADING.sub("", whole, count=1) if _LEADING.match(whole) else whole
    while (shorter := _without_last(name)) != name:
        name = shorter
    return name or whole


def _without_last(name: str) -> str:
    for bare in _bracketless(name), _bare(name), _piped(name):
        if bare:
            return bare
    return name


def _bracketless(name: str) -> str:
    opening = name.rfind(_BRACKETS[name[-1]]) if name and name[-1] in _BRACKETS else -1
    if opening < 1 or _COUNTER.fullmatch(name[opening + 1 : -1]):
        return ""
    return name[:opening].rstrip()


def _bare(name: str) -> str:
    """The name before a bare badge, which may be glued to it: an upper case letter parts them."""
    tail = name[-_LONGEST - 1 :].lower()
    for badge in _BARE:
        if tail.endswith(badge) and len(name) > len(badge):
            before, start = name[: -len(badge)], name[-len(badge)]
            if before[-1] == " " or (start.isupper() and before[-1].islower()):
                return before.rstrip(" -,")
    return ""


def _piped(name: str) -> str:
    before, pipe, _ = name.rpartition("|")
    return before.rstrip() if pipe else ""
