"""Whether the colour of words can be told from what is behind them."""

from typing import Final, NamedTuple

from tools.intake.mail.css.colours import BLACK, WHITE, Colour, alike, colour, legacy, over
from tools.intake.mail.css.lengths import number
from tools.intake.mail.css.shorthands import is_image
from tools.intake.mail.css.syntax import parted
from tools.intake.mail.shapes import functions

Style = dict[str, str]

# What covers less than this, whatever its colour is, is not seen.
_FAINTEST: Final = 0.08
_KEPT: Final = frozenset({"inherit", "unset", "currentcolor", "revert", "revert-layer"})


class Paint(NamedTuple):
    """The colours at some place; inherited by what is inside.

    Attributes:
        ink: That of words; None if it is not known.
        filled: `text-fill-color` has set it, so that `color` counts no more.
        ground: That behind them; None if it is not known, as of an image.
        opacity: How much of everything is painted, from 0 to 1.
    """

    ink: Colour | None = BLACK
    filled: bool = False
    ground: Colour | None = WHITE
    opacity: float = 1.0

    @property
    def is_readable(self) -> bool:
        """Whether a person can tell words from what is behind them."""
        if self.opacity * (self.ink.alpha if self.ink else 1.0) < _FAINTEST:
            return False
        if self.ink is None or self.ground is None:
            return True
        seen = over(self.ink, self.ground, self.opacity)
        return seen is None or not alike(seen, self.ground)


def paint(outer: Paint, style: Style, attributes: dict[str, str], name: str) -> Paint:
    """The colours in an element, given its style and attributes."""
    written = _ink(outer, style, attributes, name)
    filling = style.get("text-fill-color", "inherit")
    filled = outer.filled if filling in _KEPT else filling != "initial"
    ink = _chosen(filling, written) if filled and filling not in _KEPT else written
    ground = _ground(outer.ground, written, style, attributes)
    opacity = outer.opacity * _opacity(style)
    if style.get("background-clip") == "text":
        return Paint(ground, filled=True, ground=outer.ground, opacity=opacity)
    return Paint(ink, filled, ground, opacity)


def _ink(outer: Paint, style: Style, attributes: dict[str, str], name: str) -> Colour | None:
    if outer.filled:
        return outer.ink
    if "color" in style:
        return _chosen(style["color"], outer.ink)
    said = legacy(attributes.get("text" if name == "body" else "color", ""))
    if said is not None and name in {"font", "body", "basefont"}:
        return said
    # Programs colour links each in their own way.
    return None if name == "a" and "href" in attributes else outer.ink


def _chosen(value: str, outer: Colour | None) -> Colour | None:
    if value == "initial":
        return BLACK
    return outer if value in _KEPT else colour(value)


def _ground(
    outer: Colour | None, ink: Colour | None, style: Style, attributes: dict[str, str]
) -> Colour | None:
    given = style.get("background-color")
    said = legacy(attributes.get("bgcolor", "")) if given is None else None
    ground = outer if said is None else said
    if given is not None and given not in {"inherit", "initial", "unset", "revert"}:
        upper = ink if given == "currentcolor" else colour(given)
        ground = over(upper, outer) if upper else None
    image = style.get("background-image", "none")
    if is_image(image):
        return _of_gradient(image, ground)
    return None if attributes.get("background") else ground


def _of_gradient(image: str, ground: Colour | None) -> Colour | None:
    """The one colour of a gradient between alike ones; None of any other image."""
    if "gradient(" not in image:
        return None
    inside = image.partition("gradient(")[2].removesuffix(")")
    stops = [colour(part) for part in parted(inside, " ,")]
    seen = [over(stop, ground) for stop in stops if stop]
    first, known = seen[0] if seen else None, [stop for stop in seen if stop]
    same = first and len(known) == len(seen) and all(alike(first, stop) for stop in known)
    return first if same else None


def _opacity(style: Style) -> float:
    shares = [style.get("opacity", "")]
    shares += [
        arguments[0]
        for name, arguments in functions(style.get("filter", ""))
        if name == "opacity" and arguments
    ]
    opacity = 1.0
    for share in shares:
        known = number(share)
        opacity *= 1.0 if known is None else max(0.0, min(1.0, known))
    return opacity
