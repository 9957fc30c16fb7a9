"""CSS cut into pieces in one pass each, by the rules of CSS Syntax Module Level 3."""

import re
from collections.abc import Iterator
from typing import Final

from tools.intake.errors import TooLargeError

MOST_DECLARATIONS: Final = 10_000
_COMMENT = r"(?:/\*(?>.*?(?:\*/|\Z)))++"
# Strings, addresses without quotes and escapes: what stands in them is no syntax.
_OPAQUE = (
    r""""(?:\\.|[^"\\\n])*+"?|'(?:\\.|[^'\\\n])*+'?|\burl\((?!\s*+["'])(?:\\.|[^)\\])*+\)?|\\."""
)
_COMMENTS = re.compile(rf"{_COMMENT}|({_OPAQUE})", re.DOTALL | re.IGNORECASE)
_BLOCKS = re.compile(rf"{_OPAQUE}|[()\[\]{{}};]", re.DOTALL | re.IGNORECASE)
_WORDS = re.compile(rf"{_OPAQUE}|[()\[\]{{}},/]|\s+", re.DOTALL | re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_LAST_CHARACTER = 0x10FFFF
_CLOSED_BY: Final = {"(": ")", "[": "]", "{": "}"}


def uncommented(css: str) -> str:
    """CSS without its comments; words that only a comment parts stay parted."""
    return _COMMENTS.sub(_kept, css) if "/*" in css else css


def unescaped(css: str) -> str:
    r"""CSS with its escapes resolved: `n\6f ne` is `none`."""
    return _ESCAPE.sub(_character, css) if "\\" in css else css


def marks(css: str) -> Iterator[tuple[str, int]]:
    """Each brace and semicolon that is syntax, and where it stands."""
    for mark, start, _ in _outside(css, _BLOCKS, "(["):
        if mark in "{};":
            yield mark, start


def declared(css: str) -> Iterator[str]:
    """The declarations of a block, one by one; rules nested in it are left out.

    Raises:
        TooLargeError: There are more declarations than any mail has in one place.
    """
    start = depth = 0
    for count, (mark, at) in enumerate(marks(css)):
        _check_marks(count)
        if mark == "{":
            depth += 1
        elif mark == "}" and depth:
            depth -= 1
            start = start if depth else at + 1
        elif mark == ";" and not depth:
            yield css[start:at]
            start = at + 1
    if not depth:
        yield css[start:]


def parted(css: str, separators: str) -> Iterator[str]:
    """What stands between separators: commas, slashes or, as a blank, white space."""
    start = 0
    for mark, at, end in _outside(css, _WORDS, "([{"):
        if (mark if mark in ",/" else " " if mark.isspace() else "none") in separators:
            if at > start:
                yield css[start:at]
            start = end
    if start < len(css):
        yield css[start:]


def _outside(css: str, what: re.Pattern[str], opening: str) -> Iterator[tuple[str, int, int]]:
    """Each match that is in no brackets of the opening kinds, with where it begins and ends."""
    awaited: list[str] = []
    for match in what.finditer(css):
        mark = match[0]
        if mark in opening or (awaited and mark in _CLOSED_BY):
            awaited.append(_CLOSED_BY[mark])
        elif not awaited:
            yield mark, match.start(), match.end()
        elif mark == awaited[-1]:
            awaited.pop()


def _check_marks(count: int) -> None:
    if count > MOST_DECLARATIONS:
        raise TooLargeError(
            f"The HTML of this mail has more than {MOST_DECLARATIONS:,} declarations in one "
            "style, which is the most that is read; save the message as plain text."
        )


def _kept(match: re.Match[str]) -> str:
    if match[1] is not None:
        return match[1]
    start, end = match.span()
    around = match.string[max(start - 1, 0) : start], match.string[end : end + 1]
    return " " if all(side.isalnum() or side in {"-", "_"} for side in around) else ""


def _character(match: re.Match[str]) -> str:
    if match[2] is not None:
        return match[2]
    number = int(match[1], 16)
    return chr(number) if 0 < number <= _LAST_CHARACTER else "\ufffd"
