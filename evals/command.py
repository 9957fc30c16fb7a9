"""`tandem eval` and `tandem prompts compare`: readers measured, and what they are told.

A team's own deals become cases by `tandem eval export`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.bootstrap import MODEL
from api.cli.errors import UsageError
from api.cli.groups import DefaultGroup
from api.cli.options import Json
from api.cli.session import err, out, print_json, session
from evals.datasets import GOLDEN
from evals.errors import EvaluationError

_DEFAULT = "run"

Folders = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="CASES_DIR",
        help="Cases, or folders of cases, in the golden layout; without any, the golden deals.",
    ),
]
Cases = Annotated[str, typer.Option(help="Only these cases, with commas.")]


class _Runs(DefaultGroup):
    """`tandem eval`."""

    default = _DEFAULT


def register(app: typer.Typer) -> None:
    """Add `tandem eval`."""
    group = typer.Typer(cls=_Runs, add_completion=False)
    group.command(_DEFAULT)(run)
    group.command("export")(export)
    app.add_typer(group, name="eval", help="Measure a reader on golden deals or on your own.")


def register_prompts(prompts: typer.Typer) -> None:
    """Add the command to `tandem prompts`."""
    prompts.command("compare")(compare)


def run(
    folders: Folders = None,
    reader: Annotated[str, typer.Option(help="`embedded`, `model` or `model:NAME`.")] = "embedded",
    to: Annotated[
        Path, typer.Option("--out", help="The folder for predictions, scores and the report.")
    ] = Path("var/eval"),
    cases: Cases = "",
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
            names=_names_in(cases),
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


def compare(
    name: Annotated[str, typer.Argument(metavar="PROMPT", help="`read` or `verify`.")],
    was: Annotated[str, typer.Argument(metavar="WAS", help="A version, such as v1.")],
    now: Annotated[
        str, typer.Argument(metavar="NOW", help="The version to put beside it, such as v2.")
    ],
    folders: Folders = None,
    model: Annotated[
        str | None,
        typer.Option(help="Who reads, as `openai:NAME`; without it whom TANDEM_MODEL names."),
    ] = None,
    to: Annotated[
        Path, typer.Option("--out", help="The folder for both runs, the comparison and its report.")
    ] = Path("var/compare"),
    cases: Cases = "",
    jobs: Annotated[
        int, typer.Option(min=1, max=64, help="How many sources are read at the same time.")
    ] = 4,
    as_json: Json = False,
) -> None:
    """Read every source of some cases with each of two versions, and say which reads better.

    Nothing else differs: model, cases and the other prompts are the same. Every source is sent
    to the model's provider. Answers are remembered, so that the same command goes on after an
    interruption. TANDEM_MODEL_PARALLEL limits the requests at once, whatever --jobs is.

    Example: tandem prompts compare read v1 v2 --model openai:NAME --out /tmp/compare
    """
    from evals.progress import bars_on
    from evals.trials.running import TrialOrder, run_trial
    from evals.trials.summary import summary

    order = TrialOrder(
        prompt=name,
        versions=(was, now),
        folders=tuple(folders or (GOLDEN,)),
        to=to,
        reader=f"{MODEL}:{model}" if model else MODEL,
        names=_names_in(cases),
        jobs=jobs,
    )
    with session() as here, _told():
        done = run_trial(here.tandem, order, bars_on(err))
    if as_json:
        print_json(done)
        return
    out.print(summary(done))
    out.print(f"The report is {to / 'report.html'}.", markup=False)


def _names_in(cases: str) -> tuple[str, ...]:
    """Names written with commas between them."""
    return tuple(name.strip() for name in cases.split(",") if name.strip())


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be evaluated is the caller's to mend, like anything typed wrong."""
    from prompts.loader import PromptError

    try:
        yield
    except (EvaluationError, PromptError) as error:
        raise UsageError(str(error)) from None
