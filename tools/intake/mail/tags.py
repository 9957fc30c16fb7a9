"""HTML as a stream of text and tags, in one pass and little memory.

No tree is built: a parser that builds one needs time by the square of the depth or of a tag's
attributes, and mail is whatever a stranger sent. Comments and everything that is never shown
(scripts, styles, titles) are left out; character references are resolved.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

from tools.intake.mail.phrases import words

_NEVER_SHOWN: Final = {
    name: re.compile(rf"</{name}\b[^>]*>?", re.IGNORECASE)
    for name in ("script", "style", "title", "template", "iframe", "noembed", "noframes", "xml")
}
_KEPT: Final = words("class id style type hidden color bgcolor name data-smartmail data-marker")
_OPEN = re.compile(r"<([A-Za-z][^\s/>]*)")
_CLOSE = re.compile(r"</([A-Za-z][^\s/>]*)[^>]*>?")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?:(>)|([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"?|'[^']*'?|[^\s>]*))?)"""
)
_ENDLESS_REFERENCE = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")


class Text(NamedTuple):
    """Characters between tags, references resolved, white space as it stands."""

    text: str


class Open(NamedTuple):
    """A start tag: its name in lower case and those attributes that matter here."""

    name: str
    attributes: dict[str, str]


class Close(NamedTuple):
    """An end tag: its name in lower case."""

    name: str


Token = Text | Open | Close


def tokens(markup: str) -> Iterator[Token]:
    """Cut HTML into tokens. Anything is taken; what a browser would swallow is swallowed."""
    at = 0
    while at < len(markup):
        start = markup.find("<", at)
        if start < 0:
            yield _text(markup[at:])
            return
        if start > at:
            yield _text(markup[at:start])
        token, at = _tag(markup, start)
        if token is not None:
            yield token


def _text(characters: str) -> Text:
    return Text(unescape(_ENDLESS_REFERENCE.sub("\ufffd", characters)))


def _tag(markup: str, start: int) -> tuple[Token | None, int]:
    if markup.startswith("<!--", start):
        return None, _after(markup, "-->", start + 2)
    if markup.startswith(("<!", "<?"), start):
        return None, _after(markup, ">", start)
    if close := _CLOSE.match(markup, start):
        return Close(close[1].lower()), close.end()
    if opened := _OPEN.match(markup, start):
        return _opened(markup, opened)
    return Text("<"), start + 1


def _after(markup: str, end: str, start: int) -> int:
    found = markup.find(end, start)
    return len(markup) if found < 0 else found + len(end)


def _opened(markup: str, opened: re.Match[str]) -> tuple[Token | None, int]:
    name = opened[1].lower()
    attributes, at = _attributes(markup, opened.end())
    hidden = _NEVER_SHOWN.get(name)
    if hidden is None:
        return Open(name, attributes), at
    closed = hidden.search(markup, at)
    return None, len(markup) if closed is None else closed.end()


def _attributes(markup: str, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(markup, at):
        at = match.end()
        if match[1]:
            return found, at
        name = match[2].lower()
        if name in _KEPT:
            found.setdefault(name, unescape(_ENDLESS_REFERENCE.sub("", _bare(match[3]))))
    return found, len(markup)


def _bare(value: str | None) -> str:
    return (value or "").strip("\"'")
