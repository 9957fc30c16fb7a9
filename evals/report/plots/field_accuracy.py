"""Field accuracy: of the edits matched, how often each field agrees."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markupsafe import Markup

from evals.report.plots.svg import drawing, element, line, text
from evals.tally import Share

_WIDTH = 360.0
_ROW = 24.0
_TOP = 18.0
_LEFT, _BAR = 78.0, 200.0
_HIGH = 12.0
_TICKS = (0.0, 0.5, 1.0)


def field_accuracy(fields: Mapping[str, Share]) -> Markup:
    """A bar for each field, the most frequent first, with its counts."""
    ordered = sorted(fields.items(), key=lambda field: (-field[1].of, field[0]))
    height = _TOP + _ROW * max(len(ordered), 1) + 2
    said = "; ".join(f"{name} {share.right} of {share.of}" for name, share in ordered)
    rows = [part for at, field in enumerate(ordered) for part in _row(at, *field)]
    return drawing(
        "field-accuracy",
        (_WIDTH, height),
        "Field accuracy",
        f"{said or 'No field was compared'}.",
        [*_scale(height), *rows],
    )


def _scale(height: float) -> Iterator[Element]:
    for tick in _TICKS:
        x = _LEFT + tick * _BAR
        yield line((x, _TOP), (x, height), class_="grid")
        yield text(f"{tick:g}", (x, _TOP - 6), class_="tick", text_anchor="middle")


def _row(at: int, name: str, share: Share) -> Iterator[Element]:
    top = _TOP + at * _ROW + (_ROW - _HIGH) / 2
    base = top + _HIGH - 2
    yield text(name, (_LEFT - 8, base), class_="label", text_anchor="end")
    yield element("rect", x=_LEFT, y=top, width=_BAR, height=_HIGH, rx=2, class_="rest")
    width = _BAR * (share.rate or 0)
    yield element("rect", x=_LEFT, y=top, width=width, height=_HIGH, rx=2, class_="part")
    yield text(f"{share.right} of {share.of}", (_LEFT + _BAR + 8, base), class_="tick")
