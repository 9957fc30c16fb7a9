"""Whether letters are large enough and stand where they can be read."""

from typing import Final, NamedTuple

from tools.intake.mail.boxes import Box
from tools.intake.mail.css.lengths import ROOT_SIZE, WINDOW_WIDTH, pixels
from tools.intake.mail.places import FAR_OFF, OFF_SCREEN
from tools.intake.mail.shapes import scale

SMALLEST: Final = 2.0
"""Letters of this size, in pixels, are too small to read."""
# CSS Fonts Module Level 4, section 2.5.
_NAMED: Final = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": ROOT_SIZE,
    "initial": ROOT_SIZE,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
    "xxx-large": 48.0,
}
_STEPS: Final = {"smaller": 1 / 1.2, "larger": 1.2}
# Letters set closer than half their size lie on top of each other.
_CLOSEST: Final = -0.5


class Font(NamedTuple):
    """How letters are set; inherited by what is inside, where each may change.

    Attributes:
        size: In pixels.
        scale: How many times that size they are painted.
        spacing: Added between two of them, in pixels.
        indent: By how much the first line of a box is moved, in pixels.
        moved: Whether such an indent takes words in this box out of sight.
    """

    size: float = ROOT_SIZE
    scale: float = 1.0
    spacing: float = 0.0
    indent: float = 0.0
    moved: bool = False

    @property
    def is_readable(self) -> bool:
        """Whether a person can read letters set like this."""
        if self.size * self.scale <= SMALLEST or self.moved:
            return False
        return self.spacing > _CLOSEST * self.size


def size(value: str, outer: float) -> float:
    """A `font-size` in pixels, given that of what is around; empty if none is set."""
    if value in _NAMED:
        return _NAMED[value]
    length = pixels(value, outer, outer) if value else None
    return outer * _STEPS.get(value, 1.0) if length is None else length


def font(outer: Font, box: Box) -> Font:
    """How letters are set in a box."""
    indent = _changed(box, "text-indent", outer.indent)
    far = not OFF_SCREEN < indent < FAR_OFF
    return Font(
        box.em,
        outer.scale * scale(box),
        _changed(box, "letter-spacing", outer.spacing),
        indent,
        outer.moved if box.is_inline else far,
    )


def _changed(box: Box, name: str, outer: float) -> float:
    if name not in box.style:
        return outer
    length = box.length(name, WINDOW_WIDTH)
    if length is not None:
        return length
    return outer if box.style[name] in {"inherit", "unset"} else 0.0
