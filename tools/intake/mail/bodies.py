"""Which parts of a mail are its text, and that text as lines."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tools.intake.errors import ACCEPTED, UnsupportedError
from tools.intake.limits import Deadline
from tools.intake.mail import html
from tools.intake.mail.charset import decode
from tools.intake.mail.flowed import flowed
from tools.intake.mail.lines import Line, check_lines, plain
from tools.intake.mail.structure import Part
from tools.intake.mail.transfer import transferred

_PLAIN: Final = "text/plain"
_HTML: Final = "text/html"
_LOCKED: Final = frozenset(
    {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
)
_MOST_STUB_WORDS: Final = 60


class Bodies(NamedTuple):
    """A mail's text: its own lines, and those of mails attached to it."""

    own: tuple[Line, ...]
    attached: tuple[Line, ...]


def bodies(parts: Sequence[Part], deadline: Deadline) -> Bodies:
    """Read the text of a mail: of alternatives one, of attachments none.

    Raises:
        UnsupportedError: It is encrypted, or in UTF-7.
        TooLargeError: Its text passes a limit on lines or nesting.
        TooSlowError: The deadline passed.
    """
    texts = _Texts(deadline)
    shown = [part for part in _chosen(parts, texts) if is_text(part)]
    if not shown and any(part.content.value in _LOCKED for part in parts):
        raise UnsupportedError(
            f"This mail is encrypted or sealed; open it and save it as plain text. {ACCEPTED}"
        )
    return Bodies(
        tuple(texts.of(part for part in shown if not part.attached)),
        tuple(texts.of(part for part in shown if part.attached)),
    )


def text(part: Part) -> str:
    """The characters of a part, transfer encoding and charset undone.

    Raises:
        UnsupportedError: It is in UTF-7.
    """
    encoding = part.header.first("content-transfer-encoding")
    return decode(transferred(part.body, encoding), part.content.parameters.get("charset", ""))


def is_text(part: Part) -> bool:
    """Whether a part is text to be read in the mail and no attachment."""
    named = {"filename", "name"} & (part.disposition.parameters | part.content.parameters).keys()
    return (
        part.content.value in {_PLAIN, _HTML}
        and part.disposition.value != "attachment"
        and not named
    )


class _Texts:
    """Lines of parts, each part read once."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._read: dict[int, tuple[Line, ...]] = {}
        self._count = 0

    def of(self, parts: Iterator[Part]) -> Iterator[Line]:
        """All lines of some parts, with a blank one between."""
        for part in parts:
            yield from self.lines(part)
            yield Line("")

    def lines(self, part: Part) -> tuple[Line, ...]:
        """The lines of a text part."""
        self._deadline.check()
        if id(part) not in self._read:
            self._read[id(part)] = self._lines(part)
            self._count += len(self._read[id(part)])
            check_lines(self._count)
        return self._read[id(part)]

    def _lines(self, part: Part) -> tuple[Line, ...]:
        characters = text(part)
        if part.content.value == _HTML:
            return html.lines(characters, self._deadline)
        options = part.content.parameters
        if options.get("format", "").lower() == "flowed":
            return flowed(characters, delete_blank=options.get("delsp", "").lower() == "yes")
        return plain(characters)


def _chosen(parts: Sequence[Part], texts: _Texts) -> Iterator[Part]:
    kept: set[int] = set()
    picked = {
        at: _picked(parts, at, texts)
        for at, part in enumerate(parts)
        if part.content.value == "multipart/alternative"
    }
    for at, part in enumerate(parts):
        alone = part.parent not in picked or picked[part.parent] == at
        if part.parent is None or (part.parent in kept and alone):
            kept.add(at)
            yield part


def _picked(parts: Sequence[Part], alternatives: int, texts: _Texts) -> int:
    """Which of some alternatives to read: plain text, unless it only says to look at the HTML."""
    branches = [at for at, part in enumerate(parts) if part.parent == alternatives]
    in_plain, in_html = (
        max(
            (_Branch(at, tuple(_texts_in(parts, at, kind)), texts) for at in branches),
            key=lambda branch: branch.words,
            default=None,
        )
        for kind in (_PLAIN, _HTML)
    )
    if in_plain is None or in_html is None:
        return alternatives
    return in_html.at if _is_stub(in_plain, in_html) else in_plain.at


class _Branch:
    """One of several alternatives, seen for one kind of text."""

    def __init__(self, at: int, parts: Sequence[Part], texts: _Texts) -> None:
        self.at = at
        self.lines = [line for part in parts for line in texts.lines(part)]
        self.words = sum(len(line.text.split()) for line in self.lines)


def _texts_in(parts: Sequence[Part], branch: int, kind: str) -> Iterator[Part]:
    """The texts of one kind in a branch; parts stand before what they hold."""
    inside = {branch}
    for at in range(branch, len(parts)):
        part = parts[at]
        if at == branch or part.parent in inside:
            inside.add(at)
            if part.content.value == kind and is_text(part):
                yield part


def _is_stub(in_plain: _Branch, in_html: _Branch) -> bool:
    if not in_plain.words:
        return in_html.words > 0
    if in_plain.words > _MOST_STUB_WORDS or in_html.words <= in_plain.words:
        return False
    return any("html" in line.text.casefold() for line in in_plain.lines)
