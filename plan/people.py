"""Who is meant: matching names and addresses to the people of a deal."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from plan.models import Stakeholder
from plan.sources import Source, Turn

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "sir"})


def match(
    people: Sequence[Stakeholder], name: str | None, address: str | None = None
) -> str | None:
    """The id of the one person meant by a mail address or a name, or None if unsure.

    An address decides where it is known. A name matches by all its words, in any order
    and without accents or titles; a single word matches a first or last name that only
    one of the people bears.
    """
    by_address = address and _only(p.id for p in people if _same_address(p.email, address))
    if by_address or not name:
        return by_address or None
    words = name_words(name)
    if not words:
        return None
    full = [p.id for p in people if name_words(p.name) == words]
    return _only(full or (p.id for p in people if _covers(name_words(p.name), words)))


@lru_cache(maxsize=4096)
def name_words(name: str) -> frozenset[str]:
    """The words of a name, lower case, without accents and titles."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    bare = (char for char in plain if not unicodedata.combining(char))
    return frozenset("".join(char if _spells(char) else " " for char in bare).split()) - _TITLES


def speakers(source: Source, people: Sequence[Stakeholder]) -> frozenset[str]:
    """Ids of those who spoke in or wrote a source; nobody writes an automatic reply."""
    if source.notice:
        return frozenset()
    labels = {(turn.speaker, turn.address) for turn in source.turns}
    return frozenset(found for name, at in labels if (found := match(people, name, at)))


def speaker_of(turn: Turn, people: Sequence[Stakeholder]) -> str | None:
    """The id of the person whose turn it is, or None."""
    return match(people, turn.speaker, turn.address)


def _spells(char: str) -> bool:
    # Many scripts write their vowels as marks, which belong to the word.
    return char.isalpha() or unicodedata.category(char).startswith("M")


def _covers(whole: frozenset[str], part: frozenset[str]) -> bool:
    return part < whole or (len(whole) > 1 and whole < part)


def _same_address(known: str | None, address: str) -> bool:
    return known is not None and known.casefold() == address.casefold()


def _only(found: Iterable[str]) -> str | None:
    ids = set(found)
    return ids.pop() if len(ids) == 1 else None
