"""`tandem reindex`: the words of deals made searchable anew."""

from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.cli.session import Session, err, out, session

ELSEWHERE = (
    "Another process has the vector index open, `tandem serve` for one; this one compares with "
    "the vectors in the database instead."
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("reindex")(reindex)


def reindex(
    deal: Annotated[str | None, typer.Argument(help="The deal's id; all deals without.")] = None,
) -> None:
    """Make the words of a deal, or of all, searchable anew.

    Sources that are not indexed yet are, and the vector index is made from the vectors in the
    database: nothing is embedded again unless another embedder did so before. It works while
    `tandem serve` runs, which takes over what changed by itself.
    """
    with session(owns_index=True) as now:
        deals = (deal,) if deal else _deals(now)
        tell_of_index(now)
        with _progress() as progress:
            for one in deals:
                _reindex(now, one, progress)
    out.print(f"Reindexed {len(deals)} deal{'' if len(deals) == 1 else 's'}.")


def tell_of_index(now: Session) -> None:
    """Say where this process does without the vector index, because another has it open."""
    if now.tandem.memory.index_name == "exact":
        err.print(ELSEWHERE, style="dim")


def _deals(now: Session) -> tuple[str, ...]:
    with now.read() as unit:
        return tuple(one.id for one in unit.plans.deals())


def _reindex(now: Session, deal: str, progress: Progress) -> None:
    task = progress.add_task(deal, total=None)

    def told(done: int, of: int) -> None:
        progress.update(task, completed=done, total=of)

    now.tandem.memory.reindex(now.workspace, deal, told)
    progress.remove_task(task)


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeElapsedColumn(), console=err, transient=True)
