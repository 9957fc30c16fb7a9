"""Content-Transfer-Encoding: from what travelled to what was meant, with common damage mended."""

import base64
import binascii
import re

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")
_PADDING = re.compile(rb"=+")
_LOOSE_BREAK = re.compile(rb"=[ \t]+(?=\n)")
_QUANTUM = 4
_MOST_PIECES = 1000


def transferred(body: bytes, encoding: str) -> bytes:
    """Undo a transfer encoding. What is neither base64 nor quoted-printable stays as it is."""
    name = encoding.strip().lower()
    if name == "base64":
        return from_base64(body)
    if name == "quoted-printable":
        return binascii.a2b_qp(_LOOSE_BREAK.sub(b"=", body))
    return body


def from_base64(data: bytes) -> bytes:
    """Decode base64 with missing padding, padding in the middle, or foreign characters in it."""
    pieces = _PADDING.split(_NOT_BASE64.sub(b"", data), maxsplit=_MOST_PIECES)
    return b"".join(_piece(piece.replace(b"=", b"")) for piece in pieces)


def _piece(data: bytes) -> bytes:
    whole = data[: len(data) - 1] if len(data) % _QUANTUM == 1 else data
    return base64.b64decode(whole + b"=" * (-len(whole) % _QUANTUM))
