"""`tandem prompts`: what the language model is told; and how to switch one on."""

from typing import Annotated

import typer

from api.cli.errors import UsageError
from api.cli.groups import DefaultGroup
from api.cli.session import Session, err, out

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
