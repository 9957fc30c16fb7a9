"""Colours of CSS and of HTML's old attributes, and whether one can be read on another."""

import re
from colorsys import hls_to_rgb
from typing import Final, NamedTuple

from tools.intake.mail.css.colour_names import HEX
from tools.intake.mail.css.lengths import number
from tools.intake.mail.css.syntax import parted


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, and how much it covers, from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0


WHITE: Final = Colour(255, 255, 255)
BLACK: Final = Colour(0, 0, 0)
CLEAR: Final = Colour(0, 0, 0, 0.0)
_HEX = re.compile(r"[0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8}")
_FUNCTION = re.compile(r"([a-z]{2,5})\(([^()]{1,100})\)")
_HUE = re.compile(r"(.{1,20}?)(deg|grad|rad|turn)?")
_TURN: Final = {"deg": 360.0, "grad": 400.0, "rad": 6.283185307, "turn": 1.0}
# Other kinds of colour there are, which are not worked out.
_OTHERS: Final = ("lab(", "lch(", "oklab(", "oklch(", "color(", "color-mix(", "light-dark(", "var(")
_NOT_HEX = re.compile(r"[^0-9a-f]")
_LONGEST = 128
# Closer than this in each of red, green and blue, and of less contrast (WCAG 2.2), nobody reads
# it: #eee on white goes, #ddd on white stays. Contrast alone would part no red from a green.
_ALIKE = 32
_CONTRAST = 1.2
_DARKEST = 0.04045


def colour(value: str) -> Colour | None:
    """A colour of CSS in lower case; None for what is none, or is not understood."""
    if value == "transparent":
        return CLEAR
    digits = HEX.get(value, value.removeprefix("#"))
    # Mail programs that read mail in quirks mode take colours without their # too.
    if _HEX.fullmatch(digits):
        return _of_digits(digits)
    match = _FUNCTION.fullmatch(value)
    return _of_function(match[1].removesuffix("a"), match[2]) if match else None


def is_colour(value: str) -> bool:
    """Whether a value is a colour of CSS, also one that is not understood."""
    return value == "currentcolor" or value.startswith(_OTHERS) or colour(value) is not None


def legacy(value: str) -> Colour | None:
    """A colour as attributes like `bgcolor` give it, by the rules of HTML, section 2.3.6."""
    value = value.strip().lower()
    if value in {"", "transparent"}:
        return None
    if value in HEX or (len(value) == len("#fff") and _HEX.fullmatch(value[1:])):
        return colour(value)
    digits = _NOT_HEX.sub("0", value[:_LONGEST].removeprefix("#"))
    size = max(-(-len(digits) // 3), 1)
    padded = digits.ljust(size * 3, "0")
    parts = [padded[at : at + size][-8:] for at in range(0, size * 3, size)]
    while len(parts[0]) > len("ff") and all(part.startswith("0") for part in parts):
        parts = [part[1:] for part in parts]
    red, green, blue = (int(part[: len("ff")], 16) for part in parts)
    return Colour(red, green, blue)


def over(upper: Colour, lower: Colour | None, opacity: float = 1.0) -> Colour | None:
    """What is seen of one colour on another; None if it cannot be known."""
    share = upper.alpha * opacity
    if lower is None:
        return upper._replace(alpha=1.0) if share >= 1 else None
    mixed = [share * a + (1 - share) * b for a, b in zip(upper[:3], lower[:3], strict=True)]
    return Colour(mixed[0], mixed[1], mixed[2])


def alike(one: Colour, other: Colour) -> bool:
    """Whether nobody can read words of one colour on the other."""
    if any(abs(a - b) > _ALIKE for a, b in zip(one[:3], other[:3], strict=True)):
        return False
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05) < _CONTRAST


def _luminance(seen: Colour) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = (_linear(channel / 255) for channel in seen[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _DARKEST else float(((channel + 0.055) / 1.055) ** 2.4)


def _of_digits(digits: str) -> Colour:
    width = 1 if len(digits) <= len("rgba") else 2
    parts = [int(digits[at : at + width] * (3 - width), 16) for at in range(0, len(digits), width)]
    alpha = parts[3] / 255 if len(parts) > len("rgb") else 1.0
    return Colour(parts[0], parts[1], parts[2], alpha)


def _of_function(name: str, inside: str) -> Colour | None:
    values = ["0" if part == "none" else part for part in parted(inside, " ,/")]
    if len(values) not in {3, 4} or name not in {"rgb", "hsl", "hwb"}:
        return None
    alpha = number(values[3]) if len(values) > len("rgb") else 1.0
    first = _channel(values[0]) if name == "rgb" else _hue(values[0])
    second, third = (_channel(part) if name == "rgb" else _part(part) for part in values[1:3])
    if first is None or second is None or third is None or alpha is None:
        return None
    alpha = max(0.0, min(1.0, alpha))
    if name == "rgb":
        return Colour(first, second, third, alpha)
    mixed = _hsl(first, second, third) if name == "hsl" else _hwb(first, second, third)
    return mixed._replace(alpha=alpha)


def _channel(text: str) -> float | None:
    value = number(text)
    if value is None:
        return None
    return max(0.0, min(255.0, value * 255 if text.endswith("%") else value))


def _part(text: str) -> float | None:
    """A percentage, which may stand without its sign, from 0 to 1."""
    value = number(text.removesuffix("%") + "%")
    return None if value is None else max(0.0, min(1.0, value))


def _hue(text: str) -> float | None:
    """A hue as a part of the whole circle."""
    match = _HUE.fullmatch(text)
    value = number(match[1]) if match else None
    return None if match is None or value is None else value / _TURN[match[2] or "deg"] % 1


def _hsl(hue: float, saturation: float, lightness: float) -> Colour:
    red, green, blue = hls_to_rgb(hue, lightness, saturation)
    return Colour(red * 255, green * 255, blue * 255)


def _hwb(hue: float, white: float, black: float) -> Colour:
    """The pure hue with white and black mixed in."""
    if white + black >= 1:
        return _hsl(0, 0, white / (white + black))
    pure = _hsl(hue, 1, 0.5)
    red, green, blue = (part * (1 - white - black) + white * 255 for part in pure[:3])
    return Colour(red, green, blue)
