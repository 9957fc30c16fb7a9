"""What a run came to, in tables for the screen."""

from collections.abc import Iterator

from rich.console import Group
from rich.table import Table

from evals.run import Change, Run
from evals.scores import EditScore, VariantScore
from evals.tally import Rate, Share

Row = tuple[str, str, str]


def summary(run: Run) -> Group:
    """The figures that matter most beside the baseline's, then the robustness variants."""
    tables = [_figures(run)]
    if run.scores.variants:
        tables.append(_variants(run.scores.variants))
    return Group(*tables)


def _figures(run: Run) -> Table:
    scores = run.scores
    table = Table(title=f"{scores.reader}: {scores.sources} sources", title_justify="left")
    table.add_column("")
    table.add_column("this run")
    table.add_column("baseline", justify="right")
    was = {change.figure: f"{change.was:.3f}" for change in _changes(run)}
    for name, figure, path in _rows(run):
        table.add_row(name, figure, was.get(path, ""))
    return table


def _variants(variants: dict[str, VariantScore]) -> Table:
    table = Table(title="Robustness: strict F1 of the same sources", title_justify="left")
    table.add_column("variant")
    for name in ("sources", "plain", "varied", "must not happen"):
        table.add_column(name, justify="right")
    for name, one in variants.items():
        harm = f"{one.harm} of {one.harm_of}" if one.harm_means else ""
        f1 = f"{one.plain.f1:.3f}", f"{one.strict.f1:.3f}"
        table.add_row(name, str(one.sources), *f1, harm)
    return table


def _changes(run: Run) -> tuple[Change, ...]:
    return run.comparison.changes if run.comparison else ()


def _rows(run: Run) -> Iterator[Row]:
    scores = run.scores
    yield "edits, strict F1", _edits(scores.strict), "strict.f1"
    yield "edits, lenient F1", _edits(scores.lenient), "lenient.f1"
    yield "trap hits", f"{scores.traps.hits} of {scores.traps.of}", ""
    yield "grounding faults", f"{scores.grounding.faults} of {scores.grounding.of} quotes", ""
    risks = scores.risks
    yield "risks said, F1", _rate(risks.said), "risks.said.f1"
    yield "  said in the source", _rate(risks.fresh), "risks.fresh.f1"
    yield "risks from state, F1", _rate(risks.state), "risks.state.f1"
    yield "first next action right", _share(scores.next_action), "next_action.rate"
    if scores.answers:
        yield "answers right", _share(scores.answers.right), ""
    yield "CPU", f"{run.cost.cpu:.1f} s", ""
    if scores.tokens.sent:
        money = f", ${scores.tokens.money}" if scores.tokens.money else ""
        yield "tokens", f"{scores.tokens.sent:,} in, {scores.tokens.answered:,} out{money}", ""


def _edits(score: EditScore) -> str:
    low, high = score.interval.f1
    return f"{score.f1:.3f} ({low:.3f}-{high:.3f})  P {score.p:.3f}  R {score.r:.3f}"


def _rate(rate: Rate) -> str:
    return f"{rate.f1:.3f}  P {rate.p:.3f}  R {rate.r:.3f}"


def _share(share: Share) -> str:
    return f"{share.right} of {share.of}"
