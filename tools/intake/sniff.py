"""What bytes are, found from the content: names and content types are never trusted."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from plan.sources import Format
from tools.intake.decoding import decoded, unmarked
from tools.intake.errors import ACCEPTED, UnsupportedError
from tools.intake.limits import LIMITS
from tools.intake.signatures import binary_kind, markup_kind
from tools.intake.transcripts.timing import timing_line

# Headers that a person sees in any client, and those only mail programs write (RFC 5322, 2045).
_SEEN = frozenset({"from", "to", "cc", "bcc", "subject", "date", "reply-to", "sender"})
_TRANSPORT = frozenset(
    {"received", "return-path", "message-id", "mime-version", "delivered-to", "content-type",
     "in-reply-to", "references", "dkim-signature", "authentication-results"}
)  # fmt: skip
_HEADER = re.compile(r"([!-9;-~]{1,76}):")
_LEAST_HEADERS = 2
_FURTHER_MESSAGE = re.compile(rb"\n\r?\nFrom [^\r\n]{1,200}\d{4}\r?\n[!-9;-~]{1,76}:")
_LINE_END = re.compile("\r\n|\r|\n")
_LINE_END_BYTES = re.compile(rb"\r\n|\r|\n")
_MOST_HEADER_LINES = 10_000
_WEBVTT = re.compile(r"WEBVTT(?:[ \t\r\n]|$)")
_JSON = re.compile(r'(?:\{\s{0,1000}["}]|\[\s{0,1000}[\[{"\]])')
_LINES_BEFORE_FIRST_TIMING = 50


class Content(NamedTuple):
    """What was recognised.

    Attributes:
        format: The form the bytes are in.
        data: The bytes without byte order mark, UTF-8 where they had one.
        text: The same as text; empty for mail, whose parts each have a character set.
    """

    format: Format
    data: bytes
    text: str


def recognised(data: bytes) -> Content:
    """Recognise the form of a file.

    Raises:
        UnsupportedError: It is of a kind that is not read, or in no known character set.
        MalformedError: It is text with damage.
    """
    if name := binary_kind(data):
        raise UnsupportedError(f"This is {name}. {ACCEPTED}")
    plain = unmarked(data)
    if _is_mail(plain):
        _refuse_mailbox(plain)
        return Content("eml", plain.lstrip(), "")
    text = decoded(plain)
    if name := markup_kind(text):
        raise UnsupportedError(f"This is {name}. {ACCEPTED}")
    return Content(_text_format(text), plain, text)


def _text_format(text: str) -> Format:
    head = text[: LIMITS.header_bytes].lstrip()
    if _WEBVTT.match(head):
        return "vtt"
    if _JSON.match(head):
        return "json"
    if any(timing_line(line) for line in _LINE_END.split(head)[:_LINES_BEFORE_FIRST_TIMING]):
        return "srt"
    return "text"


def _is_mail(data: bytes) -> bool:
    """Whether the bytes begin with a header block; a note that only has a subject has none."""
    names = set()
    for n, line in enumerate(islice(_lines(data.lstrip()), _MOST_HEADER_LINES)):
        header = _HEADER.match(line)
        if header:
            names.add(header[1].lower())
        elif not line:
            break
        elif line[0] not in " \t" and not (n == 0 and line.startswith("From ")):
            return False
    known = names & (_SEEN | _TRANSPORT)
    return len(known) >= _LEAST_HEADERS and ("from" in known or bool(known & _TRANSPORT))


def _lines(data: bytes) -> Iterator[str]:
    """The lines one by one, however long: too large a header is still a mail's, to be refused."""
    start = 0
    for end in _LINE_END_BYTES.finditer(data):
        yield data[start : end.start()].decode("latin-1")
        start = end.end()
    yield data[start:].decode("latin-1")


def _refuse_mailbox(data: bytes) -> None:
    if data.lstrip().startswith(b"From ") and _FURTHER_MESSAGE.search(data):
        raise UnsupportedError(
            "This is a mailbox of several messages; save each message as an .eml file of its own."
        )
