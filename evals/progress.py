"""Progress: a bar for each part of a run."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Bars = Callable[[str, int], AbstractContextManager[Callable[[], None]]]
"""From what is done and how many times, to a call for each time that it was."""


def bars_on(console: Console) -> Bars:
    """Bars on a console; each stays there once it is full."""

    @contextmanager
    def bar(what: str, total: int) -> Iterator[Callable[[], None]]:
        columns = (TextColumn("{task.description:<28}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
            task = progress.add_task(what, total=total)
            yield lambda: progress.advance(task)

    return bar
