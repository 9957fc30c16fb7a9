"""Speech as a bare recogniser writes it: lower case, no punctuation, small words lost.

What a recogniser keeps is kept: apostrophes inside words, and the signs inside numbers, which
it writes as figures (2.4, 12/03, 10:30, 468,000, 15%). Negations and the words that make a date
a deadline (by, until, before) are never lost: without them something else was said.
"""

import re
import unicodedata
from collections.abc import Sequence
from random import Random
from typing import NamedTuple, TypeVar

from agent.ports import Quote
from agent.quotes import locate
from evals.cases.gold import Gold, GoldEdit, GoldRisk, Trap
from evals.cases.sample import Sample
from evals.variants.remaking import from_turns
from evals.variants.variant import Variant
from plan.sources import Turn

Quoting = TypeVar("Quoting", GoldEdit, GoldRisk, Trap)

_SMALL = frozenset(
    ("a", "an", "the", "to", "of", "in", "at", "on", "and", "that", "just", "so", "well", "like",
     "oh", "uh", "um")
)  # fmt: skip
_LOST = 0.25
"""How often a small word is lost: of the golden calls, one word in twenty is gone then."""
_WORD = re.compile(r"\S+")
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
_IN_NUMBERS = ".,:/-"
_PARTING = frozenset("/_@+")


class _Heard(NamedTuple):
    """A turn with what was heard of each of its words; nothing of those that were lost."""

    turn: Turn
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """All that was heard."""
        return _said(self.words)


def _vary(sample: Sample, random: Random) -> Sample | None:
    if sample.context.source.kind != "call":
        return None
    heard = [_Heard(turn, _words(turn.text, random)) for turn in sample.context.source.turns]
    turns = [one.turn.model_copy(update={"text": one.text}) for one in heard if one.text]
    return from_turns(sample, turns, _gold(sample.gold, heard))


def _words(text: str, random: Random) -> tuple[str, ...]:
    """What is heard of each word; a turn that holds nothing but small words keeps them."""
    words = [as_heard(word) for word in text.split()]
    kept = ["" if word in _SMALL and random.random() < _LOST else word for word in words]
    return tuple(kept if any(kept) else words)


def as_heard(word: str) -> str:
    """A word as it is heard: one, several where a dash parts it, or nothing of mere signs."""
    signs = (_sign(word, at) for at in range(len(word)))
    return " ".join("".join(signs).lower().split())


def _sign(word: str, at: int) -> str:
    char = word[at]
    kind = unicodedata.category(char)
    before, after = word[at - 1 : at], word[at + 1 : at + 2]
    if kind[0] in "LMN" or kind == "Sc" or char == "%":
        return char
    if char in _IN_NUMBERS and before.isdecimal() and after.isdecimal():
        return char
    if char in _APOSTROPHES:
        return "'" if before.isalnum() and after.isalnum() else ""
    return " " if kind == "Pd" or char in _PARTING else ""


def _said(words: Sequence[str]) -> str:
    return " ".join(word for word in words if word)


def _gold(gold: Gold, heard: Sequence[_Heard]) -> Gold:
    """The gold with its quotes as they were heard."""
    kept = gold.risks
    return gold.model_copy(
        update={
            "edits": tuple(_requoted(edit, heard) for edit in gold.edits),
            "traps": tuple(_requoted(trap, heard) for trap in gold.traps),
            "risks": kept and tuple(r if r.source_nn else _requoted(r, heard) for r in kept),
        }
    )


def _requoted(quoting: Quoting, heard: Sequence[_Heard]) -> Quoting:
    quotes = tuple(_quote(quote, heard) for quote in quoting.quote)
    return quoting.model_copy(update={"quote": quotes})


def _quote(quote: str, heard: Sequence[_Heard]) -> str:
    """A quote as it was heard; all of its turn where every word of the quote was lost."""
    place = locate(Quote(text=quote), "", [one.turn for one in heard])
    if place is None:
        return quote
    one = next(one for one in heard if one.turn.n == place.turn)
    spans = [match.span() for match in _WORD.finditer(one.turn.text)]
    inside = [start < place.end and place.start < end for start, end in spans]
    words = [word for word, quoted in zip(one.words, inside, strict=True) if quoted]
    return _said(words) or one.text


ASR_NOISE = Variant(
    name="asr_noise",
    says="Calls in lower case, without punctuation, one in four small words lost. Right: the "
    "same findings, on the words that are left.",
    vary=_vary,
)
