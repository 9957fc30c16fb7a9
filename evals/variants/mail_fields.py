"""A mail's header fields as bytes, so that one can be changed and all else stays as it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_BETWEEN = re.compile(rb"\n(?![ \t])")


class Fields(NamedTuple):
    """A mail cut behind its header block.

    Attributes:
        fields: Each field with its continuation lines, without the line end behind it.
        body: What follows the blank line.
    """

    fields: tuple[bytes, ...]
    body: bytes


def cut(data: bytes) -> Fields:
    """Cut a mail into header fields and body; line ends become LF."""
    text = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip(b"\n")
    head, _, body = text.partition(b"\n\n")
    return Fields(tuple(_BETWEEN.split(head)), body)


def joined(fields: Sequence[bytes], body: bytes) -> bytes:
    """A mail of header fields and a body."""
    return b"\n".join(fields) + b"\n\n" + body


def name(field: bytes) -> str:
    """A field's name in lower case."""
    return field.partition(b":")[0].strip().decode("latin-1").lower()
