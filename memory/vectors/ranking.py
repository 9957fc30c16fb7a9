"""One order of what was found, whichever index found it."""

from collections.abc import Iterable

from memory.base import Near

_DIGITS = 5
"""Digits of a likeness that single precision gets right, by whatever way it was computed."""

STEP = 10**-_DIGITS
"""Likenesses that differ by less may be equally near."""


def ranked(found: Iterable[tuple[str, float]], k: int) -> tuple[Near, ...]:
    """The `k` nearest of (id, likeness), the nearest first, equally near ones by id."""
    rounded = [Near(chunk, round(likeness, _DIGITS)) for chunk, likeness in found]
    return tuple(sorted(rounded, key=lambda near: (-near.likeness, near.id))[:k])
