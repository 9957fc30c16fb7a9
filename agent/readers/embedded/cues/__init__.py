"""Cues: word patterns that tell what a sentence does, reports or does not mean."""

import re
from functools import lru_cache

from agent.readers.embedded.cues.acts import ACTS
from agent.readers.embedded.cues.changes import CHANGES
from agent.readers.embedded.cues.signal import Signal
from agent.readers.embedded.cues.states import STATES
from agent.readers.embedded.cues.stops import STOPS
from agent.readers.embedded.words import plain

__all__ = ["Signal", "bounded", "cue", "signals"]

TABLE: dict[Signal, tuple[str, ...]] = {**ACTS, **STATES, **CHANGES, **STOPS}
ASKING = re.compile(
    r"^(?:and |so |but |or |well )?(?:can|could|would|will|shall|should|do|does|did|is|are|was|"
    r"has|have|may|might|"
    r"who|what|when|where|which|why|how)(?:'s|'re)?\b"
)


def signals(text: str) -> frozenset[Signal]:
    """All signals a sentence gives."""
    said = plain(text)
    found = {signal for signal, pattern in _patterns().items() if pattern.search(said)}
    return frozenset(found | ({Signal.QUESTION} if _asks(said) else set()))


def cue(signal: Signal, text: str) -> tuple[int, int] | None:
    """Where the words stand that give a signal, if they do."""
    found = _patterns()[signal].search(plain(text))
    return found.span() if found else None


@lru_cache(maxsize=1)
def _patterns() -> dict[Signal, re.Pattern[str]]:
    return {
        signal: re.compile("|".join(bounded(words) for words in cues))
        for signal, cues in TABLE.items()
    }


def bounded(words: str) -> str:
    """A cue's pattern that begins and ends with whole words, unless it says where it begins."""
    start = "" if words.startswith(("^", "(?:^", r"\[")) else r"\b"
    return rf"(?:{start}(?:{words})(?:(?!\w)|(?<=\s)))"


def _asks(said: str) -> bool:
    bare = said.rstrip(" \"')")
    return bare.endswith("?") or (bare[-1:] not in ".!" and bool(ASKING.match(said)))
