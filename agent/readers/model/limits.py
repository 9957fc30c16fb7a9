"""The numbers that the model reader goes by, in one table."""

from plan.models import Frozen


class Limits(Frozen):
    """Sizes in tokens are of `view.tokens.estimate`.

    Attributes:
        filled: Share of a model's window that may be asked; the rest is for its answer.
        source_tokens: Most tokens of a source in one call, however large the window: readers of
            very long texts lose what stands in the middle.
        least_tokens: Room for a source below which a model is too small to read with.
        overlap: Share of a window of turns that the next one repeats.
        candidate_tokens: Room kept for candidates when they are checked.
        checked_at_once: Most candidates of one check.
        split_turns: Turns below which a window whose answer was cut off is not halved again.
        near_turns: Turns around a quote in which the words that give its date are looked for.
        told: Characters of a model's explanation that are kept.
        history: Characters of quoted history that are shown.
        passage: Characters of an older passage that are shown.
    """

    filled: float = 0.7
    source_tokens: int = 40_000
    least_tokens: int = 500
    overlap: float = 0.125
    candidate_tokens: int = 4_000
    checked_at_once: int = 25
    split_turns: int = 8
    near_turns: int = 4
    told: int = 600
    history: int = 4_000
    passage: int = 1_200


LIMITS = Limits()
