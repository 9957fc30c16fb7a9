"""An element of HTML as a box, and whether its size leaves room for words."""

from typing import Final, NamedTuple

from tools.intake.mail.css.lengths import WINDOW_WIDTH, pixels
from tools.intake.mail.elements import BOXES, IN_TABLES

SLIT: Final = 2.0
"""Nobody reads what is seen through a slit as narrow as this, in pixels."""
_AXES: Final = {
    "x": ("width", "padding-left", "padding-right"),
    "y": ("height", "padding-top", "padding-bottom"),
}


class Box(NamedTuple):
    """An element to be laid out.

    Attributes:
        name: Its name.
        style: Its values by property.
        em: Size of its font in pixels.
    """

    name: str
    style: dict[str, str]
    em: float

    @property
    def is_taken_out(self) -> bool:
        """Whether it is out of the flow, where everything is a box of its own."""
        return self.style.get("position") in {"absolute", "fixed"}

    @property
    def is_inline(self) -> bool:
        """Whether it is a part of lines, where sizes and shapes do nothing."""
        if self._is_loose:
            return False
        display = self.style.get("display")
        if display is None or display in {"unset", "revert"}:
            return self.name not in BOXES and self.name not in IN_TABLES
        return display in {"inline", "contents", "initial"}

    @property
    def grows(self) -> bool:
        """Whether it gets as large as what is in it, whatever its size says."""
        display = self.style.get("display")
        if display is None:
            return self.name == "table" or (self.name in IN_TABLES and not self._is_loose)
        return display in {"table", "inline-table"} or ("table" in display and not self._is_loose)

    def length(self, name: str, whole: float | None = None) -> float | None:
        """A property in pixels, percentages of `whole`; None if it is not set to a length."""
        value = self.style.get(name)
        return None if value is None else pixels(value, self.em, whole)

    @property
    def _is_loose(self) -> bool:
        return self.is_taken_out or self.style.get("float", "none") != "none"


def is_squeezed(box: Box) -> bool:
    """Whether a box is too small for words, and words do not flow over its edges."""
    sized = not box.is_inline and not box.grows
    return sized and _clips(box) and any(_is_slit(box, axis) for axis in _AXES)


def _clips(box: Box) -> bool:
    flows = {"visible", "initial", "unset", "revert"}
    return any(box.style.get(f"overflow-{axis}", "visible") not in flows for axis in _AXES)


def _is_slit(box: Box, axis: str) -> bool:
    name, *paddings = _AXES[axis]
    # A percentage of a height that nobody set is as good as none.
    whole = WINDOW_WIDTH if axis == "x" else None
    limits = (box.length(name, whole), box.length(f"max-{name}", whole))
    size = min((limit for limit in limits if limit is not None), default=None)
    if size is None:
        return False
    size = max(size, box.length(f"min-{name}", whole) or 0.0)
    return size + sum(box.length(padding, WINDOW_WIDTH) or 0.0 for padding in paddings) <= SLIT
