"""A style sheet as its rules, those left out whose conditions do not hold."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tools.intake.limits import Deadline
from tools.intake.mail.css import media
from tools.intake.mail.css.syntax import marks, uncommented, unescaped

_COMMENT_MARKS = re.compile(r"\A(?:\s++|<!--|-->)*+")
_AT_RULE = re.compile(r"@([a-z-]++)(.*)", re.DOTALL | re.IGNORECASE)


class Rule(NamedTuple):
    """What stands before the braces of a rule, and within them."""

    prelude: str
    block: str


class _Reading(NamedTuple):
    """Where a sheet is read on.

    Attributes:
        start: Where what is being read begins.
        groups: How many groups of rules are open there.
        spoiled: The rule that begins here is no rule.
        depth: How many braces deep it is in a block.
        prelude: What stands before that block.
    """

    start: int = 0
    groups: int = 0
    spoiled: bool = False
    depth: int = 0
    prelude: str = ""


_STEP: Final = {"{": 1, "}": -1, ";": 0}


def rules(css: str, deadline: Deadline) -> Iterator[Rule]:
    """The rules of a sheet in their order; a sheet that is cut off ends all that is open.

    Raises:
        TooSlowError: The deadline passed.
    """
    css = uncommented(css)
    here = _Reading()
    for mark, at in deadline.over(marks(css)):
        if here.depth:
            here = here._replace(depth=here.depth + _STEP[mark])
            if not here.depth:
                yield from _rule(here, css[here.start : at])
                here = _Reading(at + 1, here.groups)
        elif mark == "{":
            here = _entered(here, _prelude(css[here.start : at]), at + 1)
        elif mark == "}" and here.groups:
            here = _Reading(at + 1, here.groups - 1)
        else:
            ended = mark == ";" and _prelude(css[here.start : at]).startswith("@")
            here = _Reading(at + 1, here.groups, here.spoiled or not ended)
    if here.depth:
        yield from _rule(here, css[here.start :])


def _prelude(text: str) -> str:
    return _COMMENT_MARKS.sub("", text, count=1).strip()


def _entered(here: _Reading, prelude: str, start: int) -> _Reading:
    if not here.spoiled and _is_group_that_holds(prelude):
        return _Reading(start, here.groups + 1)
    return _Reading(start, here.groups, here.spoiled, 1, prelude)


def _is_group_that_holds(prelude: str) -> bool:
    """Groups by what a program can do hold: it is a new one. Layers hold in their order."""
    match = _AT_RULE.match(prelude)
    if match is None:
        return False
    name, condition = match[1].lower(), unescaped(match[2]).strip()
    if name == "media":
        return media.holds(condition)
    return name == "layer" or (name == "supports" and not condition.lower().startswith("not"))


def _rule(here: _Reading, block: str) -> Iterator[Rule]:
    if not here.spoiled and not here.prelude.startswith("@"):
        yield Rule(here.prelude, block)
