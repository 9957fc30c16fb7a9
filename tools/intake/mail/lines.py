"""A body as lines, each with how deep it is quoted: what plain text and HTML have in common."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tools.intake.errors import TooLargeError

MOST_LINES: Final = 200_000
MOST_CHARACTERS: Final = 2_000_000
_MARKS = re.compile(r"[ \t]?>(?:[ \t]?>)*[ \t]?")
_ESCAPED_FROM = ">From "


class Line(NamedTuple):
    """One line of a body.

    Attributes:
        text: Its words, quote marks taken off.
        depth: How many marks or quoting elements it is under; 0 is the writer's own.
        signature: The markup says that it belongs to the signature.
    """

    text: str
    depth: int = 0
    signature: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read on it."""
        return not self.text.strip()


def plain(text: str) -> tuple[Line, ...]:
    """Cut plain text into lines.

    Raises:
        TooLargeError: There are more lines or characters than any mail has.
    """
    return tuple(_unescaped(cut(text)))


def cut(text: str) -> list[str]:
    """Cut text at its line ends.

    Raises:
        TooLargeError: There are more lines or characters than any mail has.
    """
    check_characters(len(text))
    raw = text.splitlines()
    check_lines(len(raw))
    return raw


def check_characters(count: int) -> None:
    """Pass while a mail with `count` characters of text is still readable.

    Raises:
        TooLargeError: It is not.
    """
    if count > MOST_CHARACTERS:
        raise TooLargeError(
            f"This mail has more than {MOST_CHARACTERS:,} characters of text, which is the most "
            "that is read; save the message you mean without what it quotes."
        )


def check_lines(count: int) -> None:
    """Pass while a mail of `count` lines is still readable.

    Raises:
        TooLargeError: It is not.
    """
    if count > MOST_LINES:
        raise TooLargeError(
            f"This mail has more than {MOST_LINES:,} lines, which is the most that is read; save "
            "the message you mean without what it quotes."
        )


def unmarked(raw: str) -> Line:
    """Take quote marks off a line and count them."""
    marks = _MARKS.match(raw)
    if marks is None:
        return Line(raw)
    return Line(raw[marks.end() :], marks[0].count(">"))


def _unescaped(raw: Sequence[str]) -> Iterator[Line]:
    """A lone line of ">From " is what a mailbox makes of a line of "From ": nobody quoted it."""
    for at, text in enumerate(raw):
        around = [*raw[max(at - 1, 0) : at], *raw[at + 1 : at + 2]]
        if text.startswith(_ESCAPED_FROM) and not any(line.startswith(">") for line in around):
            yield Line(text[1:])
        else:
            yield unmarked(text)
