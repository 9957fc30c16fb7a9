"""Ids that people can read: a slug of the name or title, unique in its deal."""

import re
import unicodedata
from collections.abc import Collection, Mapping

from plan.values import Entity

NAMED_BY: dict[Entity, str] = {
    "stakeholder": "name",
    "outcome": "metric",
    "milestone": "title",
    "action": "title",
}
"""The field by which people call a thing, and from which its id is made."""
LONGEST = 60
"""Characters a slug may have before its number."""

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)
_GAPS = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; empty where the text has no such letter."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    words = _GAPS.sub("-", bare).strip("-")
    if len(words) <= LONGEST:
        return words
    return words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]


def free_id(text: str, kind: str, taken: Collection[str]) -> str:
    """A new id for something of that name: its slug, `-2` on collision, `<kind>-1` when empty."""
    stem = slug(text)
    number = 2 if stem else 1
    candidate = stem or f"{kind}-1"
    while candidate in taken:
        candidate = f"{stem or kind}-{number}"
        number += 1
    return candidate


def called(entity: Entity, values: Mapping[str, object]) -> str:
    """What these values call a thing of that kind; empty where they do not say."""
    name = values.get(NAMED_BY.get(entity, ""))
    return name if isinstance(name, str) else ""


def new_id(entity: Entity, values: Mapping[str, object], taken: Collection[str]) -> str:
    """The id that an addition with these values gets."""
    kind = "person" if entity == "stakeholder" else entity
    return free_id(called(entity, values), kind, taken)
