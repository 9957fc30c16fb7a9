"""What a run came to, in a table for the screen."""

from collections.abc import Iterator

from rich.table import Table

from evals.run import Change, Run
from evals.scores import EditScore
from evals.tally import Rate, Share

Row = tuple[str, str, str]


def summary(run: Run) -> Table:
    """The figures that matter most, each with what it was in the baseline."""
    scores = run.scores
    table = Table(title=f"{scores.reader}: {scores.sources} sources", title_justify="left")
    table.add_column("")
    table.add_column("")
    table.add_column("baseline", justify="right")
    was = {change.figure: f"{change.was:.3f}" for change in _changes(run)}
    for name, figure, path in _rows(run):
        table.add_row(name, figure, was.get(path, ""))
    return table


def _changes(run: Run) -> tuple[Change, ...]:
    return run.comparison.changes if run.comparison else ()


def _rows(run: Run) -> Iterator[Row]:
    scores = run.scores
    yield "Edits, strict", _edits(scores.strict), "strict.f1"
    yield "Edits, lenient", _edits(scores.lenient), "lenient.f1"
    yield "Trap hits", f"{scores.traps.hits} of {scores.traps.of}", ""
    yield "Grounding faults", f"{scores.grounding.faults} of {scores.grounding.of} quotes", ""
    risks = scores.risks
    yield "Risks said", _rate(risks.said), "risks.said.f1"
    yield "Risks said in it", _rate(risks.fresh), "risks.fresh.f1"
    yield "Risks from state", _rate(risks.state), "risks.state.f1"
    yield "First next action", _share(scores.next_action), "next_action.rate"
    if scores.answers:
        yield "Answers", _share(scores.answers.right), ""
    yield "Time", f"{run.cost.cpu:.1f} s CPU", ""
    if scores.tokens.sent:
        money = f", ${scores.tokens.money}" if scores.tokens.money else ""
        yield "Tokens", f"{scores.tokens.sent:,} in, {scores.tokens.answered:,} out{money}", ""
    for name, one in scores.variants.items():
        harm = f", harm {one.harm} of {one.harm_of}" if one.harm_means else ""
        yield f"Strict F1, {name}", f"{one.strict.f1:.3f}, plain {one.plain.f1:.3f}{harm}", ""


def _edits(score: EditScore) -> str:
    low, high = score.interval.f1
    return f"{_rate(score)} ({low:.3f} to {high:.3f})"


def _rate(rate: Rate) -> str:
    return f"F1 {rate.f1:.3f}  P {rate.p:.3f}  R {rate.r:.3f}"


def _share(share: Share) -> str:
    return f"{share.right} of {share.of}"
