"""Wording: a short title for what a sentence promises or asks for."""

import re
from collections.abc import Sequence

from agent.readers.embedded.cues.acts import CARRY, GIVE
from agent.readers.embedded.dates import DateMention
from agent.readers.embedded.words import content, listed, plain

OPENING = re.compile(
    r"\b(?:i'?ll|i will|i shall|i can|i'd|we'?ll|we will|we can|let me|can you|could you|"
    r"would you|will you|please|kindly|"
    r"pls|he'?ll|she'?ll|he will|she will|they will|going to|need you to|you to)\s"
)
DEED = re.compile(rf"(?:just |also |then |now |please |kindly )?({CARRY}|{GIVE})\b")
ADDRESSED = re.compile(r"^((?!let\b)\w+) (?:you|me|us) (?=\w)", re.IGNORECASE)
LEADING_TO_A_DAY = listed("by on until till before for at the latest later than no not in from and")
EDGES = " .,;:!?-–*•\"'"
LONGEST = 80
TELLING = 2
"""Words of meaning from which a title tells what is to be done."""


def title(candidates: Sequence[tuple[str, tuple[DateMention, ...]]]) -> str:
    """The first wording that tells what is to be done, else all of the first text.

    Args:
        candidates: Texts with their dates: the promise, then what it may answer; at least one.
    """
    worded = (_wording(text, dates) for text, dates in candidates)
    whole = _shorten(candidates[0][0].strip(EDGES) or candidates[0][0])
    return next((words for words in worded if len(content(words)) >= TELLING), whole)


def _wording(text: str, dates: tuple[DateMention, ...]) -> str:
    """From the verb up to the day: "Send a first draft of the ROI sheet"."""
    begin = _begin(text)
    ends = [date.start for date in dates if date.start > begin]
    words = _without_lead(text[begin : min(ends, default=len(text))])
    words = ADDRESSED.sub(r"\1 ", words) or text.strip(EDGES) or text
    return _shorten(words[0].upper() + words[1:])


def _begin(text: str) -> int:
    """Where the deed begins, after the words that promise or ask for it."""
    said = plain(text)
    for opening in OPENING.finditer(said):
        deed = DEED.match(said, opening.end())
        if deed:
            return deed.start(1)
    return 0


def _without_lead(text: str) -> str:
    """Take off what led to a day that is cut away: "by", "on the"."""
    words = text.strip(EDGES).split(" ")
    while len(words) > 1 and words[-1].strip(EDGES).lower() in LEADING_TO_A_DAY:
        words.pop()
    return " ".join(words).strip(EDGES)


def _shorten(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + "…"
