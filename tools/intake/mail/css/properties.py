"""The properties that decide whether words are seen, and which values browsers take for them."""

import re
from collections.abc import Callable
from typing import Final

from tools.intake.mail.css.colours import is_colour
from tools.intake.mail.css.lengths import ROOT_SIZE, number, pixels
from tools.intake.mail.phrases import words

FOR_ALL: Final = words("inherit initial unset revert revert-layer")
"""Values that every property takes."""

FURTHER_NAMES: Final = {
    "-webkit-text-fill-color": "text-fill-color",
    "-moz-text-fill-color": "text-fill-color",
    "-moz-opacity": "opacity",
    "-khtml-opacity": "opacity",
    **{
        f"-{maker}-{name}": name
        for maker in ("webkit", "moz", "ms", "o")
        for name in ("transform", "clip-path", "background-clip", "filter")
    },
}
"""Other names of properties."""

_FUNCTION = re.compile(r"[a-z][a-z0-9-]*\(.*\)", re.DOTALL)
_KEYWORDS: Final = {
    "display": "none block inline inline-block flex inline-flex grid inline-grid table "
    "inline-table table-row table-cell table-caption table-row-group table-header-group "
    "table-footer-group table-column table-column-group list-item contents flow-root run-in "
    "ruby -webkit-box -webkit-inline-box -webkit-flex -webkit-inline-flex -ms-flexbox",
    "visibility": "visible hidden collapse",
    "overflow-x": "visible hidden clip scroll auto overlay",
    "overflow-y": "visible hidden clip scroll auto overlay",
    "position": "static relative absolute fixed sticky -webkit-sticky",
    "float": "none left right inline-start inline-end",
    "content-visibility": "visible hidden auto",
    "mso-hide": "all none screen",
}
_SIZES: Final = (
    "font-size width height max-width max-height min-width min-height line-height "
    "padding-top padding-right padding-bottom padding-left"
)
_DISTANCES: Final = "left right top bottom text-indent letter-spacing margin-left margin-top"
_LENGTH_WORDS: Final = words(
    "auto none normal min-content max-content fit-content stretch -webkit-fill-available "
    "xx-small x-small small medium large x-large xx-large xxx-large smaller larger"
)


def is_length(value: str) -> bool:
    """Whether a value is a length, a percentage, or a word that stands for one."""
    known = value in _LENGTH_WORDS or pixels(value, ROOT_SIZE, 1.0) is not None
    return known or _is_function(value)


def _is_size(value: str) -> bool:
    return is_length(value) and not (value.startswith("-") and value not in _LENGTH_WORDS)


def _is_share(value: str) -> bool:
    return number(value) is not None or _is_function(value)


def _is_zoom(value: str) -> bool:
    return value in {"normal", "reset"} or _is_share(value)


def _are_shares(value: str) -> bool:
    return value == "none" or all(_is_share(part) for part in value.split(" "))


def _is_function(value: str) -> bool:
    return _FUNCTION.fullmatch(value) is not None


def _is_function_or_none(value: str) -> bool:
    return value in {"none", "auto"} or _is_function(value)


def _is_anything(value: str) -> bool:
    return bool(value)


_TAKES: Final[dict[str, Callable[[str], bool]]] = {
    **{name: words(listed).__contains__ for name, listed in _KEYWORDS.items()},
    **dict.fromkeys(_SIZES.split(), _is_size),
    **dict.fromkeys(_DISTANCES.split(), is_length),
    **dict.fromkeys(("color", "background-color", "text-fill-color"), is_colour),
    **dict.fromkeys(("clip", "clip-path", "transform", "filter"), _is_function_or_none),
    **dict.fromkeys(("background-image", "background-clip", "translate"), _is_anything),
    "opacity": _is_share,
    "zoom": _is_zoom,
    "scale": _are_shares,
}
KNOWN: Final = frozenset(_TAKES)
"""Every property that is looked at."""


def is_valid(name: str, value: str) -> bool:
    """Whether a browser takes a value for a property; what it does not take changes nothing."""
    takes = _TAKES.get(name)
    return takes is not None and (value in FOR_ALL or takes(value))
