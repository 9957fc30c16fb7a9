"""Whether a person would see text in an HTML mail, as far as inline styles tell."""

import re
from typing import Final, NamedTuple

Colour = tuple[int, int, int]

_WHITE: Final = (255, 255, 255)
_NAMED: Final = {"white": _WHITE, "snow": (255, 250, 250), "black": (0, 0, 0)}
_HEX = re.compile(r"#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))")
_RGB = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*([\d.]{1,8})\s*)?\)"
)
_SIZE = re.compile(r"(-?\d{0,6}(?:\.\d{0,6})?)\s*(px|pt|em|rem|%)?")
# The largest size at which nobody reads anything, by unit.
_UNREADABLE: Final = {"px": 1.0, "pt": 1.0, "em": 0.1, "rem": 0.1, "%": 10.0}
_OFF_SCREEN = -500.0
_ALIKE = 8


class Look(NamedTuple):
    """How text at some place looks; inherited by what is inside.

    Attributes:
        gone: Not shown at all, nor anything inside.
        invisible: Takes room but is not painted; something inside may be.
        tiny: Too small to read; something inside may be larger.
        ink: The colour of text; None for the default or one that is not understood.
        ground: The colour behind it; None for one that is not understood.
    """

    gone: bool = False
    invisible: bool = False
    tiny: bool = False
    ink: Colour | None = None
    ground: Colour | None = _WHITE

    @property
    def seen(self) -> bool:
        """Whether a person can read text that looks like this."""
        return not (self.gone or self.invisible or self.tiny or self._on_its_own_colour)

    @property
    def _on_its_own_colour(self) -> bool:
        if self.ink is None or self.ground is None:
            return False
        return all(abs(a - b) <= _ALIKE for a, b in zip(self.ink, self.ground, strict=True))


def look(outer: Look, attributes: dict[str, str]) -> Look:
    """How an element looks, given what it is in and its attributes."""
    style = _declarations(attributes.get("style", ""))
    if outer.gone or "hidden" in attributes or _is_gone(style):
        return outer._replace(gone=True)
    inked = Look(
        invisible=_invisible(style, outer=outer.invisible),
        tiny=_tiny(style, outer=outer.tiny),
        ink=_ink(style.get("color") or attributes.get("color", ""), outer.ink),
        ground=_ground(style, attributes, outer.ground),
    )
    return inked._replace(gone=style.get("color") == "transparent")


def _declarations(style: str) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in style.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def _is_gone(style: dict[str, str]) -> bool:
    cut_off = style.get("overflow") == "hidden" and "0" in {
        (style.get(name) or "-").removesuffix("px") for name in ("height", "max-height", "width")
    }
    moved_off = any(_number(style.get(name, "")) <= _OFF_SCREEN for name in ("left", "text-indent"))
    transparent = _SIZE.fullmatch(style.get("opacity", "1")) is not None and not _number(
        style.get("opacity", "1")
    )
    return style.get("display") == "none" or cut_off or moved_off or transparent


def _number(value: str) -> float:
    match = _SIZE.match(value)
    return float(match[1]) if match and match[1].strip("-.") else 0.0


def _invisible(style: dict[str, str], *, outer: bool) -> bool:
    if "visibility" in style:
        return style["visibility"] in {"hidden", "collapse"}
    return outer


def _tiny(style: dict[str, str], *, outer: bool) -> bool:
    size = _SIZE.fullmatch(style.get("font-size", ""))
    if size is None or not size[1].strip("-."):
        return outer and "font-size" not in style
    return float(size[1]) <= _UNREADABLE.get(size[2] or "px", 0.0)


def _ink(value: str, outer: Colour | None) -> Colour | None:
    return outer if value in {"", "inherit"} else _colour(value)


def _ground(
    style: dict[str, str], attributes: dict[str, str], outer: Colour | None
) -> Colour | None:
    for value in (
        style.get("background-color"),
        style.get("background"),
        attributes.get("bgcolor"),
    ):
        if value and value not in {"none", "transparent", "inherit", "initial"}:
            return _colour(value)
    return None if "background-image" in style else outer


def _colour(value: str) -> Colour | None:
    value = value.strip().lower()
    if value in _NAMED:
        return _NAMED[value]
    if match := _HEX.fullmatch(value):
        short = match[1] is not None
        digits = [part * 2 if short else part for part in match.groups() if part is not None]
        return int(digits[0], 16), int(digits[1], 16), int(digits[2], 16)
    if match := _RGB.fullmatch(value):
        return int(match[1]), int(match[2]), int(match[3])
    return None
