"""Whether a box is moved to where no window shows it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tools.intake.mail.boxes import Box
from tools.intake.mail.css.lengths import WINDOW_HEIGHT, WINDOW_WIDTH, pixels
from tools.intake.mail.shapes import functions

OFF_SCREEN: Final = -500.0
"""So far before its place nothing of a box is seen, in pixels."""
FAR_OFF: Final = 5_000.0
"""So far after its place nobody scrolls to it, in pixels."""


class _Side(NamedTuple):
    """From where to where a distance from one side of the page leaves a box within reach."""

    name: str
    before: float
    behind: float
    whole: float
    size: str


# A page is long: what is far down may still be its end.
_LONGEST_PAGE: Final = 200_000.0
_SIDES: Final = (
    _Side("left", OFF_SCREEN, FAR_OFF, WINDOW_WIDTH, "width"),
    _Side("right", OFF_SCREEN, FAR_OFF, WINDOW_WIDTH, "width"),
    _Side("top", OFF_SCREEN, _LONGEST_PAGE, WINDOW_HEIGHT, "height"),
    _Side("bottom", -_LONGEST_PAGE, FAR_OFF, WINDOW_HEIGHT, ""),
)
_OPPOSITE: Final = {"right": "left", "bottom": "top"}
_ALONG: Final = {
    "translate": ("x", "y"),
    "translate3d": ("x", "y"),
    "translatex": ("x",),
    "translatey": ("y",),
}
_BEHIND: Final = {"x": FAR_OFF, "y": _LONGEST_PAGE}


def is_out_of_sight(box: Box) -> bool:
    """Whether its offsets, its margins or a transformation take a box out of sight."""
    positioned = box.is_taken_out or box.style.get("position") == "relative"
    return (
        (positioned and any(_is_beyond(box, side) for side in _SIDES))
        or _is_pushed(box, "left")
        or (not box.is_inline and (_is_pushed(box, "top") or _is_translated(box)))
    )


def _is_beyond(box: Box, side: _Side) -> bool:
    if box.length(_OPPOSITE.get(side.name, ""), side.whole) is not None:
        # Both sides are set, and the other one counts.
        return False
    offset = box.length(side.name, side.whole)
    if offset is None:
        return False
    size = box.length(side.size)
    beside = size is not None and offset < 0 and offset + size <= 0
    return beside or not side.before < offset < side.behind


def _is_pushed(box: Box, side: str) -> bool:
    """Whether its margin takes it away, and no padding takes the words in it back."""
    margin = box.length(f"margin-{side}", WINDOW_WIDTH) or 0.0
    padding = box.length(f"padding-{side}", WINDOW_WIDTH) or 0.0
    return margin + padding <= OFF_SCREEN or (margin >= FAR_OFF and side == "left")


def _is_translated(box: Box) -> bool:
    return any(
        distance is not None and not OFF_SCREEN < distance < _BEHIND[axis]
        for axis, distance in _translations(box)
    )


def _translations(box: Box) -> Iterator[tuple[str, float | None]]:
    """Each distance by which a box is moved; percentages are of its own size, which is unknown."""
    values = list(functions(box.style.get("transform", "")))
    values.append(("translate", box.style.get("translate", "").split(" ")))
    for name, arguments in values:
        for axis, argument in zip(_ALONG.get(name, ()), arguments, strict=False):
            yield axis, pixels(argument, box.em)
