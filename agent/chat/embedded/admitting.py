"""Admitting: whether what was found answers a question, or nothing in the deal tells."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from agent.chat.embedded.features import Row
from agent.chat.embedded.open_ends import leaves_open
from agent.chat.embedded.question import Asks, Question
from agent.chat.embedded.searching import Searched
from agent.chat.embedded.terms import terms
from agent.readers.embedded.words import plain

TOP = 3
"""Sentences that are looked at, the best."""
AHEAD = 2
"""Sentences behind one of them in which somebody may leave the question open."""
ENOUGH = 0.8
"""The weight of all signs together from which a question counts as answered."""
LEAST = -0.5
"""The same from which what comes nearest is told; below it hardly anything comes near."""
Surety = Literal["answered", "near", "unanswered"]
BIAS = -0.23
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "whether": 0.15,
        "views": -2.74,
        "own_words": 1.73,
        "plan": 1.29,
        "plan_cover": 1.45,
        "plan_likeness": 3.44,
        "words_cover": 1.25,
        "count": -1.52,
        "open": -0.37,
        "open_likeness": -1.14,
        "why": 1.3,
        "bare": 2.71,
        "deed": 1.16,
        "wish": -0.33,
    }
)
"""How much each sign counts: a logistic regression on 272 questions about the five dev deals, with
questions for yes or no moved by 0.9, so that one bar serves all. Of the 115 that nothing answers,
107 are admitted; of the 157 others, 46 are too."""
_ALL = 0.99
"""The share from which all of a question counts as covered."""
_COUNTED: frozenset[Asks] = frozenset({"amount", "count"})
_VIEWS = re.compile(
    r"\b(?:think|thinks|thought|say|says|said|saying|feels?|make of|makes of|opinion|ask|asked|"
    r"told|tell|tells|mention|mentioned|answer|answered)\b"
)
"""What only somebody's own words, or a report of them, answer."""
_AHEAD = re.compile(
    r"\b(?:will|shall|going to|would|could|can|may|might|should|must|wants?|hopes?|needs?|if|until|"
    r"once|before|unless|asking|asked)\b|'ll\b|'d\b"
)
"""Words of what has not happened."""
_BEHIND = re.compile(
    r"\b(?:has|have|had|is|are|was|were|been|got|did|gave|said|told|took|came|went|sent|\w+ed)\b|"
    r"'s\b|'ve\b"
)
"""Words of what is or has happened."""


def surety(question: Question, found: Searched, told: str) -> Surety:
    """Whether a question is answered by what was found, as far as signs tell.

    Between yes and no there is a wide strip where words come near and may or may not answer:
    there the person who asks sees them, and is told that nothing says it outright.

    Args:
        question: The question.
        found: What the search found.
        told: The words of the computed answers that tell something; empty where none does.
    """
    near = found.compared.values["cover_near"][found.best()[:TOP]]
    if question.terms and not told and not near.any():
        return "unanswered"  # none of the question's words is said anywhere near the best
    there = signs(question, found, told)
    weight = BIAS + sum(each * there[name] for name, each in WEIGHTS.items())
    if weight >= ENOUGH:
        return "answered"
    return "near" if weight >= LEAST else "unanswered"


def signs(question: Question, found: Searched, told: str) -> dict[str, float]:
    """What speaks for and against a question being answered, by name; each 0 to 1.

    Whether something is so is told by what is said to have happened, not by what somebody wants
    or will do. Sources themselves often say that something is not known, not decided or yet to
    be asked: where such words stand in or behind the best sentences, the question is likely open.
    """
    top = found.best()[:TOP]
    values = found.compared.values
    whether = float(question.asks == "whether")
    views = float(bool(_VIEWS.search(question.said)))
    by_plan = found.compared.share(terms(told))
    flat = [at for at in found.best() if not values["asks"][at]][:TOP]
    return {
        "whether": whether,
        "views": views,
        "own_words": views * max((float(values["speaker"][at]) for at in top), default=0.0),
        "plan": float(bool(told) and (by_plan > _ALL or not question.terms)),
        "plan_cover": by_plan,
        "plan_likeness": _first(values["told_likeness"], top) if told and not whether else 0.0,
        "words_cover": 0.0 if told or whether else _covered(found, flat),
        "count": float(question.asks in _COUNTED),
        "open": float(any(leaves_open(found.compared.said[at].text) for at in _near(found, top))),
        "open_likeness": _open_likeness(found),
        "why": float(question.asks == "why"),
        "bare": float(not question.terms),
        "deed": _covered(found, found.best(), _is_deed),
        "wish": whether * _covered(found, found.best(), _is_wish),
    }


def _first(row: Row, top: Sequence[int]) -> float:
    return float(row[top[0]]) if top else 0.0


def _covered(
    found: Searched, at: Iterable[int], that: Callable[[str], bool] = lambda _: True
) -> float:
    """The most of the question that one sentence of a kind holds; questions are of none."""
    compared = found.compared
    kept = (k for k in at if not compared.values["asks"][k] and that(plain(compared.said[k].text)))
    return max((compared.share(compared.own[k]) for k in kept), default=0.0)


def _is_deed(said: str) -> bool:
    behind = bool(_BEHIND.search(said)) and not _AHEAD.search(said)
    return behind and not leaves_open(said)


def _is_wish(said: str) -> bool:
    return bool(_AHEAD.search(said))


def _open_likeness(found: Searched) -> float:
    """How alike the question is the likest sentence that leaves something open."""
    compared = found.compared
    likeness = (
        float(compared.values["likeness"][at])
        for at in found.best()
        if leaves_open(compared.said[at].text)
    )
    return max(likeness, default=0.0)


def _near(found: Searched, top: Iterable[int]) -> set[int]:
    """The best sentences with their neighbours of the same source."""
    said = found.compared.said
    return {
        k
        for at in top
        for k in range(max(0, at - 1), min(len(said), at + AHEAD + 1))
        if said[k].evidence.source == said[at].evidence.source
    }
