"""Which elements a rule of CSS is for: names, classes, ids, attributes, and what they are in."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

_NO_ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType({})


class Node(NamedTuple):
    """An element as selectors see it; its name, id and classes in lower case."""

    name: str
    identity: str = ""
    classes: frozenset[str] = frozenset()
    attributes: Mapping[str, str] = _NO_ATTRIBUTES


class Attribute(NamedTuple):
    """A demand on an attribute: its name, how to compare (empty: it is there) and with what."""

    name: str
    relation: str
    value: str


class Compound(NamedTuple):
    """Demands on one element; `none_of` are those it must not meet."""

    name: str = ""
    identity: str = ""
    classes: frozenset[str] = frozenset()
    attributes: tuple[Attribute, ...] = ()
    none_of: tuple["Compound", ...] = ()


class Selector(NamedTuple):
    """A way to an element.

    Attributes:
        runs: Chains of parent and child, the element's own first; each run is somewhere above
            the one before it, and is told from the child upwards.
        weight: Its specificity: ids, classes and attributes, names.
    """

    runs: tuple[tuple[Compound, ...], ...]
    weight: tuple[int, int, int]

    @property
    def subject(self) -> Compound:
        """What it demands of the element itself."""
        return self.runs[0][0]


def matches(selector: Selector, path: Sequence[Node]) -> bool:
    """Whether a selector is for the last of some elements of which each holds the next."""
    own, *above = selector.runs
    at = len(path) - len(own)
    if not _run(own, path, len(path) - 1):
        return False
    for run in above:
        # The lowest place that fits leaves most room for the runs above it.
        at = next((end - len(run) for end in range(at, 0, -1) if _run(run, path, end - 1)), -1)
        if at < 0:
            return False
    return True


def _run(run: tuple[Compound, ...], path: Sequence[Node], end: int) -> bool:
    return len(run) <= end + 1 and all(
        _meets(path[end - up], compound) for up, compound in enumerate(run)
    )


def _meets(node: Node, compound: Compound) -> bool:
    return (
        compound.name in {"", node.name}
        and compound.identity in {"", node.identity}
        and compound.classes <= node.classes
        and all(_has(node, attribute) for attribute in compound.attributes)
        and not any(_meets(node, other) for other in compound.none_of)
    )


def _has(node: Node, wanted: Attribute) -> bool:
    value = node.attributes.get(wanted.name)
    if value is None or not wanted.relation:
        return value is not None
    value = value.lower()
    if wanted.relation == "=":
        return value == wanted.value
    if not wanted.value:
        return False
    return {
        "~=": wanted.value in value.split(),
        "|=": value == wanted.value or value.startswith(f"{wanted.value}-"),
        "^=": value.startswith(wanted.value),
        "$=": value.endswith(wanted.value),
        "*=": wanted.value in value,
    }[wanted.relation]
