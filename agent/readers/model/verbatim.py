"""Quotes as a model copies them, brought back to the words of the turn where they differ little."""

import re
from collections.abc import Iterator, Mapping, Sequence

from agent.ports import Quote
from agent.quotes import fold
from agent.readers.model.answers.drafted import Said
from plan.sources import Turn

_GAP = re.compile(r"\.\.\.|…|\[…\]|\[\.\.\.\]")
_AROUND = " \"'.,;:!?-"

Folded = Mapping[int, str]
"""Each turn's words with white space and quotation marks folded, by the turn's number."""


def folded(turns: Sequence[Turn]) -> Folded:
    """The turns as quotes are looked for in them."""
    return {turn.n: fold(turn.text) for turn in turns}


def quotes(said: Sequence[Said], turns: Folded) -> tuple[Quote, ...]:
    """The words given for a finding, each once, as they stand in the source where they do.

    Taken back are what models do in copying: marks put around or behind the words, another case,
    a gap of dots between two places. Words that are not there stay as they are, and grounding
    refuses them.
    """
    return tuple(dict.fromkeys(quote for one in said for quote in _quotes(one, turns)))


def _quotes(said: Said, turns: Folded) -> Iterator[Quote]:
    whole = _found(said.words, said.turn, turns)
    if whole:
        yield whole
        return
    parts = [part for part in _GAP.split(said.words) if part.strip(_AROUND)]
    found = [quote for part in parts if (quote := _found(part, said.turn, turns))]
    if len(parts) > 1 and len(found) == len(parts):
        yield from found
    else:
        yield Quote(text=said.words, turn=said.turn)


def _found(said: str, number: int, turns: Folded) -> Quote | None:
    """The words as a turn has them, the one that was named first; or None."""
    words = fold(said)
    if not words:
        return None
    text = turns.get(number, "")
    if words in text:
        return Quote(text=words, turn=number)
    bare = words.strip(_AROUND)
    at = text.lower().find(bare.lower()) if bare and len(text.lower()) == len(text) else -1
    if at >= 0:
        return Quote(text=text[at : at + len(bare)], turn=number)
    other = next((n for n, text in turns.items() if words in text), None)
    return None if other is None else Quote(text=words, turn=other)
