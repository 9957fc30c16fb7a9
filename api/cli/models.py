"""`tandem doctor`: whether the language model can be used, and how to switch one on."""

import typer

from api.cli.options import Json
from api.cli.session import Session, err, out, print_json, session


def register(app: typer.Typer) -> None:
    """Add the commands."""
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


def tell_of_key(now: Session) -> None:
    """Say in one line how to read with a model, where there is a key for one and none is set."""
    hint = now.tandem.settings.hint
    if hint:
        err.print(hint, style="dim", markup=False)
