"""A meter: one score on a rail from 0 to 1, with its interval and what it was."""

from xml.etree.ElementTree import Element

from markupsafe import Markup

from evals.report.plots.svg import drawing, element, line
from evals.report.wording import between, figure
from evals.scores import Interval

WIDTH = 320.0
HEIGHT = 16.0
_INSET = 4.0
_MIDDLE = HEIGHT / 2


def meter(
    name: str, score: float, interval: Interval | None = None, was: float | None = None
) -> Markup:
    """The score as a dot, its interval as a bar behind, the baseline's score as a tick."""
    marks = [line((_INSET, _MIDDLE), (WIDTH - _INSET, _MIDDLE), class_="rail")]
    if interval is not None:
        marks.append(_bar(interval))
    if was is not None:
        marks.append(line((_x(was), 1), (_x(was), HEIGHT - 1), class_="was"))
    marks.append(element("circle", cx=_x(score), cy=_MIDDLE, r=_INSET, class_="now"))
    return drawing(name, (WIDTH, HEIGHT), figure(score), _says(interval, was), marks)


def _bar(interval: Interval) -> Element:
    low, high = interval
    return element(
        "rect",
        x=_x(low),
        y=_MIDDLE - 3,
        width=max(_x(high) - _x(low), 1),
        height=6,
        rx=3,
        class_="span",
    )


def _says(interval: Interval | None, was: float | None) -> str:
    said = [f"On a scale of 0 to 1{f', interval {between(interval)}' if interval else ''}."]
    if was is not None:
        said.append(f"It was {figure(was)}.")
    return " ".join(said)


def _x(score: float) -> float:
    return _INSET + score * (WIDTH - 2 * _INSET)
