"""The commands, gathered, and what happens to their errors."""

import sys
from functools import cache
from importlib.metadata import entry_points

import typer

from api.cli import (
    access,
    asking,
    deals,
    decisions,
    demo,
    files,
    health,
    memory,
    models,
    reading,
    risks,
    running,
    sources,
    sweeping,
)
from api.cli.errors import UsageError
from api.cli.session import err
from api.errors import EXPECTED

app = typer.Typer(
    name="tandem",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help=(
        "Keeps mutual action plans alive: reads calls and emails, proposes exact plan changes "
        "with the words that justify them.\n\n"
        "Start with [bold]tandem demo[/bold], or [bold]tandem import deal.yaml[/bold] and "
        "[bold]tandem add DEAL call.vtt[/bold]; then [bold]tandem proposals[/bold] and "
        "[bold]tandem approve[/bold]."
    ),
)
for module in (
    reading,
    deals,
    sources,
    asking,
    decisions,
    files,
    running,
    sweeping,
    memory,
    health,
    demo,
):
    module.register(app)
app.add_typer(access.app, name="key")
app.add_typer(risks.app, name="risks")
app.add_typer(models.prompts, name="prompts")


def main() -> None:
    """Run the command line; exit code 2 says that the caller can mend it."""
    _plug_in()
    try:
        app()
    except (UsageError, *EXPECTED) as error:
        err.print(f"[red]tandem:[/red] {_escaped(str(error))}")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


_OPEN = {"tandem.commands": app, "tandem.prompts.commands": models.prompts}
"""The groups of entry points that bring commands, and what they bring them to."""


@cache
def _plug_in() -> None:
    """Let the rooms above this one, which nothing here may import, bring their commands."""
    for name, group in _OPEN.items():
        for point in sorted(entry_points(group=name)):
            point.load()(group)


def _escaped(text: str) -> str:
    return text.replace("[", "\\[")
