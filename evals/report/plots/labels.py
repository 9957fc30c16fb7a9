"""Labels beside points, moved round them until they do not lie on one another."""

from collections.abc import Iterator, Sequence

from evals.report.plots.svg import Point

_WIDTH, _HEIGHT = 15.0, 12.0
_AWAY = (
    (11.0, 0.0),
    (-11.0, 0.0),
    (0.0, -11.0),
    (0.0, 11.0),
    (10.0, -10.0),
    (10.0, 10.0),
    (-10.0, -10.0),
    (-10.0, 10.0),
    (22.0, 0.0),
    (-22.0, 0.0),
    (0.0, -21.0),
    (0.0, 21.0),
)


def beside(points: Sequence[Point]) -> Iterator[Point]:
    """The middle of each point's label: the first place round it that is free."""
    taken: list[Point] = list(points)
    for point in points:
        around = [(point[0] + x, point[1] + y) for x, y in _AWAY]
        others = [one for one in taken if one != point]
        free = (at for at in around if not any(_lies_on(at, one) for one in others))
        chosen = next(free, around[0])
        taken.append(chosen)
        yield chosen


def _lies_on(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < _WIDTH and abs(one[1] - other[1]) < _HEIGHT
