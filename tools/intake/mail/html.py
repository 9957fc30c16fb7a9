"""HTML mail to lines: what a person would see, with what is quoted and what is signature."""

from collections import Counter
from typing import Final, NamedTuple

from tools.intake.errors import TooLargeError
from tools.intake.limits import Deadline
from tools.intake.mail.lines import Line, check_characters, check_lines, unmarked
from tools.intake.mail.looks import Look, look
from tools.intake.mail.phrases import words
from tools.intake.mail.quoting import Mark, mark
from tools.intake.mail.tags import Close, Open, Text, tokens

MOST_NESTED: Final = 2_000
_VOID: Final = words("area base br col embed hr img input link meta param source wbr")
# Elements that stand apart from what is around them by a blank line, and those on their own line.
_APART: Final = words("p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table hr figure")
_BLOCK: Final = _APART | words(
    "div tr tbody thead tfoot caption section article header footer main nav aside address center "
    "form fieldset body html"
)
_CELLS: Final = frozenset({"td", "th"})
_SCOPES: Final = _CELLS | {"table", "caption"}
_TABLE: Final = _SCOPES | {"tr", "tbody", "thead", "tfoot"}
# A start tag ends an open element of the first kind, unless one of the second kind is between.
_ENDS: Final = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"}) | _SCOPES),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"}) | _SCOPES),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"}) | _SCOPES),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (_CELLS, frozenset({"table", "tr"})),
    "th": (_CELLS, frozenset({"table", "tr"})),
}
_PARAGRAPH: Final = (frozenset({"p"}), _BLOCK - {"p"} | _SCOPES)


class _Place(NamedTuple):
    """What the elements around some words make of them."""

    depth: int = 0
    attribution: bool = False
    signature: bool = False


class _Element(NamedTuple):
    name: str
    look: Look
    place: _Place = _Place()
    kept_breaks: bool = False


def lines(markup: str, deadline: Deadline) -> tuple[Line, ...]:
    """Make lines of HTML, hidden text left out.

    Raises:
        TooLargeError: It is nested deeper, or has more lines or characters, than any mail.
        TooSlowError: The deadline passed.
    """
    page = _Page()
    for token in deadline.over(tokens(markup)):
        if isinstance(token, Text):
            page.write(token.text)
        elif isinstance(token, Open):
            page.open(token)
        elif isinstance(token, Close):
            page.close(token.name)
    page.end_line()
    return tuple(page.lines)


class _Page:
    """The lines written so far, and the elements that are open."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._open = [_Element("", Look())]
        self._count: Counter[str] = Counter()
        self._rest = 0
        self._characters = 0

    def write(self, text: str) -> None:
        here = self._open[-1]
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
        self._end_implied(tag.name)
        self._set_apart(tag.name)
        if tag.name == "br" and self._open[-1].look.seen:
            self.break_line()
        marked = mark(tag)
        if marked is Mark.REST:
            self.end_line()
            self._rest = 1
        if tag.name not in _VOID:
            self._push(tag, marked)

    def close(self, name: str) -> None:
        if not self._count[name]:
            return
        for at in range(len(self._open) - 1, 0, -1):
            here = self._open[at].name
            if here == name:
                self._pop_to(at)
                return
            if (here in _SCOPES and name not in _TABLE) or (here in _BLOCK and name not in _BLOCK):
                return

    def end_line(self) -> None:
        """End the line if anything was written on it."""
        if self._words:
            self.break_line()

    def break_line(self) -> None:
        """End the line, also an empty one."""
        place = self._open[-1].place
        marked = unmarked(" ".join("".join(self._words).split()))
        self._words = []
        if place.attribution and marked.text.startswith("--"):
            self._rest = 1
        self._add(marked.text, marked.depth)

    def _add(self, text: str, depth: int = 0) -> None:
        place = self._open[-1].place
        self.lines.append(Line(text, depth + place.depth + self._rest, place.signature))
        check_lines(len(self.lines))

    def _push(self, tag: Open, marked: Mark) -> None:
        if len(self._open) > MOST_NESTED:
            raise TooLargeError(
                f"The HTML of this mail is nested deeper than {MOST_NESTED:,} elements, which is "
                "the most that is read; save the message you mean by itself."
            )
        outer = self._open[-1]
        element = _Element(
            tag.name,
            look(outer.look, tag.attributes),
            _placed(outer.place, marked),
            outer.kept_breaks or tag.name == "pre",
        )
        if element.place != outer.place:
            self.end_line()
        self._open.append(element)
        self._count[tag.name] += 1

    def _pop_to(self, at: int) -> None:
        while len(self._open) > at:
            element, outer = self._open[-1], self._open[-2]
            self._set_apart(element.name)
            if element.place != outer.place:
                self.end_line()
            if element.name in _CELLS:
                self._words.append(" ")
            self._open.pop()
            self._count[element.name] -= 1

    def _end_implied(self, name: str) -> None:
        ended, between = _ENDS.get(name) or (_PARAGRAPH if name in _BLOCK else (None, None))
        if ended is None or between is None or not any(self._count[known] for known in ended):
            return
        for at in range(len(self._open) - 1, 0, -1):
            here = self._open[at].name
            if here in ended:
                self._pop_to(at)
                return
            if here in between:
                return

    def _set_apart(self, name: str) -> None:
        if name in _BLOCK:
            self.end_line()
        if name in _APART and self.lines and self.lines[-1].text:
            self._add("")


def _placed(outer: _Place, marked: Mark) -> _Place:
    return _Place(
        outer.depth + (marked in {Mark.QUOTED, Mark.ATTRIBUTION}),
        outer.attribution or marked is Mark.ATTRIBUTION,
        outer.signature or marked is Mark.SIGNATURE,
    )
