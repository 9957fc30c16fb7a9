"""What the application does for a job, as the worker calls it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


class ReadingJob(NamedTuple):
    """Which reading of which source is asked for; the arguments of every step."""

    workspace: str
    source: str
    n: int

    @property
    def id(self) -> str:
        """The job's id, which works once."""
        return f"read:{self.workspace}:{self.source}:{self.n}"


@dataclass(frozen=True)
class ReadingSteps:
    """The application's own steps. A kill may make each happen again, so each is idempotent.

    Attributes:
        read: (workspace, source, n). Reads the source and keeps the reading in the application's
            tables; after a kill it is called again, unless its end was recorded. What it returns
            is not used: DBOS would keep it. Raises `ReaderUnavailableError` where the same call
            may work later, another `AgentError` with a reason for people where it will not.
        publish: (workspace, source, n). Publishes the kept reading in one transaction, once.
        fail: (workspace, source, n, reason). Sets the source failed, with a reason for people.
            Does nothing where that reading was published or the source is gone.
        index: (workspace, source). Makes the source's words searchable, whatever became of its
            reading. Where it raises, the reading stands as it is.
    """

    read: Callable[[str, str, int], object]
    publish: Callable[[str, str, int], None]
    fail: Callable[[str, str, int, str], None]
    index: Callable[[str, str], None]
