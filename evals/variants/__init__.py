"""Robustness variants: every golden source made harder to read in ways that sources are."""

from evals.variants.asr_noise import ASR_NOISE
from evals.variants.injected_hidden_html import INJECTED_HIDDEN_HTML
from evals.variants.injected_quoted_history import INJECTED_QUOTED_HISTORY
from evals.variants.injected_turn import INJECTED_TURN
from evals.variants.no_speaker_labels import NO_SPEAKER_LABELS
from evals.variants.other_time_zone import OTHER_TIME_ZONE
from evals.variants.shuffled_cues import SHUFFLED_CUES
from evals.variants.swapped_speakers import SWAPPED_SPEAKERS
from evals.variants.variant import Harm, Variant, varied

VARIANTS: tuple[Variant, ...] = (
    ASR_NOISE,
    NO_SPEAKER_LABELS,
    SWAPPED_SPEAKERS,
    SHUFFLED_CUES,
    OTHER_TIME_ZONE,
    INJECTED_TURN,
    INJECTED_HIDDEN_HTML,
    INJECTED_QUOTED_HISTORY,
)

__all__ = ["VARIANTS", "Harm", "Variant", "varied"]
