"""`tandem export` and `import`: deals as files."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.cli.errors import UsageError
from api.cli.inputs import plan_file
from api.cli.options import Json
from api.cli.session import out, print_json, session
from tools.desk.opening import open_deal
from tools.exchange.history import export_history, import_history
from tools.exchange.plan_file import write_plan

HISTORY = ".jsonl"
"""How the name of a file with a history ends; all others hold a plan."""


class Form(StrEnum):
    """What a file carries."""

    YAML = "yaml"
    HISTORY = "history"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("export")(export)
    app.command("import")(bring_in)


def export(
    deal: Annotated[str, typer.Argument(help="The deal's id.")],
    form: Annotated[
        Form,
        typer.Option(
            "--as", help="`yaml`: the plan as it stands; `history`: everything, as JSON lines."
        ),
    ] = Form.YAML,
    to: Annotated[
        Path | None, typer.Option("--to", help="The file to write; the screen without it.")
    ] = None,
) -> None:
    """Write a deal as a file: its plan as YAML, or all that ever happened to it as JSON lines."""
    with session() as now, now.read() as unit:
        if form is Form.YAML:
            text = write_plan(unit.plans.current(deal))
        else:
            text = "".join(f"{line}\n" for line in export_history(unit, deal))
    if to is None:
        typer.echo(text, nl=False)
        return
    try:
        to.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{to} cannot be written: {error.strerror}.") from None
    out.print(f"Wrote {deal} to {to}.", markup=False)


def bring_in(
    files: Annotated[list[Path], typer.Argument(help="Plans (.yaml) or histories (.jsonl).")],
    as_json: Json = False,
) -> None:
    """Open deals from files: a plan as YAML, or a whole history as JSON lines.

    All of the files come in, or none where one cannot be read.
    """
    opened: list[str] = []
    with session() as now:
        # Jobs set their tables up in a transaction of their own, so before this one begins.
        jobs = now.tandem.jobs if any(map(_is_history, files)) else None
        with now.write() as unit:
            for path in files:
                if jobs and _is_history(path):
                    with path.open(encoding="utf-8") as lines:
                        opened.append(import_history(unit, jobs, lines))
                else:
                    opened.append(open_deal(unit, plan_file(path).to_plan(), now.acting()).deal.id)
    if as_json:
        print_json(opened)
    else:
        out.print(f"Opened {', '.join(opened)}.")


def _is_history(path: Path) -> bool:
    return path.suffix == HISTORY
