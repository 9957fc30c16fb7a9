"""`tandem eval`: readers measured on golden deals, and a team's own deals made into cases."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from api.cli.errors import UsageError
from api.cli.session import err, out, session
from evals.datasets import GOLDEN
from evals.errors import EvaluationError

_DEFAULT = "run"


class _RunsByDefault(TyperGroup):
    """Takes what does not begin with a command's name as the arguments of `run`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer keeps the class of its contexts to itself
        if not args or args[0] not in self.commands:
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(cls=_RunsByDefault, add_completion=False)
    group.command(_DEFAULT)(run)
    group.command("export")(export)
    app.add_typer(group, name="eval", help="Measure a reader on golden deals or on your own.")


def run(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="CASES_DIR",
            help="Cases, or folders of cases, in the golden layout; without any, the golden deals.",
        ),
    ] = None,
    reader: Annotated[str, typer.Option(help="`embedded`, `model` or `model:NAME`.")] = "embedded",
    to: Annotated[
        Path, typer.Option("--out", help="The folder for predictions, scores and the report.")
    ] = Path("var/eval"),
    cases: Annotated[str, typer.Option(help="Only these cases, with commas.")] = "",
    jobs: Annotated[
        int, typer.Option(min=1, max=64, help="How many sources are read at the same time.")
    ] = os.cpu_count() or 1,
    variants: Annotated[
        str | None,
        typer.Option(
            help="Robustness variants: `all`, `none` or names with commas; without it all, "
            "and none with a model, where each costs as much as the plain run."
        ),
    ] = None,
    predictions: Annotated[
        Path | None,
        typer.Option(help="Score these predictions, made elsewhere, instead of reading."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="The scores.json to compare with; the accepted one without.")
    ] = None,
    gate: Annotated[
        bool, typer.Option("--gate", help="Fail where a gate falls or a score drops beyond noise.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Keep this run as the baseline of its reader.")
    ] = False,
) -> None:
    """Read every source of some cases, compare with what a careful person found, and report.

    Each source is read on its own, on the plan that the right edits before it lead to.
    `tandem eval export DEAL` makes cases of your own decisions.

    Example: tandem eval --reader embedded --out /tmp/eval
    """
    from evals.evaluation import Order, evaluate
    from evals.progress import bars_on
    from evals.summary import summary

    with session() as now, _told():
        order = Order(
            folders=tuple(folders or (GOLDEN,)),
            reader=reader,
            to=to,
            names=tuple(name.strip() for name in cases.split(",") if name.strip()),
            jobs=jobs,
            variants=variants,
            predictions=predictions,
            baseline=baseline,
            gate=gate,
            accept=accept,
        )
        done = evaluate(now.tandem, order, bars_on(err))
    out.print(summary(done))
    out.print(f"The report is {to / 'report.html'}.", markup=False)
    for failure in done.failures or ():
        err.print(f"[red]gate:[/red] {failure}")
    if done.failures:
        raise typer.Exit(1)


def export(
    deal: Annotated[str, typer.Argument(help="The deal's id.")],
    to: Annotated[Path, typer.Option("--out", help="An empty or new folder for the cases.")],
) -> None:
    """Make cases of a deal's decided proposals, to measure readers on your own calls.

    What was approved is right, as it was edited; what was rejected is a trap. The folder
    holds your customers' words: keep it as safe as the deal itself.
    """
    from evals.export import export as export_deal

    with session() as now, now.read() as unit, _told():
        exported = export_deal(unit, deal, to)
    out.print(f"Wrote {exported} to {to}.", markup=False)
    for one in exported.left_out:
        err.print(str(one), markup=False)


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be evaluated is the caller's to mend, like anything typed wrong."""
    try:
        yield
    except EvaluationError as error:
        raise UsageError(str(error)) from None
