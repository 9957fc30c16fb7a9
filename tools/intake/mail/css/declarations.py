"""What a block of CSS declares, of the properties that decide whether words are seen."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tools.intake.errors import TooLargeError
from tools.intake.mail.css.properties import FURTHER_NAMES, KNOWN, is_valid
from tools.intake.mail.css.shorthands import SHORTHANDS, longhands
from tools.intake.mail.css.syntax import declared, uncommented, unescaped

LONGEST: Final = 50_000
_ADDRESS = re.compile(
    r"\burl\((?!\s*+[\"'])[^)]*+\)?|\burl\(\s*+(?:\"[^\"]*+\"?|'[^']*+'?)\s*+\)?", re.IGNORECASE
)


class Declarations(NamedTuple):
    """Values by property, lower case and each white space one blank; later ones have won.

    Attributes:
        normal: Those without `!important`.
        important: Those with it.
    """

    normal: dict[str, str]
    important: dict[str, str]


def declarations(css: str) -> Declarations:
    """Read the inside of a block, or a style attribute. What a browser would not take is left out.

    Raises:
        TooLargeError: There are more declarations, or longer ones, than any mail has.
    """
    found = Declarations({}, {})
    characters = 0
    for entry in declared(uncommented(css)):
        name, _, value = entry.partition(":")
        name = unescaped(name.strip()).lower()
        name = FURTHER_NAMES.get(name, name)
        if name in KNOWN or name in SHORTHANDS:
            value = _value(value)
            characters += len(value)
            _check(characters)
            _declare(found, name, value)
    return found


def _value(text: str) -> str:
    """A value without what stands in addresses, which may hold a whole image."""
    text = _ADDRESS.sub("url()", text) if "(" in text else text
    return " ".join(unescaped(text).lower().split())


def _check(characters: int) -> None:
    if characters > LONGEST:
        raise TooLargeError(
            f"The HTML of this mail has more than {LONGEST:,} characters in one style, which is "
            "the most that is read; save the message as plain text."
        )


def _declare(found: Declarations, name: str, value: str) -> None:
    said, mark, rest = value.rpartition("!")
    important = bool(mark) and rest.strip() == "important"
    target = found.important if important else found.normal
    for longhand, part in _parts(name, said.strip() if important else value):
        if is_valid(longhand, part):
            target[longhand] = part


def _parts(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name in SHORTHANDS:
        yield from longhands(name, value)
    else:
        yield name, value
