"""A trial made of the runs of its two versions."""

from agent.llm.prices import Prices
from evals.comparison import compare
from evals.run import Run
from evals.trials.alone import alone
from evals.trials.breakdown import by_field, by_kind, spent
from evals.trials.judgement import LEAST, sentence, verdict
from evals.trials.trial import Side, Trial


def trial(prompt: str, versions: tuple[str, str], runs: tuple[Run, Run], prices: Prices) -> Trial:
    """The second version beside the first.

    Args:
        prompt: The prompt's name.
        versions: Its two versions.
        runs: A run with each, over the same sources in the same order.
        prices: What models cost.
    """
    was, now = runs
    figures = compare(now.scores, was.scores, versions[0], LEAST).changes
    read = len(now.sources)
    return Trial(
        prompt=prompt,
        reader=now.scores.reader,
        sources=read,
        was=_side(versions[0], was),
        now=_side(versions[1], now),
        verdict=verdict(figures),
        says=sentence(*versions, figures, read, _differ(now, was)),
        figures=figures,
        kinds=by_kind(now, was),
        fields=by_field(now, was),
        spent=spent(now, was, prices.of(now.scores.reader.partition(":")[2])),
        only_was=alone(was, now),
        only_now=alone(now, was),
    )


def _side(version: str, run: Run) -> Side:
    return Side(
        version=version,
        prompts=run.scores.prompt,
        strict=run.scores.strict,
        lenient=run.scores.lenient,
        traps=run.scores.traps,
        tokens=run.scores.tokens,
    )


def _differ(now: Run, was: Run) -> int:
    """In how many sources edits, traps or quotes do not come to the same."""
    each = ((one, was.scores.each[key]) for key, one in now.scores.each.items())
    return sum(
        (one.strict, one.traps, one.faults) != (other.strict, other.traps, other.faults)
        for one, other in each
    )
