"""What a robustness variant is, and how one is applied to a sample."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from evals.cases.sample import Sample
from evals.run import SourceRun

_SEED = "tandem variants 1"
"""Another number varies everything anew, and scores are no longer comparable with older ones."""


@dataclass(frozen=True)
class Harm:
    """How often a variant brought about what it must not, of how often it could have."""

    count: int = 0
    of: int = 0


def no_harm(_plain: SourceRun, _varied: SourceRun) -> Harm:
    """A variant that can do no harm of its own: all it does shows in the scores."""
    return Harm()


@dataclass(frozen=True)
class Variant:
    """One way of making a source harder to read without changing what is right.

    Attributes:
        name: Its name in scores.json and of its folder of predictions.
        says: For the report: what is varied, and what is right then.
        vary: The varied sample; None where the variant does not apply to the source, or no file
            can hold what it makes of it.
        harm: Counts what the variant must not bring about, from the same source as it is and
            varied, both read and judged.
        harm_means: For the report: what `harm` counts; empty where it counts nothing.
    """

    name: str
    says: str
    vary: Callable[[Sample, Random], Sample | None]
    harm: Callable[[SourceRun, SourceRun], Harm] = no_harm
    harm_means: str = ""


def seeded(*names: str) -> Random:
    """Chance that falls the same way for the same names, in every run and on every machine."""
    digest = sha256("\n".join((_SEED, *names)).encode()).digest()
    return Random(digest)  # noqa: S311 - which words to vary, not a secret


def varied(sample: Sample, variant: Variant) -> Sample | None:
    """The sample as the variant makes it, always the same; None where it does not apply.

    What counts as right is kept: the day, the deal before it and its gold, whose quotes follow
    the words where the variant changes them. Case and number stay too, so scores can be paired.
    """
    return variant.vary(sample, seeded(variant.name, sample.key))
