"""Properties that set several others at once."""

from collections.abc import Callable, Iterator
from typing import Final

from tools.intake.mail.css.colours import is_colour
from tools.intake.mail.css.lengths import number
from tools.intake.mail.css.properties import FOR_ALL, is_length
from tools.intake.mail.css.syntax import parted
from tools.intake.mail.phrases import words

Longhands = Iterator[tuple[str, str]]

_SIDES: Final = ("top", "right", "bottom", "left")
# Which of one to four values each side has.
_SIDE_OF: Final = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
_SYSTEM_FONTS: Final = words("caption icon menu message-box small-caption status-bar")
_BACKGROUND_WORDS: Final = words(
    "none repeat repeat-x repeat-y no-repeat space round scroll fixed local left right top bottom "
    "center auto cover contain border-box padding-box content-box text"
)
_IMAGES: Final = ("url(", "image(", "image-set(", "-webkit-image-set(", "cross-fade(", "element(")


def longhands(name: str, value: str) -> Longhands:
    """The properties that a shorthand sets, and to what; none where it is wrong."""
    if value in FOR_ALL:
        return ((longhand, value) for longhand in _SETS[name])
    return SHORTHANDS[name](value)


def is_image(value: str) -> bool:
    """Whether a value is an image or a gradient."""
    return value.startswith(_IMAGES) or ("gradient(" in value and value.endswith(")"))


def _font(value: str) -> Longhands:
    """Size, height of a line; the family must be there, what stands before may be anything."""
    if value in _SYSTEM_FONTS:
        yield "font-size", "medium"
        yield "line-height", "normal"
        return
    parts = list(parted(value.replace(" /", "/").replace("/ ", "/"), " "))
    for part in parts[:-1]:
        size, _, height = part.partition("/")
        if _is_font_size(size):
            yield "font-size", size
            yield "line-height", height or "normal"
            return


def _is_font_size(part: str) -> bool:
    """A size has a unit here or is 0: any other number says how bold the font is."""
    bare = number(part) if not part.endswith("%") else None
    return part != "normal" and is_length(part) and not bare


def _background(value: str) -> Longhands:
    parts = list(parted(value, " ,/"))
    if not all(_is_of_background(part) for part in parts):
        return
    yield "background-color", next((part for part in parts if is_colour(part)), "transparent")
    yield "background-image", next((part for part in parts if is_image(part)), "none")
    yield "background-clip", "text" if "text" in parts else "border-box"


def _is_of_background(part: str) -> bool:
    return part in _BACKGROUND_WORDS or is_image(part) or is_colour(part) or is_length(part)


def _overflow(value: str) -> Longhands:
    parts = value.split(" ")
    if len(parts) <= len(("x", "y")):
        yield "overflow-x", parts[0]
        yield "overflow-y", parts[-1]


def _sides(pattern: str) -> Callable[[str], Longhands]:
    def sides(value: str) -> Longhands:
        parts = list(parted(value, " "))
        if len(parts) in _SIDE_OF and all(is_length(part) for part in parts):
            for side, which in zip(_SIDES, _SIDE_OF[len(parts)], strict=True):
                yield pattern.format(side), parts[which]

    return sides


SHORTHANDS: Final[dict[str, Callable[[str], Longhands]]] = {
    "font": _font,
    "background": _background,
    "overflow": _overflow,
    "margin": _sides("margin-{}"),
    "padding": _sides("padding-{}"),
    "inset": _sides("{}"),
}
_SETS: Final = {
    "font": ("font-size", "line-height"),
    "background": ("background-color", "background-image", "background-clip"),
    "overflow": ("overflow-x", "overflow-y"),
    "margin": tuple(f"margin-{side}" for side in _SIDES),
    "padding": tuple(f"padding-{side}" for side in _SIDES),
    "inset": _SIDES,
}
