"""Cutting an answer into sentences, each with the ids of the lines that it cites.

Ids stand behind a sentence's full stop; those that stand inside it count as well. What is taken
for one sentence although it is two must hold for both, so doubtful stops are taken for none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from agent.chat.model.citing.quoting import Quotation, quotations
from agent.chat.model.limits import LIMITS
from agent.readers.embedded.sentences import ABBREVIATIONS, LONGEST_DAY, LOOK_BACK, NUMBERED
from agent.readers.model.view.fence import one_line

_CITED = re.compile(r"\[ ?c\d{1,5}(?: ?[,;] ?c\d{1,5})* ?\]")
_ID = re.compile(r"c\d{1,5}")
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»“)]*+(?=\s|\[|$)")
_BEHIND = re.compile(rf"(?:\s*{_CITED.pattern})*\s*")
_BULLET = re.compile(r"(?:[-*•–]|\(?\d{1,2}[.)])\s+")
_EMPHASIS = re.compile(r"\*\*|`|^\s*#+", re.MULTILINE)
_SPACES = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+([.,;:!?])")


class Piece(NamedTuple):
    """One sentence of an answer.

    Attributes:
        text: Its words, without ids.
        ids: The ids of the lines that it cites, each once.
    """

    text: str
    ids: tuple[str, ...]


def pieces(text: str) -> list[Piece]:
    """The sentences of an answer, in order; beyond a limit there are none."""
    plain = _EMPHASIS.sub("", text[: LIMITS.answer])
    lines = filter(None, map(one_line, plain.splitlines()))
    cut = [piece for line in lines for piece in _of_line(line)]
    return cut[: LIMITS.pieces]


def _of_line(line: str) -> Iterator[Piece]:
    if bullet := _BULLET.match(line):
        line = line[bullet.end() :]
    start = 0
    for end in (*_ends(line), len(line)):
        if piece := _piece(line[start:end]):
            yield piece
        start = end


def _piece(told: str) -> Piece | None:
    """A sentence without its ids; None where nothing is said."""
    ids = tuple(dict.fromkeys(one for run in _CITED.findall(told) for one in _ID.findall(run)))
    said = _LOOSE.sub(r"\1", _SPACES.sub(" ", _CITED.sub(" ", told))).strip()
    return Piece(said, ids) if any(char.isalnum() for char in said) else None


def _ends(line: str) -> Iterator[int]:
    """Where sentences end, the ids behind them included."""
    quoted = quotations(line)
    for stop in _STOP.finditer(line):
        if _ends_one(line, stop, quoted):
            behind = _BEHIND.match(line, stop.end())
            yield behind.end() if behind else stop.end()


def _ends_one(line: str, stop: re.Match[str], quoted: list[Quotation]) -> bool:
    around = next((one for one in quoted if one.start < stop.start() < one.end), None)
    after = line[stop.end() :].lstrip()[:1]
    if around is not None and stop.end() < around.end:
        return False
    if around is not None:
        return not after.islower()
    return not _goes_on(line[max(0, stop.start() - LOOK_BACK) : stop.start()], stop.group(), after)


def _goes_on(before: str, marks: str, after: str) -> bool:
    """Whether a stop is that of an abbreviation, an initial, a day ("8. September") or a pause."""
    if marks[0] != ".":
        return marks[0] == "…" and after.islower()
    word = before.rpartition(" ")[2].lstrip("(\"'“„«")
    if len(word) == 1 and word.isalpha():
        return word != "I"
    if word.isdigit() and len(word) <= LONGEST_DAY:
        return after != "["
    low = word.lower()
    return after.islower() or (low in ABBREVIATIONS and (low not in NUMBERED or after.isdigit()))
