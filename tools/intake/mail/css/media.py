"""Which conditions of `@media` hold where mail is thought to be read.

That is one window for everybody, so that a mail says the same each time it is read: a desktop's
screen in light colours. What is hidden only on a phone is seen there, and what only a phone shows
is, as a rule, the same once more.
"""

import re
from collections.abc import Callable
from operator import eq, ge, gt, le, lt
from typing import Final

from tools.intake.errors import TooLargeError
from tools.intake.mail.css.lengths import ROOT_SIZE, WINDOW_HEIGHT, WINDOW_WIDTH, pixels
from tools.intake.mail.css.syntax import parted

LONGEST: Final = 10_000
_FEATURE = re.compile(r"\(([^()]*+)\)")
_RANGE = re.compile(r"(<=|>=|<|>|=)")
_COMPARE: Final = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq}
_MIRRORED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
_AMOUNTS: Final = {
    "width": WINDOW_WIDTH,
    "device-width": WINDOW_WIDTH,
    "height": WINDOW_HEIGHT,
    "device-height": WINDOW_HEIGHT,
    "device-pixel-ratio": 1.0,
    "color": 8.0,
    "monochrome": 0.0,
    "grid": 0.0,
}
_KEYWORDS: Final = {
    "orientation": "landscape",
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-contrast": "no-preference",
    "forced-colors": "none",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "scripting": "none",
}
_JOINING: Final = frozenset({"and", "or", "only", "not", "screen", "all"})


def holds(condition: str) -> bool:
    """Whether what stands after `@media` holds; nothing at all always does.

    Raises:
        TooLargeError: It is longer than any in a mail.
    """
    if len(condition) > LONGEST:
        raise TooLargeError(
            f"The HTML of this mail has a condition of more than {LONGEST:,} characters in a "
            "style sheet, which is the most that is read; save the message as plain text."
        )
    queries = [query.strip() for query in parted(condition.lower(), ",")]
    return not any(queries) or any(_query(query) for query in queries)


def _query(query: str) -> bool:
    words = _FEATURE.sub(" ", query).split()
    if not query or not _JOINING.issuperset(words):
        return words[:1] == ["not"] and all(word.isalpha() for word in words)
    features = (_feature(match[1].strip()) for match in _FEATURE.finditer(query))
    right = any(features) if "or" in words else all(features)
    return right != (words[:1] == ["not"])


def _feature(text: str) -> bool:
    if _RANGE.search(text):
        return _range(_RANGE.split(text))
    name, colon, value = (part.strip() for part in text.partition(":"))
    name = name.removeprefix("-webkit-")
    if name in _KEYWORDS:
        return value == _KEYWORDS[name] if colon else _KEYWORDS[name] != "none"
    for prefix, compare in (("min-", ge), ("max-", le), ("", eq)):
        amount = _AMOUNTS.get(name.removeprefix(prefix)) if name.startswith(prefix) else None
        if amount is not None:
            return _is_right(amount, compare, value) if colon else amount > 0
    return False


def _range(parts: list[str]) -> bool:
    """`width < 600px`, `600px > width` and `300px < width < 600px`."""
    parts = [part.strip() for part in parts]
    for at, part in enumerate(parts):
        amount = _AMOUNTS.get(part)
        if amount is not None:
            after, before = parts[at + 1 : at + 3], parts[max(at - 2, 0) : at]
            return (not after or _is_right(amount, _COMPARE[after[0]], after[1])) and (
                not before or _is_right(amount, _COMPARE[_MIRRORED[before[1]]], before[0])
            )
    return False


def _is_right(amount: float, compare: Callable[[float, float], bool], value: str) -> bool:
    limit = pixels(value, ROOT_SIZE)
    return limit is not None and compare(amount, limit)
