"""From bytes to text, whatever the label says: labels in mail are often wrong."""

import codecs
import re
from typing import Final

from tools.intake.errors import ACCEPTED, UnsupportedError

# Labels that stand for something wider than they say, as browsers read them (WHATWG Encoding),
# and labels seen in mail that Python has no codec for.
_MEANT: Final = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
    "iso-8859-8-i": "iso8859-8",
    "tis-620": "cp874",
    "x-mac-roman": "mac-roman",
    "windows-31j": "cp932",
    "x-sjis": "cp932",
}
_SINGLE_BYTE: Final = frozenset(
    [*(f"iso8859-{n}" for n in (*range(1, 12), *range(13, 17)))]
    + [f"cp{n}" for n in (437, 850, 852, 855, 858, 862, 866, 874, *range(1250, 1259))]
    + ["koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "tis-620"]
)
_MULTI_BYTE: Final = frozenset(
    ("utf-8", "gb18030", "big5", "big5hkscs", "cp950", "cp949", "cp932", "euc_jp", "johab")
)
# Their bytes can look like ASCII or UTF-8, so the label decides before anything else.
_LABEL_FIRST: Final = frozenset(
    [f"utf-{width}{order}" for width in (16, 32) for order in ("", "-le", "-be")]
    + ["iso2022_jp", "iso2022_jp_2", "iso2022_kr", "hz"]
)
_KNOWN: Final = _SINGLE_BYTE | _MULTI_BYTE | _LABEL_FIRST
# What bytes without a usable label are tried as when most of their letters are beyond ASCII.
_GUESSED: Final = ["cp1251", "cp1253", "cp932", "gb18030", "big5", "cp949", "koi8_r"]
_SAMPLE: Final = 4096
_ASCII: Final = range(0x80)
_BETWEEN: Final = bytes(range(0x41))
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK: Final = "cp1252"
_FEWEST_TO_GUESS_BY: Final = 8
# Marks of direction, zero-width blanks and control characters: invisible, and in the way of
# finding a quote. Joiners stay, scripts and emoji need them.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)


def decode(data: bytes, label: str) -> str:
    """Make text of bytes that say which charset they are in.

    Bytes that are UTF-8 are read as UTF-8 even where a one-byte charset is declared: what is
    valid UTF-8 beyond ASCII is hardly ever meant otherwise. Bytes that fit no charset become
    replacement characters.

    Args:
        data: The bytes.
        label: The declared charset, in any spelling; empty or unknown is allowed.

    Returns:
        The text without invisible characters.

    Raises:
        UnsupportedError: They are said to be UTF-7, which hides any text from any check.
    """
    name = _codec(label)
    return _INVISIBLE.sub("", _decoded(data, name))


def decode_unlabelled(data: bytes) -> str:
    """Make text of bytes that say nothing of their charset, such as a raw header field."""
    return _INVISIBLE.sub("", _decoded(data, None))


def _codec(label: str) -> str | None:
    cleaned = label.strip().strip("'\"<>").lower()
    try:
        name = codecs.lookup(cleaned).name if cleaned.isascii() and cleaned.isprintable() else ""
    except LookupError:
        name = cleaned
    if name == "utf-7" or cleaned.endswith("utf-7"):
        raise UnsupportedError(f"This mail is in UTF-7, which is not read. {ACCEPTED}")
    name = _MEANT.get(name, name)
    return name if name in _KNOWN else None


def _decoded(data: bytes, name: str | None) -> str:
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, errors="replace")
    last = name or _guess(data)
    for candidate in (last, "utf-8") if last in _LABEL_FIRST else ("utf-8", last):
        try:
            return data.decode(candidate)
        except UnicodeDecodeError:
            continue
    text = data.decode(last, errors="replace")
    return data.decode(_FALLBACK, errors="replace") if _is_mostly_broken(text) else text


def _is_mostly_broken(text: str) -> bool:
    """Whether a label was wrong, rather than a character cut in two."""
    beyond = sum(not character.isascii() for character in text)
    return text.count("\ufffd") * 2 > beyond


def _guess(data: bytes) -> str:
    """Western unless most letters are beyond ASCII; short Western text fools any guesser."""
    sample = data[:_SAMPLE]
    beyond = sum(byte not in _ASCII for byte in sample)
    if beyond < _FEWEST_TO_GUESS_BY or beyond * 2 < len(sample.translate(None, _BETWEEN)):
        return _FALLBACK
    from charset_normalizer import from_bytes  # noqa: PLC0415 - seldom needed, slow to load

    best = from_bytes(sample, cp_isolation=_GUESSED).best()
    return best.encoding if best is not None else _FALLBACK
