"""A bar in a row of a table or list, beside the figure that it shows."""

from markupsafe import Markup

from evals.report.plots.svg import element, written

WIDTH = 72.0
HEIGHT = 8.0


def bar(part: float) -> Markup:
    """A bar filled to a part of 0 to 1; hidden from those who are read the figure beside it."""
    filled = WIDTH * min(max(part, 0), 1)
    return written(
        element(
            "svg",
            element("rect", width=WIDTH, height=HEIGHT, rx=2, class_="rest"),
            element("rect", width=filled, height=HEIGHT, rx=2, class_="part"),
            width=WIDTH,
            height=HEIGHT,
            class_="bar",
            aria_hidden="true",
        )
    )
