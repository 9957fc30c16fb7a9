"""Precision against recall: a point for each case, and the run as a whole."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markupsafe import Markup

from evals.report.plots.axes import HEIGHT, WIDTH, grid, place
from evals.report.plots.labels import beside
from evals.report.plots.svg import Point, drawing, element, line, named, polyline, text
from evals.report.wording import figure
from evals.scores import EditScore
from evals.tally import Rate

_ISO = (0.2, 0.4, 0.6, 0.8)
_STEPS = 24
_DOT = 4.0


def precision_recall(overall: EditScore, cases: Mapping[str, Rate]) -> Markup:
    """Recall across, precision upward, lines of equal F1; cases by their place in the mapping."""
    return drawing(
        "precision-recall",
        (WIDTH, HEIGHT),
        "Precision against recall, strict",
        f"All sources: precision {figure(overall.p)}, recall {figure(overall.r)}. "
        "Each case is a numbered point; its figures stand in the table by case.",
        [
            *grid("recall", "precision"),
            *(part for f1 in _ISO for part in _iso(f1)),
            *_overall(overall),
            *_cases(cases),
        ],
    )


def _iso(f1: float) -> Iterator[Element]:
    """The line on which F1 is the same: precision falls as recall rises."""
    least = f1 / (2 - f1)
    recalls = [least ** (1 - step / _STEPS) for step in range(_STEPS + 1)]
    yield polyline((place(r, f1 * r / (2 * r - f1)) for r in recalls), class_="iso")
    x, y = place(1, least)
    yield text(f"F1 {f1:g}", (x - 3, y - 4), class_="iso-label", text_anchor="end")


def _cases(cases: Mapping[str, Rate]) -> Iterator[Element]:
    points: list[Point] = [place(rate.r, rate.p) for rate in cases.values()]
    for number, (point, label) in enumerate(zip(points, beside(points), strict=True), start=1):
        yield text(f"{number}", (label[0], label[1] + 4), class_="label", text_anchor="middle")
        (name, rate) = list(cases.items())[number - 1]
        dot = element("circle", cx=point[0], cy=point[1], r=_DOT, class_="dot")
        yield named(dot, f"{number} {name}: {_rate(rate)}")


def _overall(score: EditScore) -> Iterator[Element]:
    x, y = place(score.r, score.p)
    low_r, high_r = (place(bound, 0)[0] for bound in score.interval.r)
    low_p, high_p = (place(0, bound)[1] for bound in score.interval.p)
    yield line((low_r, y), (high_r, y), class_="whisker")
    yield line((x, low_p), (x, high_p), class_="whisker")
    mark = element("rect", x=x - 5, y=y - 5, width=10, height=10, class_="all")
    mark.set("transform", f"rotate(45 {x:.1f} {y:.1f})")
    yield named(mark, f"All sources: {_rate(score)}")


def _rate(rate: Rate) -> str:
    return f"precision {figure(rate.p)}, recall {figure(rate.r)}, F1 {figure(rate.f1)}"
