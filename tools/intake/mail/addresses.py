"""People in address headers (RFC 5322), in one pass: the header is whatever a stranger sent."""

import re
from collections.abc import Iterable, Iterator

from plan.sources import Person
from tools.intake.mail.words import decoded

# No alternative reads far and then fails, so that no stretch is read more than a few times.
_TOKEN = re.compile(
    r'(?P<word>=\?[^?\s]*\?[bBqQ]\?[^?]*\?=)|"(?P<quoted>(?:[^"\\]|\\.)*)(?P<closed>"?)'
    r'|\((?P<comment>[^()]*)\)|<(?P<angle>[^<>]*)>?|(?P<end>[,;])|(?P<text>[^",;:<>()=]+|.)',
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BETWEEN = re.compile(r"[\s<>\"'(),;:\[\]]+")
_WRAPPING = "'\"\u2018\u2019\u201c\u201d "


def people(values: Iterable[str]) -> tuple[Person, ...]:
    """Read address headers: names decoded, addresses lower case, each address once, in order.

    Args:
        values: Header values, unfolded and with encoded words still in them.
    """
    found: dict[str, Person] = {}
    for value in values:
        for name, address in _mailboxes(value):
            person = _person(name, address)
            if person is not None:
                found.setdefault(person.address or person.name or "", person)
    return tuple(found.values())


def _person(name: str, address: str) -> Person | None:
    shown = decoded(name).strip(_WRAPPING)
    bare = next((piece for piece in _BETWEEN.split(decoded(address)) if _is_address(piece)), "")
    if shown.lower() == bare.lower():
        shown = ""
    if not shown and not bare:
        return None
    return Person(name=shown or None, address=bare.lower() or None)


def _is_address(piece: str) -> bool:
    local, _, domain = piece.rpartition("@")
    return bool(local and domain)


def _mailboxes(value: str) -> Iterator[tuple[str, str]]:
    name, address, remark = "", "", ""
    for token in _tokens(value):
        if token["end"] is not None:
            yield _mailbox(name, address, remark)
            name, address, remark = "", "", ""
        elif token["angle"] is not None:
            address = address or token["angle"]
        elif token["comment"] is not None:
            remark = token["comment"]
        else:
            name = _extended(name, token)
    yield _mailbox(name, address, remark)


def _tokens(value: str) -> Iterator[re.Match[str]]:
    """Cut into tokens; from a quote that is never closed on, quotes are taken for blanks."""
    at = 0
    while match := _TOKEN.match(value, at):
        if match["quoted"] is not None and not match["closed"]:
            value = value[:at] + value[at:].replace('"', " ")
        else:
            yield match
            at = match.end()


def _extended(name: str, token: re.Match[str]) -> str:
    if token["quoted"] is not None:
        return name + _ESCAPED.sub(r"\1", token["quoted"])
    if token["text"] == ":":
        return ""
    return name + (token["word"] or token["text"])


def _mailbox(name: str, address: str, remark: str) -> tuple[str, str]:
    """A name and an address; old mailers put the name into a comment behind a bare address."""
    if not address and "@" in name:
        return remark, name
    return name, address
