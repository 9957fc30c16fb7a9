"""A square of 0 to 1 both ways, on which scores are drawn."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from evals.report.plots.svg import Point, line, text

WIDTH = 360.0
HEIGHT = 350.0
LEFT, TOP, SIDE = 40.0, 12.0, 296.0
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def place(x: float, y: float) -> Point:
    """Where a point with two scores stands in the drawing."""
    return LEFT + x * SIDE, TOP + (1 - y) * SIDE


def grid(across: str, upward: str) -> Iterator[Element]:
    """Lines and their figures, and what the two ways mean."""
    for tick in _TICKS:
        yield line(place(tick, 0), place(tick, 1), class_="grid")
        yield line(place(0, tick), place(1, tick), class_="grid")
        x, _ = place(tick, 0)
        _, y = place(0, tick)
        yield text(f"{tick:g}", (x, TOP + SIDE + 15), class_="tick", text_anchor="middle")
        yield text(f"{tick:g}", (LEFT - 6, y + 4), class_="tick", text_anchor="end")
    middle = LEFT + SIDE / 2
    yield text(across, (middle, TOP + SIDE + 32), class_="axis", text_anchor="middle")
    centre = TOP + SIDE / 2
    yield text(
        upward,
        (10, centre),
        class_="axis",
        text_anchor="middle",
        transform=f"rotate(-90 10 {centre:g})",
    )
