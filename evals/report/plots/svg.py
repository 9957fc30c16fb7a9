"""SVG elements. Whatever text is put into them is escaped when they are written."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

Attribute = str | float
Point = tuple[float, float]


def element(name: str, *children: Element, **attributes: Attribute) -> Element:
    """An element; in attribute names `_` stands for `-`, and a last one is left out."""
    made = Element(
        name,
        {key.rstrip("_").replace("_", "-"): _number(value) for key, value in attributes.items()},
    )
    made.extend(children)
    return made


def text(words: str, at: Point, **attributes: Attribute) -> Element:
    """Words at a place."""
    made = element("text", x=at[0], y=at[1], **attributes)
    made.text = words
    return made


def line(start: Point, end: Point, **attributes: Attribute) -> Element:
    """A straight line."""
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], **attributes)


def polyline(points: Iterable[Point], **attributes: Attribute) -> Element:
    """A line through points."""
    places = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
    return element("polyline", points=places, **attributes)


def named(mark: Element, words: str) -> Element:
    """A mark with the words that are shown when it is pointed at."""
    title = element("title")
    title.text = words
    mark.insert(0, title)
    return mark


def drawing(
    name: str, size: tuple[float, float], title: str, says: str, children: Sequence[Element]
) -> Markup:
    """A whole drawing.

    Args:
        name: Begins the ids in it; of one page's drawings no two may share it.
        size: Width and height, in units that are pixels where there is room.
        title: What it shows.
        says: What can be seen in it, for those who do not see it.
        children: What is drawn.
    """
    labels = []
    for part, words in (("title", title), ("desc", says)):
        label = element(part, id=f"{name}-{part}")
        label.text = words
        labels.append(label)
    made = element(
        "svg",
        *labels,
        *children,
        viewBox=f"0 0 {_number(size[0])} {_number(size[1])}",
        width=size[0],
        height=size[1],
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
    )
    return written(made)


def written(made: Element) -> Markup:
    """An element as it stands in the page."""
    return Markup(tostring(made, encoding="unicode"))  # noqa: S704 - ElementTree has escaped it


def _number(value: Attribute) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"
