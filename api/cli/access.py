"""`tandem key`: API keys, shown once and kept as a digest only."""

from typing import Annotated

import typer

from api.cli.errors import UsageError
from api.cli.options import Json
from api.cli.session import out, print_json, session
from api.keys import SCOPES, new_key

app = typer.Typer(no_args_is_help=True, help="Make, list and revoke API keys.")


@app.command("new")
def new(
    name: Annotated[str, typer.Argument(help="What it is for, such as zapier.")],
    scopes: Annotated[
        list[str] | None, typer.Option("--scope", help="read, write; both without it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make a key and show it, once. Who holds it acts as `key:NAME`."""
    wanted = tuple(scopes or SCOPES)
    if set(wanted) - set(SCOPES):
        raise UsageError(f"A scope is one of {', '.join(SCOPES)}.")
    with session() as now, now.write() as unit:
        if any(key.id == name for key in unit.access.api_keys()):
            raise UsageError(f"There is a key `{name}` already; choose another name.")
        secret, key = new_key(name, wanted, now.tandem.now())
        unit.access.add_key(key)
    if as_json:
        print_json({"id": key.id, "key": secret, "scopes": key.scopes})
    else:
        out.print(secret, markup=False)
        out.print(
            "Keep it now; it is not shown again. Send it as `Authorization: Bearer …`.", style="dim"
        )


@app.command("list")
def every(as_json: Json = False) -> None:
    """List the keys, without what would let anybody in."""
    with session() as now, now.read() as unit:
        keys = [key.model_dump(mode="json", exclude={"digest"}) for key in unit.access.api_keys()]
    if as_json:
        print_json(keys)
        return
    for key in keys:
        state = f"revoked {key['revoked_at']}" if key["revoked_at"] else "valid"
        out.print(f"{key['id']}  {', '.join(key['scopes'])}  {state}", markup=False)


@app.command("revoke")
def revoke(name: Annotated[str, typer.Argument(help="The key's name.")]) -> None:
    """Revoke a key at once."""
    with session() as now, now.write() as unit:
        unit.access.revoke(name, now.tandem.now())
    out.print(f"{name} lets nobody in any more.", markup=False)
