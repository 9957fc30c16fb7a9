"""Which way a date lies, by the words around it: "by Friday" ahead, "we sent it on Friday" back."""

from agent.readers.embedded.dates.clause import INTENDED, leading, old_plan
from agent.readers.embedded.dates.reckoning import Lean
from agent.readers.embedded.dates.words import Words, listed

_SENTENCE = 12
_AHEAD = listed("by until till before due latest deadline")
_FUTURE = listed(
    "will 'll would shall going gonna can could should must need needs want wants let make put "
    "give say take call please"
)
_VERBS = listed(
    "sent signed received met came went arrived started spoke shipped delivered filed paid "
    "submitted happened did sat saw began uploaded finished opened landed dropped emailed mailed "
    "posted installed presented got walked closed ran called asked mentioned showed gave talked "
    "lost found left joined failed crashed tested approved elected was were had"
)
# These tell of dates to come as well ("he said the 14th"), but not in a month gone by.
_REPORTING = listed("said told wrote made agreed decided promised measured put bought")
# Regular verbs that tell of plans, and words that only end like them.
_PLANNING = listed(
    "planned scheduled moved changed pushed shifted booked needed based supposed expected due "
    "delayed postponed wanted preferred proposed suggested reserved hundred indeed exceed proceed"
)
_SHORTEST = 4
# Before a verb's third form these make it no past: "is sent", "the closed roads".
_PASSIVE = listed("are is be 's 're am being get gets to the a")
# Nor is "have got" one, "you got it", or "I had the fifteenth" of a plan.
_HAVING = listed("'ve have has 's you ve")
_NOTHING = listed("the it for on down first thing")
_INTENDING = listed("thinking hoping planning looking aiming going gonna about if")
_PLURALS = listed("we they you those these there")
_COMING = frozenset({"for", "to"})
_PLACING = frozenset({"on", "in", "at"})
_WHO = listed("i we you he she they it")


def lean(words: Words, start: int, stop: int, *, numbered: bool) -> Lean:
    """Which way the words around a date, or a mere number (`numbered`), say that it lies."""
    before = leading(words, start, _SENTENCE)
    near = [word for word in before[:3] if word not in {"the", "next", "this"}]
    first = near[0] if near else ""
    if first in _AHEAD:
        return "ahead"
    if "since" in near or near[:2] == ["in", "back"]:
        return "back"
    if not _FUTURE.isdisjoint(before):
        return "ahead"
    placed = first in _PLACING if numbered else first not in _COMING
    if placed and _told(before, first):
        return "back"
    followed = words.at(stop) in _WHO and words.at(stop + 1) in _VERBS
    return "back" if followed else "either"


def _told(before: list[str], first: str) -> bool:
    """Whether a verb in the past goes before, and means what happened, not what was planned."""
    k = next((k for k, word in enumerate(before) if _is_past(word, first)), None)
    if k is None or "if" in before or old_plan(before):
        return False
    if not (INTENDED | _INTENDING).isdisjoint(before[:k]):
        return False
    subject = before[k + 1 : k + 3]
    if before[k] == "were":
        return not _PLURALS.isdisjoint(subject)
    if before[k] in {"got", "had"}:
        return _had(before, k, subject)
    return _PASSIVE.isdisjoint(subject)


def _is_past(word: str, first: str) -> bool:
    """Whether a word is a verb in the past that the `first` word before the date lets count."""
    if word in _VERBS or (first == "in" and word in _REPORTING):
        return True
    regular = word.endswith("ed") and len(word) > _SHORTEST and word not in _REPORTING | _PLANNING
    return regular and first in _PLACING


def _had(before: list[str], k: int, subject: list[str]) -> bool:
    """Whether "had" or "got" tells of something that came: "I got a letter on Monday"."""
    return not _NOTHING.issuperset(before[:k]) and (_PASSIVE | _HAVING).isdisjoint(subject)
