"""A mail's parts (RFC 2046), under limits that are checked before anything is taken apart."""

import re
from typing import NamedTuple

from tools.intake.errors import ACCEPTED, EmptyError, MalformedError, TooLargeError
from tools.intake.limits import LIMITS
from tools.intake.mail.fields import Fields, Structured, fields, is_field, structured

_MARK = b"\xef\xbb\xbf"
_KNOWN = ("from", "to", "date", "subject", "message-id", "received")
_LONGEST_STRUCTURED = 8192


class Part(NamedTuple):
    """One part of a mail; the mail itself is the first.

    Attributes:
        parent: The position of the part that holds it; None for the mail itself.
        depth: How many parts hold it.
        attached: It is in, or is, a mail attached to this one.
        header: Its own header block.
        content: Its Content-Type, with `text/plain` where none is given.
        disposition: Its Content-Disposition.
        body: Its bytes as they travelled; nothing for a part that holds others.
    """

    parent: int | None
    depth: int
    attached: bool
    header: Fields
    content: Structured
    disposition: Structured
    body: bytes


class _Waiting(NamedTuple):
    data: bytes
    parent: int | None
    depth: int
    attached: bool
    default: str


def parts(data: bytes) -> tuple[Part, ...]:
    """Take a mail apart, outer parts before what they hold, in the order of the bytes.

    Raises:
        EmptyError: There are no bytes.
        TooLargeError: It passes a limit on bytes, header bytes, nesting or number of parts.
        MalformedError: It does not begin with a mail's header.
    """
    found: list[Part] = []
    waiting = [_Waiting(_message(data), None, 0, attached=False, default="text/plain")]
    while waiting:
        here = waiting.pop()
        part, inner = _opened(here)
        found.append(part)
        waiting.extend(reversed(_held(part, inner, len(found) - 1)))
        _check_count(len(found) + len(waiting))
    _check_is_mail(found[0])
    return tuple(found)


def _message(data: bytes) -> bytes:
    if len(data) > LIMITS.file_bytes:
        raise TooLargeError(
            f"This mail is larger than {LIMITS.file_bytes // 1024**2} MB, which is the most that "
            "is read; save it without its attachments."
        )
    text = data.removeprefix(_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip(b"\n")
    if not text.strip():
        raise EmptyError(f"This mail is empty. {ACCEPTED}")
    return text.partition(b"\n")[2] if text.startswith(b"From ") else text


def _opened(here: _Waiting) -> tuple[Part, bytes]:
    block, body = _split(here.data)
    header = fields(block)
    content = structured(_bounded(header.first("content-type")))
    if "/" not in content.value:
        content = Structured(here.default, content.parameters)
    holds = content.value.startswith(("multipart/", "message/rfc822"))
    part = Part(
        here.parent,
        here.depth,
        here.attached,
        header,
        content,
        structured(_bounded(header.first("content-disposition"))),
        b"" if holds else body,
    )
    return part, body


def _split(data: bytes) -> tuple[bytes, bytes]:
    """Part header from body: the header ends at a blank line, or at a line that is no field."""
    at = 0
    while at < len(data):
        end = data.find(b"\n", at, at + LIMITS.header_bytes + 1)
        stop = (min(len(data), at + LIMITS.header_bytes + 1)) if end < 0 else end
        line = data[at:stop]
        if not line.strip():
            return data[:at], data[stop + 1 :]
        if not (is_field(line) or (at and line[:1] in {b" ", b"\t"})):
            return data[:at], data[at:]
        at = stop + 1
        _check_header(at - 1)
    return data, b""


def _check_header(size: int) -> None:
    if size > LIMITS.header_bytes:
        raise TooLargeError(
            f"A header of this mail is larger than {LIMITS.header_bytes // 1024} KB, which is the "
            "most that is read; save the mail again from the mail client."
        )


def _bounded(value: str) -> str:
    if len(value) > _LONGEST_STRUCTURED:
        raise TooLargeError(
            "A Content-Type or Content-Disposition of this mail is longer than 8 KB, which is the "
            "most that is read; save the mail again from the mail client."
        )
    return value


def _held(part: Part, body: bytes, position: int) -> list[_Waiting]:
    kind = part.content.value
    if kind == "message/rfc822":
        sections = [body]
    elif kind.startswith("multipart/"):
        sections = _sections(body, part.content.parameters.get("boundary", ""))
    else:
        return []
    _check_depth(part.depth + 1)
    default = "message/rfc822" if kind == "multipart/digest" else "text/plain"
    attached = part.attached or kind == "message/rfc822"
    return [_Waiting(data, position, part.depth + 1, attached, default) for data in sections]


def _sections(body: bytes, boundary: str) -> list[bytes]:
    """Cut at the boundary's lines. Without any the whole is one part, as some mailers mean it."""
    label = re.escape(boundary.rstrip().encode("utf-8", "surrogateescape"))
    delimiter = re.compile(rb"^--" + label + rb"(--)?[ \t]*$\n?", re.MULTILINE)
    sections: list[bytes] = []
    start: int | None = None
    for match in delimiter.finditer(body) if boundary.strip() else ():
        if start is not None:
            sections.append(body[start : match.start()].removesuffix(b"\n"))
            _check_count(len(sections))
        start = match.end()
        if match[1]:
            return sections
    if start is None:
        return [b"\n" + body]
    return [*sections, body[start:]]


def _check_depth(depth: int) -> None:
    if depth > LIMITS.nesting:
        raise TooLargeError(
            f"The parts of this mail are nested deeper than {LIMITS.nesting} levels, which is the "
            "most that is read; save the message you mean by itself."
        )


def _check_count(count: int) -> None:
    if count > LIMITS.parts:
        raise TooLargeError(
            f"This mail has more than {LIMITS.parts} parts, which is the most that is read; save "
            "it without its attachments."
        )


def _check_is_mail(message: Part) -> None:
    if not any(message.header.first(name) for name in _KNOWN):
        raise MalformedError(f"This does not begin with the header of a mail. {ACCEPTED}")
