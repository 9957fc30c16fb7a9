"""The lines of a page of HTML, written as its tags and words come."""

from tools.intake.mail.css.cascade import Cascade
from tools.intake.mail.elements import APART, BLOCK, CELLS, IN_TABLES, VOID
from tools.intake.mail.lines import Line, check_characters, check_lines, unmarked
from tools.intake.mail.quoting import Mark, mark
from tools.intake.mail.stack import ROOTS, Place, Stack
from tools.intake.mail.tags import Open


class Page:
    """The lines written so far, and the elements that are open.

    Args:
        cascade: The style sheets of the page.
    """

    def __init__(self, cascade: Cascade) -> None:
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._stack = Stack(cascade)
        self._rest = 0
        self._characters = 0

    def write(self, text: str) -> None:
        """Write words, if they are seen where they stand."""
        if not text.isspace():
            self._stack.resume()
        here = self._stack.top
        if not here.look.seen:
            return
        self._characters += len(text)
        check_characters(self._characters)
        first, *others = text.split("\n") if here.kept_breaks else [text]
        self._words.append(first)
        for line in others:
            self.break_line()
            self._words.append(line)

    def open(self, tag: Open) -> None:
        """Open an element, or break a line.

        Raises:
            TooLargeError: It is nested deeper, or has more lines, than any mail.
        """
        self._end(self._stack.ended_before(tag.name))
        self._set_apart(tag.name)
        if tag.name not in BLOCK and tag.name not in IN_TABLES:
            self._stack.resume()
        if tag.name == "br" and self._stack.top.look.seen:
            self.break_line()
        marked = mark(tag)
        if marked is Mark.REST:
            self.end_line()
            self._rest = 1
        # Words that stand in the head of a page are shown in its body.
        if tag.name not in VOID and tag.name != "head":
            self._push(tag, _placed(self._stack.top.place, marked))

    def close(self, name: str) -> None:
        """End an element, if it is open."""
        if self._stack.stop(name):
            return
        at = self._stack.ended_by(name)
        if at is None:
            self._stack.unwrap(name)
        self._end(at)

    def end_line(self) -> None:
        """End the line if anything was written on it."""
        if self._words:
            self.break_line()

    def break_line(self) -> None:
        """End the line, also an empty one."""
        marked = unmarked(" ".join("".join(self._words).split()))
        self._words = []
        if self._stack.top.place.attribution and marked.text.startswith("--"):
            self._rest = 1
        self._add(marked.text, marked.depth)

    def _add(self, text: str, depth: int = 0) -> None:
        place = self._stack.top.place
        self.lines.append(Line(text, depth + place.depth + self._rest, place.signature))
        check_lines(len(self.lines))

    def _push(self, tag: Open, place: Place) -> None:
        if place != self._stack.top.place:
            self.end_line()
        if tag.name in ROOTS and self._stack.is_bare:
            self._stack.take_root(tag, place)
        else:
            if tag.name == "a":
                self.close("a")
            self._stack.push(tag, place)

    def _end(self, at: int | None) -> None:
        """Close elements down to a place in the stack, if there is one."""
        if at is None:
            return
        for element, outer in self._stack.pop_to(at):
            self._set_apart(element.name)
            if element.place != outer.place:
                self.end_line()
            if element.name in CELLS:
                self._words.append(" ")

    def _set_apart(self, name: str) -> None:
        if name in BLOCK:
            self.end_line()
        if name in APART and self.lines and self.lines[-1].text:
            self._add("")


def _placed(outer: Place, marked: Mark) -> Place:
    return Place(
        outer.depth + (marked in {Mark.QUOTED, Mark.ATTRIBUTION}),
        outer.attribution or marked is Mark.ATTRIBUTION,
        outer.signature or marked is Mark.SIGNATURE,
    )
