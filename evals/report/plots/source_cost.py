"""What each source cost: a column for each, in the run's order, cases set apart."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from markupsafe import Markup

from evals.report.plots.svg import drawing, element, line, named, text
from evals.report.spending import SourceRow

_WIDTH, _HEIGHT = 960.0, 190.0
_LEFT, _RIGHT, _TOP, _BASE = 52.0, 8.0, 22.0, 160.0
_GAP = 8.0
_LEAST = 0.6

Measure = Callable[[SourceRow], float]
Words = Callable[[float], str]


def source_cost(
    name: str, title: str, rows: Sequence[SourceRow], measure: Measure, words: Words
) -> Markup:
    """Columns of one measure.

    Args:
        name: Begins the ids in the drawing.
        title: What is measured.
        rows: The sources.
        measure: What a source's column shows.
        words: How such a number is written.
    """
    most = max((measure(row) for row in rows), default=0)
    top = next((row for row in rows if measure(row) == most), None)
    said = f"Most: {top.key} with {words(most)}." if top else "No source was read."
    marks = [*_scale(most, words), *_cases(rows, most or 1, measure, words)]
    return drawing(name, (_WIDTH, _HEIGHT), title, said, marks)


def _scale(most: float, words: Words) -> Iterator[Element]:
    for part in (0.0, 0.5, 1.0):
        y = _BASE - part * (_BASE - _TOP)
        yield line((_LEFT, y), (_WIDTH - _RIGHT, y), class_="grid")
        yield text(words(most * part), (_LEFT - 6, y + 4), class_="tick", text_anchor="end")


def _cases(
    rows: Sequence[SourceRow], most: float, measure: Measure, words: Words
) -> Iterator[Element]:
    cases = [list(some) for _, some in groupby(rows, key=lambda row: row.case)]
    room = _WIDTH - _LEFT - _RIGHT - _GAP * len(cases)
    step = room / max(len(rows), 1)
    x = _LEFT + _GAP / 2
    for number, case in enumerate(cases, start=1):
        middle = x + step * len(case) / 2
        yield text(f"{number}", (middle, _BASE + 18), class_="label", text_anchor="middle")
        for row in case:
            yield _column(row, x, step, measure(row) / most, words(measure(row)))
            x += step
        x += _GAP


def _column(row: SourceRow, x: float, step: float, part: float, said: str) -> Element:
    height = max(part * (_BASE - _TOP), _LEAST)
    width = max(min(step - 2, 24), 1)
    left = x + (step - width) / 2
    column = element("rect", x=left, y=_BASE - height, width=width, height=height, class_="part")
    return named(column, f"{row.key}: {said}")
