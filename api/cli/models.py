"""`tandem doctor` and `tandem prompts`: the language model, and what it is told."""

from typing import Annotated

import typer

from api.cli.errors import UsageError
from api.cli.groups import DefaultGroup
from api.cli.options import Json
from api.cli.session import Session, err, out, print_json, session

_SHOW = "show"


class _Shows(DefaultGroup):
    """`tandem prompts`."""

    default = _SHOW
    own = frozenset({"--help"})


prompts = typer.Typer(
    cls=_Shows,
    add_completion=False,
    help="List the prompts that models are given, and show one: `tandem prompts read`.",
)
"""The commands about prompts; the room that measures brings one more."""


def register(app: typer.Typer) -> None:
    """Add the commands that stand alone."""
    app.command("doctor")(doctor)


def doctor(as_json: Json = False) -> None:
    """Check the model that TANDEM_MODEL names with one small question: key, name, form, speed.

    No customer's words are sent. Without a model it says how to switch one on.
    """
    from agent.llm.check import check

    with session() as now:
        name = now.tandem.settings.model
        if name is None:
            out.print("Sources are read by the embedded reader; nothing leaves this machine.")
            tell_of_key(now)
            return
        found = check(now.tandem.provider(name))
    if as_json:
        print_json(found)
    else:
        out.print(found.told, markup=False)
    if not found.usable:
        raise typer.Exit(1)


@prompts.command(_SHOW)
def show(
    name: Annotated[str | None, typer.Argument(help="Show this prompt whole.")] = None,
    version: Annotated[
        str | None, typer.Option(help="A version, such as v1; the active one without.")
    ] = None,
) -> None:
    """List the prompts that models are given, or show one.

    `tandem read --show-prompt` shows one filled in for a deal and a source.
    """
    from prompts.loader import PromptError, active, load, versions

    try:
        if name is None:
            for each in active():
                prompt = load(each)
                others = ", ".join(versions(each))
                notes = " ".join(prompt.notes.split())
                out.print(f"{prompt.id} (of {others})\n  {notes}", markup=False)
            return
        prompt = load(name, version)
    except PromptError as error:
        raise UsageError(str(error)) from None
    out.print(f"{prompt.id}\n\n# system\n\n{prompt.system}\n# user\n\n{prompt.user}", markup=False)


def tell_of_key(now: Session) -> None:
    """Say in one line how to read with a model, where there is a key for one and none is set."""
    hint = now.tandem.settings.hint
    if hint:
        err.print(hint, style="dim", markup=False)
