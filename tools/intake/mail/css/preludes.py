"""What stands before the braces of a rule, as selectors.

Selectors that need more than the way from the page down to the element (siblings, counts, states,
what is written before or after it) are for no element here.
"""

import re
from collections.abc import Iterator
from typing import Final

from tools.intake.errors import TooLargeError
from tools.intake.mail.css.selectors import Attribute, Compound, Selector
from tools.intake.mail.css.syntax import parted, unescaped

LONGEST: Final = 2_000
_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\(?:[0-9a-fA-F]{1,6}\s?|.))++"
_SIMPLE = re.compile(
    rf"""(?P<all>\*)|(?P<name>{_NAME})|\#(?P<id>{_NAME})|\.(?P<class>{_NAME})
    |\[\s*(?P<attribute>{_NAME})\s*(?:(?P<relation>[~|^$*]?=)\s*
        (?:"(?P<quoted>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>{_NAME}))\s*(?:[iIsS]\s*)?)?\]
    |:(?P<pseudo>link|any-link|root|not\((?P<not>[^()]*+)\))""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_Weight = tuple[int, int, int]
_NO_WEIGHT: Final = (0, 0, 0)


def selectors(prelude: str) -> Iterator[Selector]:
    """The selectors of a rule, those left out that are not understood.

    Raises:
        TooLargeError: One is longer than any in a mail.
    """
    for text in parted(prelude, ","):
        if len(text) > LONGEST:
            raise TooLargeError(
                f"The HTML of this mail has a selector of more than {LONGEST:,} characters in a "
                "style sheet, which is the most that is read; save the message as plain text."
            )
        selector = _selector(text.strip())
        if selector is not None:
            yield selector


def _selector(text: str) -> Selector | None:
    runs: list[list[Compound]] = [[]]
    weight, at = _NO_WEIGHT, 0
    while True:
        read = _compound(text, at)
        if read is None:
            return None
        compound, added, at = read
        runs[-1].append(compound)
        weight = _sum(weight, added)
        if at == len(text):
            break
        combinator = _COMBINATOR.match(text, at)
        if combinator is None or combinator[1] in {"+", "~"}:
            return None
        if combinator[1] is None:
            runs.append([])
        at = combinator.end()
    return Selector(tuple(tuple(reversed(run)) for run in reversed(runs)), weight)


def _compound(text: str, at: int) -> tuple[Compound, _Weight, int] | None:
    compound, weight, start = Compound(), _NO_WEIGHT, at
    while match := _SIMPLE.match(text, at):
        if match["name"] and at > start:
            return None
        told = _told(compound, match)
        if told is None:
            return None
        compound, added = told
        weight, at = _sum(weight, added), match.end()
    return (compound, weight, at) if at > start else None


def _told(so_far: Compound, match: re.Match[str]) -> tuple[Compound, _Weight] | None:
    """A compound with one more demand, and the weight of that."""
    if match["not"] is not None:
        return _without(so_far, match["not"])
    if match["name"]:
        return so_far._replace(name=_folded(match["name"])), (0, 0, 1)
    if match["id"]:
        return so_far._replace(identity=_folded(match["id"])), (1, 0, 0)
    if match["all"]:
        return so_far, _NO_WEIGHT
    return _of_class(so_far, match), (0, 1, 0)


def _of_class(so_far: Compound, match: re.Match[str]) -> Compound:
    """A compound with one more demand that weighs as much as a class."""
    if match["class"]:
        return so_far._replace(classes=so_far.classes | {_folded(match["class"])})
    if match["attribute"]:
        return _asked(so_far, _attribute(match))
    if match["pseudo"].lower() == "root":
        return so_far._replace(name="html")
    return _asked(so_far, Attribute("href", "", ""))


def _asked(compound: Compound, attribute: Attribute) -> Compound:
    return compound._replace(attributes=(*compound.attributes, attribute))


def _attribute(match: re.Match[str]) -> Attribute:
    value = match["quoted"] or match["single"] or match["bare"] or ""
    return Attribute(_folded(match["attribute"]), match["relation"] or "", _folded(value))


def _without(compound: Compound, listed: str) -> tuple[Compound, _Weight] | None:
    none_of, weight = compound.none_of, _NO_WEIGHT
    for text in parted(listed, ","):
        read = _compound(text.strip(), 0)
        if read is None or read[2] < len(text.strip()):
            return None
        none_of = (*none_of, read[0])
        weight = max(weight, read[1])
    return compound._replace(none_of=none_of), weight


def _folded(name: str) -> str:
    return unescaped(name).lower()


def _sum(one: _Weight, other: _Weight) -> _Weight:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]
