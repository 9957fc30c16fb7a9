"""Header blocks that clients write above quoted or forwarded mail, in the client's language."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from tools.intake.mail.lines import Line
from tools.intake.mail.phrases import folded, labels, phrases


class Role(Enum):
    """What a line of a header block tells."""

    FROM = auto()
    DATE = auto()
    TO = auto()
    SUBJECT = auto()
    OTHER = auto()


_ROLES: Final = {
    label: role
    for role, table in (
        (Role.OTHER, labels.OTHER),
        (Role.SUBJECT, labels.SUBJECT),
        (Role.TO, labels.TO),
        (Role.DATE, labels.DATE),
        (Role.FROM, labels.FROM),
    )
    for label in phrases(table)
}
_DECORATION: Final = "*_ \t\u00a0\u3000\u202f"
_LONGEST_LABEL: Final = 24
_MOST_LINES: Final = 40
_MOST_CONTINUED: Final = 12
_ENOUGH_ROLES: Final = 3


class _Field(NamedTuple):
    role: Role
    value: str


def header_block_end(lines: Sequence[Line], start: int) -> int | None:
    """Find the end of a header block.

    Labels may be bold, on lines of their own or continued, with a blank line between; any order
    of From, Sent, To, Subject will do. Three different ones of them are asked for, with a subject
    or an address, or else an address with a date: a list that somebody types has neither.

    Returns:
        The position after the block's last line, or None where no block begins at `start`.
    """
    if _field(lines[start]) is None:
        return None
    found: list[_Field] = []
    end = start
    for at in range(start, min(start + _MOST_LINES, len(lines))):
        field = _field(lines[at])
        if field is not None:
            found.append(field)
            end = at + 1
        elif lines[at].depth or at - end >= _allowed_between(lines, at, found):
            break
    return end if _is_block(found) else None


def _field(line: Line) -> _Field | None:
    text = line.text.strip(_DECORATION)
    if line.depth:
        return None
    at = min((at for at in (text.find(":"), text.find("\uff1a")) if at >= 0), default=-1)
    if not 0 < at <= _LONGEST_LABEL:
        return None
    role = _ROLES.get(folded(text[:at].strip(_DECORATION)))
    return None if role is None else _Field(role, text[at + 1 :].strip(_DECORATION))


def _allowed_between(lines: Sequence[Line], at: int, found: Sequence[_Field]) -> int:
    """How many lines without a label may follow one: a list of recipients is often wrapped."""
    if lines[at].blank:
        return 1
    return _MOST_CONTINUED if found and found[-1].role in {Role.TO, Role.OTHER} else 2


def _is_block(found: Sequence[_Field]) -> bool:
    roles = {field.role for field in found} - {Role.OTHER}
    if Role.FROM not in roles:
        return False
    has_address = any("@" in field.value for field in found)
    if len(roles) >= _ENOUGH_ROLES:
        return has_address or Role.SUBJECT in roles
    dated = any(
        field.role is Role.DATE and any(character.isdigit() for character in field.value)
        for field in found
    )
    return has_address and dated
