"""Header blocks: from bytes to named fields, and a structured field's parameters (RFC 2045, 2231).

The standard library's parser is left out on purpose: its newer policy needs minutes for a field
of 60 KB of quotes, its nested parts are a recursion, and both raise whatever comes up on broken
parameters. What mail needs of it is small, and linear here.
"""

import re
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from tools.intake.mail.charset import decode, decode_unlabelled

_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SECTION = re.compile(r"([^*]+)(?:\*([0-9]{1,3}))?(\*)?")


class Fields(NamedTuple):
    """The fields of one header block, in order.

    Attributes:
        items: Names in lower case with their unfolded values, encoded words not yet decoded.
    """

    items: tuple[tuple[str, str], ...]

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of the field `name` (lower case), topmost first."""
        return tuple(value for known, value in self.items if known == name)

    def first(self, name: str) -> str:
        """The topmost value of the field `name` (lower case), or nothing."""
        return next(iter(self.all(name)), "")


class Structured(NamedTuple):
    """A field of a value and parameters, such as Content-Type.

    Attributes:
        value: What stands before the first semicolon, lower case.
        parameters: By name in lower case.
    """

    value: str
    parameters: dict[str, str]


def is_field(line: bytes) -> bool:
    """Whether a line begins a header field."""
    return _FIELD.match(line) is not None


def fields(block: bytes) -> Fields:
    """Take a header block (lines ended by LF) apart, continuation lines joined."""
    joined: list[list[bytes]] = []
    for line in block.split(b"\n"):
        if line[:1] in {b" ", b"\t"} and joined:
            joined[-1].append(line)
        elif is_field(line):
            joined.append([line])
    return Fields(tuple(_named(b"".join(lines)) for lines in joined))


def _named(field: bytes) -> tuple[str, str]:
    name, _, value = field.partition(b":")
    return name.strip().decode("ascii").lower(), decode_unlabelled(value).strip()


def structured(value: str) -> Structured:
    """Take a field's value and parameters apart, continued and encoded parameters joined."""
    sections: dict[str, list[tuple[int, bool, str]]] = {}
    for match in _PARAMETER.finditer(value):
        section = _SECTION.fullmatch(match[1])
        if section is not None:
            position = int(section[2] or 0)
            entry = (position, section[3] is not None, _plain(match[2]))
            sections.setdefault(section[1].lower(), []).append(entry)
    parameters = {name: _joined(entries) for name, entries in sections.items()}
    return Structured(value.partition(";")[0].strip().lower(), parameters)


def _plain(value: str) -> str:
    if value.startswith('"'):
        return _ESCAPED.sub(r"\1", value.strip('"'))
    return value.strip()


def _joined(entries: list[tuple[int, bool, str]]) -> str:
    ordered = sorted(entries, key=lambda entry: entry[0])
    text = "".join(value for _, _, value in ordered)
    if not any(encoded for _, encoded, _ in ordered):
        return text
    label, first, rest = text.partition("'")
    _, second, words = rest.partition("'")
    if not (first and second):
        label, words = "", text
    return decode(unquote_to_bytes(words), label)
