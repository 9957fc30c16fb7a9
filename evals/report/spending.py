"""What each source cost, beside how it went."""

from collections.abc import Iterable
from dataclasses import dataclass

from evals.report.wording import counted, duration, money
from evals.run import Run
from evals.scorers.cost import Cost, SourceCost
from evals.tally import Rate, rate

_NOTHING = SourceCost(cpu=0, wall=0)


@dataclass(frozen=True)
class SourceRow:
    """One source with what it took and how well it was read."""

    key: str
    case: str
    number: str
    format: str
    cost: SourceCost
    strict: Rate


def source_rows(run: Run) -> tuple[SourceRow, ...]:
    """Every source of a run, in its order."""
    return tuple(
        SourceRow(
            key=one.sample.key,
            case=one.sample.case,
            number=one.sample.number,
            format=one.sample.context.source.format,
            cost=run.cost.sources.get(one.sample.key, _NOTHING),
            strict=rate(run.scores.each[one.sample.key].strict),
        )
        for one in run.sources
    )


def cost_words(cost: Cost) -> tuple[str, ...]:
    """What a run cost, a phrase each."""
    if not cost.tokens_in and not cost.tokens_out:
        tokens: Iterable[str] = ("no tokens counted",)
    else:
        known = "price unknown" if cost.money is None else money(cost.money)
        sent, answered = counted(cost.tokens_in, "token"), f"{cost.tokens_out:,} out"
        tokens = (f"{sent} in, {answered}", known)
    return (f"{duration(cost.cpu)} CPU", f"{duration(cost.wall)} by the clock", *tokens)
