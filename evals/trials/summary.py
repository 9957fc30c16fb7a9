"""What a trial came to, on the screen: the verdict, its figures, and the edits that differ."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evals.report.wording import amount, counted, figure, shown, signed, signed_between, words_of
from evals.run import Change
from evals.trials.trial import Alone, Needless, Trial, Won

_MOST = 12
"""So many edits of a list are shown; the report holds them all."""


def summary(trial: Trial) -> Group:
    """The tables, the edits with their words, and last the verdict."""
    return Group(*_parts(trial))


def _parts(trial: Trial) -> Iterator[RenderableType]:
    was, now = trial.was.version, trial.now.version
    title = f"{trial.prompt} {was} and {now}: {trial.reader}, {counted(trial.sources, 'source')}"
    yield _changes(title, trial, trial.figures)
    yield _changes("Strict F1 by kind of edit", trial, trial.kinds)
    yield _changes("By field, of the edits matched", trial, trial.fields)
    yield _spent(trial)
    for version, alone, other in ((now, trial.only_now, was), (was, trial.only_was, now)):
        yield from _alone(version, alone, other)
    yield Text(f"\n{trial.says}", style="bold")


def _changes(title: str, trial: Trial, changes: Sequence[Change]) -> Table:
    table = _table(title, trial, "95 % interval", f"{trial.now.version} is")
    for one in changes:
        difference = signed(one.now - one.was), signed_between(one.interval)
        said = "" if one.verdict == "same" else one.verdict
        table.add_row(one.figure, figure(one.was), figure(one.now), *difference, said)
    return table


def _spent(trial: Trial) -> Table:
    """What both took; trap hits go before it, since they too are plain counts."""
    table = _table("Traps and cost", trial, "95 % interval")
    hits = trial.was.traps.hits, trial.now.traps.hits
    of = trial.now.traps.of
    table.add_row(f"trap hits, of {of}", *map(str, hits), amount(hits[1] - hits[0]), "")
    for one in trial.spent:
        low, high = one.interval
        figures = one.was, one.now, one.now - one.was
        table.add_row(one.what, *map(amount, figures), f"{amount(low)} to {amount(high)}")
    return table


def _table(title: str, trial: Trial, *more: str) -> Table:
    table = Table(title=f"\n{title}", title_justify="left")
    table.add_column("")
    for name in (trial.was.version, trial.now.version, "difference", *more):
        table.add_column(name, justify="right")
    return table


def _alone(version: str, alone: Alone, other: str) -> Iterator[Text]:
    yield from _listed(f"Right only with {version}", [_won(one, other) for one in alone.right])
    yield from _listed(f"Needless only with {version}", map(_made, alone.needless))


def _listed(caption: str, lines: Iterable[str]) -> Iterator[Text]:
    every = list(lines)
    yield Text(f"\n{caption}: {len(every)}", style="bold" if every else "dim")
    yield from (Text(f"  {line}") for line in every[:_MOST])
    if len(every) > _MOST:
        yield Text(f"  and {len(every) - _MOST} more, in the report", style="dim")


def _won(one: Won, other: str) -> str:
    off = [f"{words_of(check.field)} {shown(check.given)}" for check in one.off]
    instead = f" ({', '.join(off)})" if off else ""
    return f"{_named(one)}; {other} {one.other}{instead}"


def _made(one: Needless) -> str:
    why = f", {words_of(one.why)}" if one.why else ""
    return f"{_named(one)}; {one.verdict}{why}"


def _named(one: Won | Needless) -> str:
    words = " ".join(f"“{quote}”" for quote in one.quotes) or "no words"
    return f"{one.source} {one.kind} {one.title}: {words}"
