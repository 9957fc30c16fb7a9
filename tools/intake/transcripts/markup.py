"""Tags and entities in a cue's text (WebVTT, sections 4.2 and 6.4; SRT players know some too)."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.intake.limits import Deadline

_TAG = re.compile(r"<([^<>]*)>")
_VOICE = re.compile(r"v(?:\.[^\s.]*)*(?:\s(.*))?", re.IGNORECASE | re.DOTALL)
_STYLE = re.compile(
    r"/?(?:[biusc]|em|strong|ruby|rt|(?:lang|font|span|p)(?:\s.*)?)(?:\.\S*)?|/v|br\s*/?"
    r"|[0-9]+:[0-9:.]+",
    re.IGNORECASE | re.DOTALL,
)
_OVERRIDE = re.compile(r"\{\\[^{}]*\}")
# With its semicolon, or "R&D" and "&copy that" would lose letters; short, or huge numbers raise.
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class Span(NamedTuple):
    """Text of one voice.

    Attributes:
        voiced: A voice tag says whose it is, or at least that it is somebody's.
        speaker: The name in the tag; empty where it has none.
        text: The words, entities resolved, other tags taken out, line ends kept.
    """

    voiced: bool
    speaker: str
    text: str


def unescaped(text: str, deadline: Deadline) -> str:
    """Resolve HTML entities, once.

    Raises:
        TooSlowError: The deadline passed.
    """
    return "".join(deadline.over(_resolved(text))) if "&" in text else text


def _resolved(text: str) -> Iterator[str]:
    position = 0
    for entity in _ENTITY.finditer(text):
        yield text[position : entity.start()]
        yield html.unescape(entity[0])
        position = entity.end()
    yield text[position:]


def spans(payload: str, deadline: Deadline) -> Iterator[Span]:
    """Cut a cue's text by its voice tags. A voice lasts to its closing tag, the next, or the end.

    Tags that WebVTT and SRT do not know are kept as they stand: they may be words.

    Raises:
        TooSlowError: The deadline passed.
    """
    voice, pieces, position = None, [], 0
    for tag in deadline.over(_TAG.finditer(payload)):
        opening, body = _VOICE.fullmatch(tag[1]), tag[1].rstrip()
        if not opening and not _STYLE.fullmatch(body):
            continue
        pieces.append(payload[position : tag.start()])
        position = tag.end()
        if opening or body.lower() == "/v":
            yield _span(voice, pieces, deadline)
            voice, pieces = (opening[1] or "" if opening else None), []
        elif body.lower().startswith("br"):
            pieces.append(" ")
    yield _span(voice, [*pieces, payload[position:]], deadline)


def _span(voice: str | None, pieces: list[str], deadline: Deadline) -> Span:
    text = _OVERRIDE.sub("", "".join(pieces))
    return Span(voice is not None, unescaped(voice or "", deadline), unescaped(text, deadline))
