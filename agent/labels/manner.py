"""Clues in manner: sellers lead a call, ask and confirm; buyers tell of their own house."""

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from agent.readers.embedded.words import words

CUES: Mapping[float, str] = MappingProxyType(
    {
        1.5: "^okay",
        1.2: "? ^so noted",
        1.0: "^great ^oh ^right ^fair ^understood everyone you'll_have",
        0.8: "^sure ^hi ^hey you've_got our_side",
        0.7: """^lovely ^brilliant ^perfect ^wow thanks_for our_product our_platform our_engineers
                our_customers""",
        0.6: "^alright i_can invite thank_you is_that as_promised my_side",
        0.5: "^good ^exactly are_you of_your in_your on_your kind_of demo help",
        0.4: """^i'll ^got how's from_you your_side on_track could_we shall_we kickoff i'll_send
                order_form""",
        -0.4: "^my ^the him her board",
        -0.5: "^he ^it's ^in ^yes i_sign we_sign company our_own buy because",
        -0.6: "^they ^me my they money bought paid law i_must they_don't she's tell_you",
        -0.7: """^if i_want i_read nobody vendor supplier our_legal our_procurement our_security
                long""",
        -0.8: "his last_year",
        -0.9: "she pay",
        -1.0: "he he's",
        -1.1: "told ask_me",
    }
)
"""Words by how much likelier a seller says them than a buyer (natural logarithms, ridge regression
over the 10,568 turns of the training calls, rounded). `^` marks a turn's first word, `?` a turn
that asks, `long` a long one; `our_product` and its like are set by hand, too rare to measure."""
BASE = -0.3
"""The same for a turn that has none of them."""
LONG = 27
"""Words from which a turn is long."""
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {cue.replace("_", " "): weight for weight, cues in CUES.items() for cue in cues.split()}
)


def lean(text: str) -> float:
    """How much likelier a seller says a turn than a buyer: above 0 a seller, below a buyer."""
    said = words(text)
    cues = {*said, *(f"{one} {then}" for one, then in pairwise(said))} - {"long"}
    cues |= {f"^{first}" for first in said[:1]}
    cues |= {cue for cue, holds in (("?", "?" in text), ("long", len(said) >= LONG)) if holds}
    # Sorted, so that rounding is the same in every run.
    return BASE + sum(WEIGHTS[cue] for cue in sorted(cues & WEIGHTS.keys()))
