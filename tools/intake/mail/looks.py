"""Whether a person would see words in an HTML mail, as far as its styles tell."""

from typing import Final, NamedTuple

from tools.intake.mail import fonts, paints
from tools.intake.mail.boxes import Box, is_squeezed
from tools.intake.mail.elements import NEVER_SHOWN
from tools.intake.mail.places import is_out_of_sight
from tools.intake.mail.shapes import is_cut_away

ATTRIBUTES: Final = ("hidden", "open", "color", "bgcolor", "background", "text", "href")
"""The attributes that matter, besides style."""


class Look(NamedTuple):
    """How words at some place look; inherited by what is inside.

    Attributes:
        gone: Not shown at all, nor anything inside.
        invisible: Takes room but is not painted; something inside may be.
        font: How letters are set.
        paint: Their colour and what is behind them.
        seen: A person can read words that look like this.
    """

    gone: bool = False
    invisible: bool = False
    font: fonts.Font = fonts.Font()
    paint: paints.Paint = paints.Paint()
    seen: bool = True


GONE: Final = Look(gone=True, seen=False)


def look(outer: Look, name: str, attributes: dict[str, str], style: dict[str, str]) -> Look:
    """How an element looks.

    Args:
        outer: How what it is in looks.
        name: The element's name.
        attributes: Its attributes.
        style: Its values by property, of style sheets and its own attribute.
    """
    if outer.gone or _is_not_displayed(name, attributes, style):
        return GONE
    box = Box(name, style, fonts.size(style.get("font-size", ""), outer.font.size))
    if is_squeezed(box) or is_out_of_sight(box) or is_cut_away(box):
        return GONE
    font = fonts.font(outer.font, box)
    paint = paints.paint(outer.paint, style, attributes, name)
    invisible = _is_invisible(style, outer=outer.invisible)
    seen = not invisible and font.is_readable and paint.is_readable
    return Look(invisible=invisible, font=font, paint=paint, seen=seen)


def _is_not_displayed(name: str, attributes: dict[str, str], style: dict[str, str]) -> bool:
    if name in NEVER_SHOWN or style.get("mso-hide") == "all":
        return True
    if style.get("content-visibility") == "hidden":
        return True
    display = style.get("display", "revert")
    if display not in {"revert", "revert-layer"}:
        return display == "none"
    return "hidden" in attributes or (name == "dialog" and "open" not in attributes)


def _is_invisible(style: dict[str, str], *, outer: bool) -> bool:
    said = style.get("visibility", "inherit")
    return outer if said in {"inherit", "unset", "revert"} else said in {"hidden", "collapse"}
