"""HTML as a stream of text and tags, in one pass and little memory.

No tree is built: a parser that builds one needs time by the square of the depth or of a tag's
attributes, and mail is whatever a stranger sent. Comments and raw text that is never shown
(scripts, titles) are left out; style sheets are told apart; character references are resolved.
"""

import re
from collections.abc import Collection, Iterator
from html import unescape
from typing import Final, NamedTuple

from tools.intake.mail.phrases import words

# Elements that hold no elements but raw text, and how each ends.
_RAW: Final = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "iframe", "noembed", "noframes")
}
_KEPT: Final = words(
    "class id style type media hidden open color bgcolor background text href name data-smartmail "
    "data-marker"
)
_OPEN = re.compile(r"<([A-Za-z][^\s/>]*)")
_CLOSE = re.compile(r"</([A-Za-z][^\s/>]*)(>)?")
_COMMENT_END = re.compile(r"--!?>")
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


class Sheet(NamedTuple):
    """A style sheet: the attributes of its element and its CSS."""

    attributes: dict[str, str]
    css: str


Token = Text | Open | Close | Sheet


def tokens(markup: str, further: Collection[str] = (), until: int | None = None) -> Iterator[Token]:
    """Cut HTML into tokens. Anything is taken; what a browser would swallow is swallowed.

    Args:
        markup: The HTML.
        further: Names of attributes that matter besides those that always do.
        until: Where the last token begins that is wanted; without it all are.
    """
    kept = _KEPT.union(further)
    at, end = 0, len(markup) if until is None else until + 1
    while at < end:
        start = markup.find("<", at)
        if start < 0:
            yield _text(markup[at:])
            return
        if start > at:
            yield _text(markup[at:start])
        token, at = _tag(markup, start, kept)
        if token is not None:
            yield token


def _text(characters: str) -> Text:
    return Text(_unescaped(characters, "\ufffd"))


def _unescaped(characters: str, endless: str) -> str:
    return (
        unescape(_ENDLESS_REFERENCE.sub(endless, characters)) if "&" in characters else characters
    )


def _tag(markup: str, start: int, kept: frozenset[str]) -> tuple[Token | None, int]:
    if markup.startswith("<!--", start):
        return None, _after_comment(markup, start)
    if close := _CLOSE.match(markup, start):
        end = close.end() if close[2] else _attributes(markup, close.end(), frozenset())[1]
        return Close(close[1].lower()), end
    if opened := _OPEN.match(markup, start):
        return _opened(markup, opened, kept)
    if markup.startswith(("<!", "<?", "</"), start):
        # What is no comment is swallowed as one, as is an end tag without a name.
        return None, _after(markup, ">", start)
    return Text("<"), start + 1


def _after_comment(markup: str, start: int) -> int:
    for short in ("<!-->", "<!--->"):
        if markup.startswith(short, start):
            return start + len(short)
    end = _COMMENT_END.search(markup, start + len("<!--"))
    return len(markup) if end is None else end.end()


def _after(markup: str, end: str, start: int) -> int:
    found = markup.find(end, start)
    return len(markup) if found < 0 else found + len(end)


def _opened(markup: str, opened: re.Match[str], kept: frozenset[str]) -> tuple[Token | None, int]:
    name = opened[1].lower()
    attributes, at = _attributes(markup, opened.end(), kept)
    if name not in _RAW:
        return Open(name, attributes), at
    closed = _RAW[name].search(markup, at)
    end = len(markup) if closed is None else closed.start()
    after = end if closed is None else _attributes(markup, closed.end(), frozenset())[1]
    return Sheet(attributes, markup[at:end]) if name == "style" else None, after


def _attributes(markup: str, at: int, kept: frozenset[str]) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(markup, at):
        at = match.end()
        if match[1]:
            return found, at
        name = match[2].lower()
        if name in kept:
            found.setdefault(name, _unescaped(_bare(match[3] or ""), ""))
    return found, len(markup)


def _bare(value: str) -> str:
    quote = value[:1]
    if quote not in {'"', "'"}:
        return value
    return value[1:-1] if len(value) > 1 and value.endswith(quote) else value[1:]
