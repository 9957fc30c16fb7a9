"""Reliability: how sure the reader was against how often it was right."""

from collections.abc import Iterator
from math import sqrt
from xml.etree.ElementTree import Element

from markupsafe import Markup

from evals.report.plots.axes import HEIGHT, WIDTH, grid, place
from evals.report.plots.svg import drawing, element, line, named, text
from evals.report.wording import figure
from evals.scores import Bin, Calibration

_LARGEST = 14.0
_SMALLEST = 3.0


def reliability(calibration: Calibration) -> Markup:
    """A point for each bin, larger for more edits, and its distance from the line of honesty."""
    most = max((one.n for one in calibration.bins), default=1)
    bins = [part for one in calibration.bins for part in _bin(one, most)]
    return drawing(
        "reliability",
        (WIDTH, HEIGHT),
        "Reliability of the reader’s confidence",
        f"Expected calibration error {figure(calibration.ece)} over {calibration.edits} edits. "
        "Points under the line are claims surer than right. The table has each bin.",
        [*grid("how sure", "share right"), *_honest(), *bins],
    )


def _honest() -> Iterator[Element]:
    yield line(place(0, 0), place(1, 1), class_="iso")
    x, y = place(0.14, 0.14)
    yield text("as sure as right", (x + 6, y + 3), class_="iso-label")


def _bin(one: Bin, most: int) -> Iterator[Element]:
    x, y = place(one.confidence, one.right)
    yield line((x, y), place(one.confidence, one.confidence), class_="gap-line")
    size = max(_LARGEST * sqrt(one.n / most), _SMALLEST)
    dot = element("circle", cx=x, cy=y, r=size, class_="dot")
    yield named(dot, f"{one.n} edits: {figure(one.confidence)} sure, {figure(one.right)} right")
