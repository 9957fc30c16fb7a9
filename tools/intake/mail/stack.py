"""The elements of a page of HTML that are open at some place, and how each looks."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from tools.intake.errors import TooLargeError
from tools.intake.mail.css.cascade import Cascade
from tools.intake.mail.css.selectors import Node
from tools.intake.mail.elements import FORMATTING, SCOPES
from tools.intake.mail.formatting import MOST, Formatting
from tools.intake.mail.looks import Look
from tools.intake.mail.nesting import holds, implied
from tools.intake.mail.tags import Open
from tools.intake.mail.wardrobe import Wardrobe

MOST_NESTED: Final = 2_000
ROOTS: Final = ("html", "body")
"""The elements that every page has, whether its tags say so or not."""
_ANY_NODE: Final = Node("")


class Place(NamedTuple):
    """What the elements around some words make of them."""

    depth: int = 0
    attribution: bool = False
    signature: bool = False


class Element(NamedTuple):
    """An open element: its start tag, how words in it look, and what it makes of them."""

    tag: Open
    look: Look
    place: Place = Place()
    kept_breaks: bool = False

    @property
    def name(self) -> str:
        """Its name in lower case."""
        return self.tag.name


class Stack:
    """The open elements, outermost first.

    Args:
        cascade: The style sheets of the page.
    """

    def __init__(self, cascade: Cascade) -> None:
        self._wardrobe = Wardrobe(cascade)
        self._is_plain = cascade.is_empty
        self._open: list[Element] = []
        self._path: list[Node] = []
        self._count: Counter[str] = Counter()
        self._formatting = Formatting()
        for name in ROOTS:
            self.push(Open(name, {}), Place())

    @property
    def top(self) -> Element:
        """The innermost."""
        return self._open[-1]

    @property
    def is_bare(self) -> bool:
        """Whether none but the roots are open."""
        return len(self._open) == len(ROOTS)

    def push(self, tag: Open, place: Place) -> None:
        """Open an element.

        Raises:
            TooLargeError: It is nested deeper than in any mail.
        """
        if len(self._open) > MOST_NESTED:
            raise TooLargeError(
                f"The HTML of this mail is nested deeper than {MOST_NESTED:,} elements, which is "
                "the most that is read; save the message you mean by itself."
            )
        kept_breaks = tag.name == "pre" or (bool(self._open) and self.top.kept_breaks)
        self._path.append(self._node(tag))
        self._open.append(Element(tag, self._look(tag, len(self._open)), place, kept_breaks))
        self._count[tag.name] += 1
        self._formatting.enter(tag.name)

    def take_root(self, tag: Open, place: Place) -> None:
        """Give a root what its tag says, if none did before."""
        at = ROOTS.index(tag.name)
        merged = Open(tag.name, {**tag.attributes, **self._open[at].tag.attributes})
        self._open[at] = self._open[at]._replace(tag=merged, place=place)
        self._path[at] = self._node(merged)
        self._look_again(at)

    def pop_to(self, at: int) -> Iterator[tuple[Element, Element]]:
        """Close elements down to a place in the stack; give each, and what it is in, before."""
        while len(self._open) > at:
            element = self._open[-1]
            yield element, self._open[-2]
            self._open.pop()
            self._path.pop()
            self._count[element.name] -= 1
            self._formatting.leave(element.tag, by_its_own_tag=len(self._open) == at)

    def ended_by(self, name: str) -> int | None:
        """Where the element is that an end tag ends."""
        if not self._count[name]:
            return None
        for at, here in self._names():
            if here == name:
                return at
            if holds(here, name):
                return None
        return None

    def ended_before(self, name: str) -> int | None:
        """Where the element is that a start tag ends."""
        ended, between = implied(name)
        if not any(self._count[known] for known in ended):
            return None
        for at, here in self._names():
            if here in ended:
                return at
            if here in between:
                return None
        return None

    def resume(self) -> None:
        """Open again what formats on."""
        for tag in self._formatting.take():
            self.push(tag, self.top.place)

    def stop(self, name: str) -> bool:
        """End formatting that goes on; say whether there was any of this name."""
        return self._formatting.stop(name)

    def unwrap(self, name: str) -> None:
        """End formatting around elements that stay open, if they are few."""
        if name not in FORMATTING:
            return
        for at, here in islice(self._names(), MOST):
            if here in SCOPES:
                return
            if here == name:
                del self._open[at], self._path[at]
                self._count[name] -= 1
                self._look_again(at)
                return

    def _names(self) -> Iterator[tuple[int, str]]:
        """Where each element is, and its name, the innermost first; without the roots."""
        for at in range(len(self._open) - 1, len(ROOTS) - 1, -1):
            yield at, self._open[at].name

    def _look(self, tag: Open, at: int) -> Look:
        outer = self._open[at - 1].look if at else Look()
        path = self._path if at == len(self._path) - 1 else self._path[: at + 1]
        return self._wardrobe.look(outer, tag, path)

    def _look_again(self, start: int) -> None:
        for at in range(start, len(self._open)):
            element = self._open[at]
            self._open[at] = element._replace(look=self._look(element.tag, at))

    def _node(self, tag: Open) -> Node:
        if self._is_plain:
            return _ANY_NODE
        return Node(
            tag.name,
            tag.attributes.get("id", "").lower(),
            frozenset(tag.attributes.get("class", "").lower().split()),
            tag.attributes,
        )
