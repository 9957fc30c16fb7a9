"""`tandem sweep`, and the sweeps beside what runs."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Annotated

import typer

from api.cli.options import DAY, Json
from api.cli.session import Session, out, print_json, session
from api.rounds import rounds
from api.sweep import Swept, sweep
from tools.desk.moment import Moment

EVERY_SECONDS = 15 * 60
"""How long after a deal's midnight its risks may still be those of the day before."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sweep")(once)


def once(
    day: Annotated[
        datetime | None,
        typer.Option("--on", formats=DAY, help="Another day than each deal's own today."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Look at the risks of all deals whose day has come, as `serve` and `worker` do by themselves.

    What is found is kept; a second sweep on a day finds nothing to do.

    Example: tandem sweep
    """
    with session() as now:
        swept = sweep(now.tandem.store, now.workspace, _moment(now), day.date() if day else None)
    if as_json:
        print_json(swept._asdict())
    else:
        out.print(_told(swept))


def sweeping(now: Session) -> AbstractContextManager[None]:
    """Sweep all workspaces at once and every `EVERY_SECONDS`, until the block ends."""

    def all_workspaces(stopped: Callable[[], bool]) -> None:
        store, moment = now.tandem.store, _moment(now)
        for workspace in store.workspaces():
            sweep(store, workspace, moment, stopped=stopped)

    return rounds(all_workspaces, EVERY_SECONDS, "sweep")


def _told(swept: Swept) -> str:
    return (
        f"Deals looked at: {swept.deals}. Risks new: {swept.opened}, anew: {swept.renewed}, "
        f"worse: {swept.worsened}, over: {swept.settled}."
    )


def _moment(now: Session) -> Moment:
    return Moment(now.tandem.now(), now.tandem.settings.time_zone)
