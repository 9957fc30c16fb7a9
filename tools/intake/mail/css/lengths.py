"""Lengths of CSS in pixels."""

import re
from typing import Final

ROOT_SIZE: Final = 16.0
# The window mail is thought to be read in: that of a desktop, where nothing is left out for room.
WINDOW_WIDTH: Final = 1024.0
WINDOW_HEIGHT: Final = 768.0
# Browsers go no further either (Chromium: 2^25), and no sum of these becomes infinite.
_FURTHEST: Final = 33_554_432.0
_NUMBER = re.compile(
    r"([+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:e[+-]?[0-9]{1,3})?)([a-z]{0,5}|%)"
)
_PLUS = re.compile(r" ([+-]) ")
_TIMES = re.compile(r"([*/])")
# CSS Values and Units Level 4, sections 6.1 and 6.2. A number without unit is one of pixels, as
# mail programs take it that read mail in quirks mode.
_PIXELS: Final = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "rem": ROOT_SIZE,
    "vw": WINDOW_WIDTH / 100,
    "vh": WINDOW_HEIGHT / 100,
    "vmin": WINDOW_HEIGHT / 100,
    "vmax": WINDOW_WIDTH / 100,
}
_OF_FONT: Final = {"em": 1.0, "ex": 0.5, "ch": 0.5}


def number(text: str) -> float | None:
    """A number, or a percentage as a part of one; None for anything else."""
    match = _NUMBER.fullmatch(text)
    if match is None or match[2] not in {"", "%"}:
        return None
    return _bounded(float(match[1])) / (100 if match[2] else 1)


def pixels(text: str, em: float, whole: float | None = None) -> float | None:
    """A length in pixels; None for what is none, or is not understood.

    Args:
        text: The length: a number with a unit, or `calc()` without further brackets.
        em: Size of the font, in pixels.
        whole: What percentages are of, in pixels; None where they mean nothing.
    """
    if text.startswith("calc(") and text.endswith(")"):
        return _sum(text[len("calc(") : -1].strip(), em, whole)
    return _length(text, em, whole)


def _length(text: str, em: float, whole: float | None) -> float | None:
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    unit = _OF_FONT[match[2]] * em if match[2] in _OF_FONT else _PIXELS.get(match[2])
    if match[2] == "%":
        unit = None if whole is None else whole / 100
    return None if unit is None else _bounded(float(match[1]) * unit)


def _sum(text: str, em: float, whole: float | None) -> float | None:
    total, sign = 0.0, 1.0
    for part in _PLUS.split(text):
        if part in {"+", "-"}:
            sign = 1.0 if part == "+" else -1.0
            continue
        term = _product(part, em, whole)
        if term is None:
            return None
        total = _bounded(total + sign * term)
    return total


def _product(text: str, em: float, whole: float | None) -> float | None:
    """Numbers and at most one length, multiplied and divided from left to right."""
    result, by = 1.0, "*"
    for part in _TIMES.split(text):
        if part in {"*", "/"}:
            by = part
            continue
        factor = _length(part.strip(), em, whole)
        if factor is None or (by == "/" and not factor):
            return None
        result = _bounded(result * factor if by == "*" else result / factor)
    return result


def _bounded(length: float) -> float:
    return max(-_FURTHEST, min(_FURTHEST, length))
