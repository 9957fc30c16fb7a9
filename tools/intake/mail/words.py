"""Encoded words in headers (RFC 2047), as mailers write them rather than as the RFC allows."""

import binascii
import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.intake.mail.charset import decode
from tools.intake.mail.transfer import from_base64

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BLANK = re.compile(r"\s*")


class _Run(NamedTuple):
    """A stretch of bytes in one charset; no charset means that it was text already."""

    label: str | None
    data: bytes


def decoded(value: str) -> str:
    """Decode a header's encoded words and fold its white space.

    Neighbouring words of one charset are decoded together: mailers cut characters in two.
    What is not an encoded word stays as it is.
    """
    return " ".join("".join(_texts(_runs(value))).split())


def _texts(runs: Iterator[_Run]) -> Iterator[str]:
    label: str | None = None
    held = b""
    for run in runs:
        if run.label != label:
            yield _text(label, held)
            label, held = run.label, b""
        held += run.data
    yield _text(label, held)


def _text(label: str | None, data: bytes) -> str:
    if label is None:
        return data.decode()
    return decode(data, label)


def _runs(value: str) -> Iterator[_Run]:
    at = 0
    for match in _WORD.finditer(value):
        between = value[at : match.start()]
        if between.strip() or at == 0:
            yield _Run(None, between.encode())
        yield _Run(match[1].partition("*")[0].lower(), _bytes(match[2], match[3]))
        at = match.end()
    yield _Run(None, value[at:].encode())


def _bytes(encoding: str, content: str) -> bytes:
    data = content.encode()
    return from_base64(data) if encoding in "bB" else binascii.a2b_qp(data, header=True)
