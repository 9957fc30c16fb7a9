"""Bytes to text: byte order marks, UTF-8, and what older programs still write."""

import codecs
import unicodedata
from collections import Counter

from charset_normalizer import from_bytes

from tools.intake.errors import ACCEPTED, MalformedError, UnsupportedError

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What office programs of the last thirty years saved text in; the commonest first.
_CODE_PAGES = (
    "cp1252",
    "cp1250",
    "cp1254",
    "mac_roman",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp932",
    "gb18030",
    "cp949",
    "big5",
)
# The letters beyond a-z of languages that a Latin code page was made for. Statistics cannot tell
# those pages apart (every byte is some letter in each); that one language explains all, can.
_ALPHABETS = {
    "cp1252": (
        "àâæçéèêëîïôœùûüÿ",
        "äöüßé",
        "áéíñóúü",
        "áâãàçéêíóôõúü",
        "àèéìíîòóùú",
        "æøåéèêóòôäöü",
        "áäéëíïóöúüèê",
        "áðéíóúýþæö",
    ),
    "cp1250": (
        "ąćęłńóśźż",
        "áčďéěíňóřšťúůýž",
        "áäčďéíĺľňóôŕšťúýž",
        "áéíóöőúüű",
        "čćđšž",
        "ăâîşţ",
    ),
    "cp1254": ("çğ\u0131i\u0307öşüâîû",),
    "mac_roman": ("àâæçéèêëîïôœùûüÿ", "äöüßé", "áéíñóúü", "áâãàçéêíóôõú", "æøåéèêóòôäöü"),
}
_ASCII = bytes(range(0x80))
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
_BINARY_SHARE = 0.01
_EXPLAINED_SHARE = 0.9
_SOUND_SHARE = 0.9


def unmarked(data: bytes) -> bytes:
    """Take a byte order mark off; text in UTF-16 or UTF-32 becomes UTF-8.

    Raises:
        MalformedError: What follows the mark is not what it announces.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return rest if encoding == "utf-8" else _strict(rest, encoding).encode()
    return data


def decoded(data: bytes) -> str:
    """Read unmarked bytes as text: UTF-8, or the code page whose language explains them.

    Raises:
        UnsupportedError: They are no text, or in no known code page.
        MalformedError: They are UTF-8 with damage, or cut off within a character.
    """
    if b"\x00" in data:
        raise UnsupportedError(f"This is not text: {_with_nul(data)}. {ACCEPTED}")
    if len(data) - len(data.translate(None, _CONTROLS)) > _BINARY_SHARE * len(data):
        raise UnsupportedError(f"This is binary data, not text. {ACCEPTED}")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error)
        return _from_code_page(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise MalformedError(
            f"The file seems to be {encoding.upper()} text but is broken at byte {error.start}; "
            "save it again as UTF-8."
        ) from error


def _with_nul(data: bytes) -> str:
    if max(data[::2].count(0), data[1::2].count(0)) > len(data) // 4:
        return "it seems to be UTF-16 without its byte order mark; save it as UTF-8"
    return "it holds NUL bytes, as binary files do"


def _refuse_damaged(data: bytes, error: UnicodeDecodeError) -> None:
    """Raise where UTF-8 was meant: read as a code page, every letter of it would be wrong."""
    if error.end == len(data) and error.start > len(data) - 4 and not data[: error.start].isascii():
        raise MalformedError(
            "The file is cut off in the middle of its last character; export or copy it again."
        ) from error
    text = data.decode(errors="replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    if beyond - text.count("\ufffd") > _SOUND_SHARE * beyond:
        raise MalformedError(
            f"The file is UTF-8 text with damage at byte {error.start}; save it again as UTF-8."
        ) from error


def _from_code_page(data: bytes) -> str:
    beyond = Counter(data.translate(None, _ASCII))
    latin = max(_ALPHABETS, key=lambda page: _explained(beyond, page))
    if _explained(beyond, latin) >= _EXPLAINED_SHARE and beyond.total() * 2 < len(data):
        return _strict(data, latin)
    best = from_bytes(data, cp_isolation=list(_CODE_PAGES)).best()
    if best is None:
        raise UnsupportedError(
            "This is binary data or text in an unknown character set; save text as UTF-8. "
            + ACCEPTED
        )
    return _strict(data, latin if best.encoding in _ALPHABETS else best.encoding)


def _explained(beyond: Counter[int], page: str) -> float:
    """Share of the bytes beyond ASCII that the best fitting alphabet of the page explains."""
    chars = {byte: bytes([byte]).decode(page, "replace").lower() for byte in beyond}
    known = max(
        sum(
            count
            for byte, count in beyond.items()
            if chars[byte] in alphabet or _is_sign(chars[byte][0])
        )
        for alphabet in _ALPHABETS[page]
    )
    return known / beyond.total()


def _is_sign(char: str) -> bool:
    """Whether any text may hold it: punctuation, currencies and blanks."""
    return unicodedata.category(char)[0] == "P" or unicodedata.category(char) in {"Sc", "Zs"}
