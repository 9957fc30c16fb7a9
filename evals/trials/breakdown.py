"""Where two runs over the same sources differ: by kind of edit, by field, and in cost."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from agent.llm.prices import Price
from evals.comparison import change
from evals.judging.verdicts import Judged
from evals.run import Change, Run, SourceRun
from evals.scorers.cost import SourceCost
from evals.scorers.edits import strict
from evals.scorers.fields import field_shares
from evals.scorers.intervals import sum_difference
from evals.tally import Tally
from evals.trials.judgement import LEAST
from evals.trials.trial import Amount

Counting = Callable[[SourceRun, str], Tally]


def by_kind(now: Run, was: Run) -> tuple[Change, ...]:
    """Strict F1 of each kind of edit that either run holds, by the kind's name."""
    return _each(now, was, lambda one: (judged.kind for judged in _counting(one)), _of_kind)


def by_field(now: Run, was: Run) -> tuple[Change, ...]:
    """Each compared field's share of agreement over the edits that a run matched."""
    return _each(now, was, lambda one: field_shares(one.judged), _of_field)


def spent(now: Run, was: Run, price: Price | None) -> tuple[Amount, ...]:
    """Tokens sent and answered, and dollars where the model's price is known."""
    amounts = [
        _amount("tokens sent", now, was, lambda cost: cost.tokens_in),
        _amount("tokens answered", now, was, lambda cost: cost.tokens_out),
    ]
    if price is not None:
        amounts.append(_amount("US dollars", now, was, lambda cost: _dollars(price, cost)))
    return tuple(amounts)


def _each(
    now: Run, was: Run, names: Callable[[SourceRun], Iterable[str]], count: Counting
) -> tuple[Change, ...]:
    every = {name for run in (now, was) for one in run.sources for name in names(one)}
    return tuple(
        change(name, _tallies(now, name, count), _tallies(was, name, count), LEAST)
        for name in sorted(every)
    )


def _tallies(run: Run, name: str, count: Counting) -> Sequence[Tally]:
    return [count(one, name) for one in run.sources]


def _counting(run: SourceRun) -> Iterable[Judged]:
    return (one for one in run.judged if one.verdict != "optional")


def _of_kind(run: SourceRun, kind: str) -> Tally:
    return strict(one for one in run.judged if one.kind == kind)


def _of_field(run: SourceRun, field: str) -> Tally:
    share = field_shares(run.judged).get(field)
    return Tally(right=share.right, predicted=share.of, expected=share.of) if share else Tally()


def _amount(what: str, now: Run, was: Run, amount: Callable[[SourceCost], float]) -> Amount:
    keys = [one.sample.key for one in now.sources]
    after, before = ([amount(run.cost.sources[key]) for key in keys] for run in (now, was))
    interval = sum_difference(after, before)
    return Amount(what=what, was=_total(before), now=_total(after), interval=interval)


def _total(amounts: Sequence[float]) -> float:
    return float(sum(Decimal(str(one)) for one in amounts))


def _dollars(price: Price, cost: SourceCost) -> float:
    return float(price.of(cost.tokens_in, cost.tokens_out))
