"""No labels: captions that tell what was said and when, and not by whom.

That is how recorders write them that do not tell voices apart: WebVTT without voice tags.
Intake parts such words by silences alone, so a turn may hold what several people said.
"""

from random import Random

from evals.cases.sample import Sample
from evals.variants.remaking import from_turns
from evals.variants.variant import Variant


def _vary(sample: Sample, _random: Random) -> Sample | None:
    source = sample.context.source
    if source.kind != "call" or not any(turn.speaker for turn in source.turns):
        return None
    nobody = {"speaker": None, "address": None}
    return from_turns(sample, (turn.model_copy(update=nobody) for turn in source.turns))


NO_SPEAKER_LABELS = Variant(
    name="no_speaker_labels",
    says="Calls without a word of who is speaking. Right: the same findings as far as the words "
    "alone carry them; an owner who is only “I” cannot be known.",
    vary=_vary,
)
