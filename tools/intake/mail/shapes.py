"""Whether a box is cut or shrunk until nothing of it is left."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tools.intake.mail.boxes import SLIT, Box
from tools.intake.mail.css.lengths import number, pixels
from tools.intake.mail.css.syntax import parted

_FUNCTION = re.compile(r"(?<![a-z0-9-])([a-z0-9-]++)\(([^()]*+)\)")
# What percentages of a box are of that may have any size: it has no more pixels than that.
_WHOLE: Final = 10_000.0
_SIDE_OF: Final = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
_RADII: Final = {"circle": 1, "ellipse": 2}
_SCALES: Final = {"scale": 2, "scale3d": 2, "scalex": 1, "scaley": 1}
_EDGEWISE: Final = frozenset({"90deg", "270deg", "-90deg", "100grad", "0.25turn", ".25turn"})


def functions(value: str) -> Iterator[tuple[str, list[str]]]:
    """Each function of a value and what it is called with."""
    for match in _FUNCTION.finditer(value):
        yield match[1], list(parted(match[2].strip(), " ,"))


def is_cut_away(box: Box) -> bool:
    """Whether `clip` or `clip-path` leaves nothing of a box."""
    if box.is_taken_out and any(
        name == "rect" and _is_empty(sides, box.em)
        for name, sides in functions(box.style.get("clip", ""))
    ):
        return True
    if box.is_inline:
        return False
    return any(
        _leaves_nothing(name, match, box.em)
        for name, match in functions(box.style.get("clip-path", ""))
    )


def scale(box: Box) -> float:
    """How many times its size a box is painted, along that axis on which it is less."""
    zoom = number(box.style.get("zoom", "")) or 1.0
    if box.is_inline:
        return zoom
    given = list(functions(box.style.get("transform", "")))
    given.append(("scale", box.style.get("scale", "").split(" ")))
    factor = 1.0
    for name, arguments in given:
        factor *= min((abs(one) for one in _factors(name, arguments)), default=1.0)
    return zoom * factor


def _is_empty(sides: Sequence[str], em: float) -> bool:
    """Whether no room is between the sides of `rect(top, right, bottom, left)`."""
    if len(sides) != len(_SIDE_OF):
        return False
    top, right, bottom, left = (pixels(side, em) for side in sides)
    flat = top is not None and bottom is not None and bottom - top <= SLIT
    return flat or (left is not None and right is not None and right - left <= SLIT)


def _leaves_nothing(name: str, arguments: list[str], em: float) -> bool:
    shape = arguments[: arguments.index("round")] if "round" in arguments else arguments
    lengths = [pixels(argument, em, _WHOLE) for argument in shape]
    if name in _RADII:
        return any(radius is not None and radius <= SLIT for radius in lengths[: _RADII[name]])
    known = [length for length in lengths if length is not None]
    if name == "inset" and len(known) in _SIDE_OF:
        top, right, bottom, left = (known[which] for which in _SIDE_OF[len(known)])
        return max(top + bottom, right + left) >= _WHOLE - SLIT
    return name == "polygon" and len(known) > 1 and _is_line(known[::2], known[1::2])


def _is_line(across: Sequence[float], down: Sequence[float]) -> bool:
    """Whether points span no room, or none within the box."""
    return any(
        max(points) - min(points) <= SLIT or max(points) <= 0 or min(points) >= _WHOLE
        for points in (across, down)
    )


def _factors(name: str, arguments: Sequence[str]) -> Iterator[float]:
    if name in {"rotatex", "rotatey"}:
        if arguments and arguments[0] in _EDGEWISE:
            yield 0.0
        return
    if name == "matrix":
        yield from _of_matrix([number(argument) for argument in arguments])
        return
    for argument in arguments[: _SCALES.get(name, 0)]:
        factor = number(argument)
        if factor is not None:
            yield factor


def _of_matrix(numbers: Sequence[float | None]) -> Iterator[float]:
    """The lengths of the two axes in `matrix(a, b, c, d, x, y)`."""
    known = [one for one in numbers if one is not None]
    if len(known) == len(numbers) == len("abcdxy"):
        yield max(abs(known[0]), abs(known[1]))
        yield max(abs(known[2]), abs(known[3]))
