"""Sentences: a source's turns cut into pieces that each say one thing, with their offsets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.readers.embedded.words import listed
from plan.sources import Turn

ABBREVIATIONS = listed(
    """
    mr mrs ms dr prof st hr fr ing vs approx inc ltd co corp dept est no nr rs art tel ca cf resp
    incl excl jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e z.b d.h bzw a.m p.m v
    """
)
"""Words whose full stop ends no sentence."""
NUMBERED = frozenset({"no", "co"})
"""Those of them that are also words: abbreviations only before a number."""
MONTHS = listed(
    """
    january february march april may june july august september october november december januar
    februar märz mai juni juli oktober dezember
    """
)
STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?= )")
BULLET = re.compile(
    r"(?:(?<=[\w:.;!?,)] )|^)[-*•–] (?=\w)|"
    r"(?:(?<=[\w:.;!?)] )|^)\(?\d{1,2}\) (?=\w)|"
    r"(?:(?<=[:.;!?] )|^)\d{1,2}\. (?=\w)"
)
MARKERS = re.compile(
    r" (?:okay|ok|so|but|and then|then|yeah|yes|well|anyway|because|cause|now) ", re.IGNORECASE
)
"""Words that speakers begin anew with."""
LOOK_BACK = 40
"""Characters around a full stop that are looked at."""
LONGEST_DAY = 2
"""Digits of a day or list number; what is longer before a full stop ends the sentence."""
LONGEST = 600
"""Characters of a sentence at most."""
LONG, SHORT = 30, 8
"""Words of a stretch without punctuation that is cut, and of its pieces; the last has three."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a turn: `text` is the turn's text from `start` to `end`.

    Attributes:
        index: Position among the source's sentences, from 0.
        turn: The turn's `n`.
        start: Offset of its first character in the turn.
        end: Offset after its last character.
        text: The words.
    """

    index: int
    turn: int
    start: int
    end: int
    text: str


def sentences(turns: Sequence[Turn]) -> tuple[Sentence, ...]:
    """Cut all turns, in order."""
    spans = ((turn, span) for turn in turns for span in split(turn.text))
    return tuple(
        Sentence(index, turn.n, start, end, turn.text[start:end])
        for index, (turn, (start, end)) in enumerate(spans)
    )


def split(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of a turn's sentences: at full stops, list items, and in unpunctuated speech."""
    cuts = sorted({0, *_stops(text), *_bullets(text), len(text)})
    whole = (_trim(text, start, end) for start, end in pairwise(cuts))
    spoken = (
        part for start, end in whole if start < end for part in _unpunctuated(text, start, end)
    )
    return tuple(part for start, end in spoken for part in _bounded(text, start, end))


def _stops(text: str) -> Iterator[int]:
    for found in STOP.finditer(text):
        if not _goes_on(text, found):
            yield found.end()


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Whether what looks like an end is an abbreviation, an initial, an ordinal or a pause."""
    after = text[stop.end() + 1 : stop.end() + 2]
    mark = stop.group().rstrip("\"'”’)]")
    if mark in ("…", "...", ".."):
        return after.islower()
    if mark != ".":
        return False
    word = text[max(0, stop.start() - LOOK_BACK) : stop.start()].rpartition(" ")[2].lstrip("(\"'“")
    if len(word) == 1 and word.isalpha() and word.isupper():
        return word != "I"
    if word.isdigit() and len(word) <= LONGEST_DAY:
        return after.islower() or _counts(text, stop, len(word))
    low = word.lower()
    return low in ABBREVIATIONS and (low not in NUMBERED or after.isdigit())


def _counts(text: str, stop: re.Match[str], digits: int) -> bool:
    """Whether a short number with a full stop is a list's or a day's: "2. Send it", "12. Mai"."""
    start = stop.start() - digits
    before = text[max(0, start - LOOK_BACK) : start].rstrip()
    after = text[stop.end() + 1 : stop.end() + LOOK_BACK].partition(" ")[0].rstrip(".,;:").lower()
    follows_month = before.rpartition(" ")[2].lower() in MONTHS
    return before[-1:] in ("", *":.;!?") or (after in MONTHS and not follows_month)


def _bullets(text: str) -> tuple[int, ...]:
    """Where list items begin; one dash alone is no list."""
    found = tuple(match.start() for match in BULLET.finditer(text))
    return found if len(found) > 1 or text[:1] in "-*•–" else ()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _unpunctuated(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch too long for a sentence before the words that speakers begin anew with."""
    if text.count(" ", start, end) < LONG:
        yield start, end
        return
    begin, last = start, text.rfind(" ", start, text.rfind(" ", start, end))
    for found in MARKERS.finditer(text, start, end):
        enough = text.count(" ", begin, found.start()) >= SHORT
        if enough and found.end() < last:
            yield begin, found.start()
            begin = found.start() + 1
    yield begin, end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is longer than any sentence, so that no pattern ever meets an endless one."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield start, cut
        start = cut + (text[cut] == " ")
    if start < end:
        yield start, end
