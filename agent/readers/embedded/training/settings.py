"""The numbers of training, in one table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """How the networks are trained.

    Attributes:
        seed: Of everything random.
        folds: Parts of the passages. The scorer learns from the first, as it is tagged by a
            network that has seen only the others.
        epochs: Times that all windows are seen.
        batch: Windows of one step.
        frozen: Layers of the encoder, from the bottom, that stay as they came.
        rate: The encoder's highest rate of learning.
        head_rate: The head's.
        positive: How much more a missed tag costs than a false one.
        noisy: The part of the calls that is heard once more as poor speech recognition has it.
        dropout: Of the cues beside the words, so that the words are listened to.
    """

    seed: int = 0
    folds: int = 2
    epochs: int = 6
    batch: int = 8
    frozen: int = 2
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    positive: float = 2.0
    noisy: float = 0.2
    dropout: float = 0.2
