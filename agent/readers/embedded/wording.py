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
ANY_DEED = re.compile(
    r"(?:just |also |then |now |please |kindly |go (?:and )?|try and )*"
    r"(?!(?:a|an|the|be|been|have|had|has|see|need|know|think|say|tell|like|not|never|always|only|"
    r"no|you|i|we|he|she|it|they|that|this|do|would|want|wish|hear|hope|bet|love|rather|"
    r"probably|maybe|remember|understand|imagine|wait|leave|look|admit|\w+ly|\w+ed)\b)([a-z]{3,})\b"
)
"""What follows "I'll" or "could you" as a verb and is none of thinking or being."""
NOUNS = (
    r"(?=(?:(?:something|a|an|the|your|our|one|two|three|four|some|any|all|every|each|both|that|those|these|"
    r"their|his|her) \w|[\w'-]+s from you\b))"
)
RECEIVED = re.compile(
    rf"\b(?:you|they|he|she)(?:'ll| will|'d| would)? (?:have|get|receive)s? {NOUNS}"
)
NEEDED = re.compile(
    r"\b(?:i|we|he|she|they)(?:'d| would|'ll| will|'d still)?(?: still| also| really| just)? "
    rf"(?:need|needs|require|requires|expect|expects) (?:from you )?{NOUNS}"
)
MADE_A_DEED: tuple[tuple[re.Pattern[str], str], ...] = ((RECEIVED, "Send "), (NEEDED, "Provide "))
"""Words that tell what somebody is to get, and what doing so is called."""
ADDRESSED = re.compile(r"^((?!let\b)\w+) (?:you|me|us) (?=\w)", re.IGNORECASE)
YOURS = re.compile(r"\byour(?: own)? (?=\w)", re.IGNORECASE)
LEADING_TO_A_DAY = listed("by on until till before for at the latest later than no not in from and")
TOWARDS = LEADING_TO_A_DAY | listed("me us you to")
"""What may be left at the end of a deed when its day is cut away."""
EDGES = " .,;:!?-–*•\"'"
LONGEST = 80
TELLING = 2
"""Words of meaning from which a title tells what is to be done."""


def title(candidates: Sequence[tuple[str, tuple[DateMention, ...]]]) -> str:
    """The first wording that tells what is to be done, else all of the first text.

    Args:
        candidates: Texts with their dates: the promise, then what it may answer; at least one.
    """
    deeds = (_deed(text, dates) for text, dates in candidates)
    plainly = (_cut(text, 0, dates) for text, dates in candidates)
    whole = _shorten(candidates[0][0].strip(EDGES) or candidates[0][0])
    return next((words for words in (*deeds, *plainly) if len(content(words)) >= TELLING), whole)


def _deed(text: str, dates: tuple[DateMention, ...]) -> str:
    """From the verb up to the day: "Send a first draft of the ROI sheet"; empty without a verb."""
    verb, begin = _verb(plain(text))
    return _cut(text, begin, dates, verb) if begin >= 0 else ""


def _cut(text: str, begin: int, dates: tuple[DateMention, ...], verb: str = "") -> str:
    ends = [date.start for date in dates if date.start > begin]
    lead = TOWARDS if begin else LEADING_TO_A_DAY
    words = _without_lead(text[begin : min(ends, default=len(text))], lead)
    if begin:
        words = YOURS.sub("the ", ADDRESSED.sub(r"\1 ", verb + words), count=1)
    return _shorten(words[:1].upper() + words[1:])


def _verb(said: str) -> tuple[str, int]:
    """A verb that the words lack and where they begin, after what promises or asks; else -1."""
    sure = _after_opening(said, DEED)
    if sure is not None:
        return "", sure
    for told, verb in MADE_A_DEED:
        found = told.search(said)
        if found:
            return verb, found.end()
    any_deed = _after_opening(said, ANY_DEED)
    return "", -1 if any_deed is None else any_deed


def _after_opening(said: str, deed: re.Pattern[str]) -> int | None:
    found = (deed.match(said, opening.end()) for opening in OPENING.finditer(said))
    return next((one.start(1) for one in found if one), None)


def _without_lead(text: str, lead: frozenset[str]) -> str:
    """Take off what led to a day that is cut away: "by", "on the"."""
    words = text.strip(EDGES).split(" ")
    while len(words) > 1 and words[-1].strip(EDGES).lower() in lead:
        words.pop()
    return " ".join(words).strip(EDGES)


def _shorten(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + "…"
