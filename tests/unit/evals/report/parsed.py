"""A page, read back: its elements with their words, as a browser would find them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "input", "br", "link", "img", "hr", "wbr"}
_IN_LINE = {"a", "b", "code", "del", "ins", "mark", "output", "q", "span", "text", "time", "wbr"}


@dataclass
class Node:
    """One element."""

    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    def all(self, tag: str = "", **wanted: str) -> list["Node"]:
        """Elements inside it, of a tag and with attributes (`class_` for `class`)."""
        pairs = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        return [
            node
            for node in self.walk()
            if tag in ("", node.tag) and all(node.has(*pair) for pair in pairs.items())
        ]

    def one(self, tag: str = "", **wanted: str) -> "Node":
        """The one element of that kind."""
        (node,) = self.all(tag, **wanted)
        return node

    def has(self, name: str, value: str) -> bool:
        """Whether it has the attribute; a class may be one of several."""
        given = self.attributes.get(name, "")
        return value in given.split() if name == "class" else value == given

    def walk(self) -> Iterator["Node"]:
        """All elements inside it, in their order."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    @property
    def text(self) -> str:
        """All words inside it, white space folded."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, Node):
                yield from child._texts()
                yield "" if child.tag in _IN_LINE else " "
            else:
                yield child


class _Reader(HTMLParser):
    """Builds the tree; an end tag that closes nothing, or the wrong thing, is a failure."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].children.append(node)
        if tag not in _VOID:
            self.stack.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)


def parsed(page: str) -> Node:
    """The page's root."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.stack) == 1, f"<{reader.stack[-1].tag}> is never closed"
    return reader.stack[0]
