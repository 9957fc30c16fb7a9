"""What a deal's collection is called."""

import re
from hashlib import sha256

_PREFIX = "tandem"
"""First in every name, so that Tandem may share a server."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_LONGEST = 200
"""Chroma takes names of 512 characters; nobody reads as many."""


def collection(workspace: str, deal: str) -> str:
    """A name that no other deal has and that Chroma takes.

    Chroma's rule: 3 to 512 characters of `a-z A-Z 0-9 . _ -`, a letter or digit at both ends, not
    two dots in a row, no IPv4 address. Names that are not made of two slugs, or too long ones, are
    told by a digest behind `_`, which no slug holds.
    """
    name = f"{_PREFIX}.{workspace}.{deal}"
    if _SLUG.fullmatch(workspace) and _SLUG.fullmatch(deal) and len(name) <= _LONGEST:
        return name
    parts = f"{len(workspace)}:{workspace}{deal}"
    return f"{_PREFIX}_{sha256(parts.encode()).hexdigest()}"
