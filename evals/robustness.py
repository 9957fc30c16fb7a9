"""Robustness: the same sources varied, read again and scored beside the plain ones."""

from collections.abc import Iterable, Mapping, Sequence

from evals.cases.sample import Sample
from evals.run import SourceRun
from evals.scorers.edits import lenient, strict
from evals.scorers.grounding import grounding_faults
from evals.scorers.intervals import f1_difference
from evals.scorers.traps import traps_hit
from evals.scores import VariantScore
from evals.tally import DIGITS, Tally, rate, total
from evals.variants import Variant, varied


def vary(variant: Variant, samples: Iterable[Sample]) -> tuple[Sample, ...]:
    """The sources that a variant applies to, varied; the rest are left out."""
    return tuple(one for sample in samples if (one := varied(sample, variant)) is not None)


def variant_score(
    variant: Variant, runs: Sequence[SourceRun], plain: Mapping[str, SourceRun]
) -> VariantScore:
    """How the readings of varied sources compare with those of the plain ones, by their keys."""
    before = [plain[run.sample.key] for run in runs]
    judged = [one for run in runs for one in run.judged]
    tallies, plain_tallies = _strict(runs), _strict(before)
    now, was = rate(total(tallies)), rate(total(plain_tallies))
    harms = [variant.harm(old, run) for old, run in zip(before, runs, strict=True)]
    return VariantScore(
        sources=len(runs),
        strict=now,
        lenient=rate(total(lenient(run.judged) for run in runs)),
        plain=was,
        drop=round(was.f1 - now.f1, DIGITS),
        drop_interval=f1_difference(plain_tallies, tallies),
        trap_hits=len(traps_hit(judged)),
        grounding_faults=grounding_faults(judged),
        harm=sum(harm.count for harm in harms),
        harm_of=sum(harm.of for harm in harms),
        harm_means=variant.harm_means,
    )


def _strict(runs: Iterable[SourceRun]) -> list[Tally]:
    return [strict(run.judged) for run in runs]


def chosen(names: str, known: Mapping[str, Variant]) -> tuple[Variant, ...]:
    """The variants of a list such as `asr_noise,injected_turn`; `all` and `none` are what they say.

    Raises:
        LookupError: A name is of none.
    """
    if names in ("all", "none"):
        return tuple(known.values()) if names == "all" else ()
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise LookupError(f"There is no variant {unknown[0]}; there are {', '.join(known)}.")
    return tuple(known[name] for name in wanted)
