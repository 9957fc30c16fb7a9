"""Cues cut elsewhere: captions break off in the middle of sentences, anywhere."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from evals.cases.sample import Sample
from evals.variants.remaking import from_turns
from evals.variants.variant import Variant
from plan.sources import Turn

_MOST_WORDS = 14


def _vary(sample: Sample, random: Random) -> Sample | None:
    source = sample.context.source
    if source.format not in ("vtt", "srt"):
        return None
    return from_turns(sample, (cue for turn in source.turns for cue in _cues(turn, random)))


def _cues(turn: Turn, random: Random) -> Iterator[Turn]:
    """A turn in pieces of a chance length, each with its share of the time."""
    words = turn.text.split()
    for begin, end in pairwise(_cuts(len(words), random)):
        yield turn.model_copy(
            update={
                "text": " ".join(words[begin:end]),
                "start": _moment(turn, begin / len(words)),
                "end": _moment(turn, end / len(words)),
            }
        )


def _cuts(count: int, random: Random) -> Sequence[int]:
    cuts = [0]
    while cuts[-1] < count:
        cuts.append(min(count, cuts[-1] + random.randint(1, _MOST_WORDS)))
    return cuts


def _moment(turn: Turn, part: float) -> float | None:
    if turn.start is None or turn.end is None:
        return turn.start
    return round(turn.start + (turn.end - turn.start) * part, 3)


SHUFFLED_CUES = Variant(
    name="shuffled_cues",
    says="Captions (WebVTT, SRT) cut at other words, each turn as before. Right: the same "
    "findings.",
    vary=_vary,
)
