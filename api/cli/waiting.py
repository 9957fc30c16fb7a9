"""Waiting for sources to be read, in this process or by the worker that is already there."""

import time
from collections.abc import Sequence

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.bootstrap import Tandem
from api.cli.session import err

POLL_SECONDS = 0.1


def read_here_or_there(tandem: Tandem, workspace: str, ids: Sequence[str]) -> None:
    """Show progress until all these sources are read or failed.

    Where no worker runs, this process becomes it for as long as that takes.
    """
    from api.jobs import WorkerRunningError

    try:
        tandem.jobs.launch()
    except WorkerRunningError:
        err.print("A worker is running; waiting for it.", style="dim")
    with _progress() as progress:
        task = progress.add_task("Reading", total=len(set(ids)))
        while (done := _done(tandem, workspace, ids)) < len(set(ids)):
            progress.update(task, completed=done)
            time.sleep(POLL_SECONDS)
        progress.update(task, completed=done)


def _done(tandem: Tandem, workspace: str, ids: Sequence[str]) -> int:
    with tandem.store.read(workspace) as unit:
        records = [unit.sources.get(source) for source in set(ids)]
    return sum(record.status not in ("queued", "reading") for record in records)


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeElapsedColumn(), console=err, transient=True)
