"""Promises: only of what the facts say that the seller owes."""

from collections.abc import Iterator

from agent.writers.model.brief import Brief
from agent.writers.model.checks.days import mentions
from agent.writers.model.checks.fault import Fault
from agent.writers.model.checks.phrases import CONCESSIONS, PROMISES
from agent.writers.model.facts import Fact
from agent.writers.model.folding import run, sentences, words
from agent.writers.model.tongue import COMMON

_SHARE = 0.5
"""Share of the weighty words of what is owed that a promise of it repeats."""
_STOPS = frozenset().union(*COMMON.values())
_SHORT = 3
_ASKING = frozenset({"can", "could", "shall", "should", "may", "might", "would", "do"})


def promises(text: str, about: Brief) -> Iterator[Fault]:
    """Sentences in which the sender takes something on that nobody has approved."""
    owed = [fact for fact in about.facts if fact.ours]
    for sentence in sentences(text):
        said = run(sentence)
        cue = next((phrase for phrase in PROMISES if _is_said(phrase, said)), None)
        if cue and not any(_keeps(fact, sentence, about) for fact in owed):
            yield Fault("it promises what no fact says that we owe", cue)


def concessions(text: str, about: Brief) -> Iterator[Fault]:
    """Words that give something away, such as a discount, where no fact has them."""
    said, known = run(text), run(about.told)
    for phrase in CONCESSIONS:
        if f" {phrase} " in said and f" {phrase} " not in known:
            yield Fault("it offers or guarantees something that no fact holds", phrase)


def _weighty(title: str) -> frozenset[str]:
    return frozenset(word for word in words(title) if len(word) >= _SHORT and word not in _STOPS)


def _is_said(phrase: str, said: str) -> bool:
    """Whether a phrase is there, and somewhere not behind a word that asks: "could we agree"."""
    before = said.split(f" {phrase} ")[:-1]
    return any(part.rpartition(" ")[2] not in _ASKING for part in before)


def _keeps(fact: Fact, sentence: str, about: Brief) -> bool:
    """Whether a promise is of this step and of its own day."""
    title = _weighty(fact.title)
    repeated = len(title.intersection(words(sentence)))
    days = {one.day for one in mentions(sentence, about) if one.kind == "day"}
    return 0 < repeated >= _SHARE * len(title) and days <= {*fact.days}
