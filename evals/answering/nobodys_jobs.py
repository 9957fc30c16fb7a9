"""Jobs that nobody works on: what a reader should find in a case's source is known already."""

from datetime import datetime

from memory.base import Unit
from memory.records import SourceRecord


class NobodysJobs:
    """Fits `memory.base.Jobs` and queues nothing."""

    def enqueue(self, unit: Unit, source: SourceRecord) -> None:
        """Queue nothing."""

    def launch(self) -> None:
        """Start nothing."""

    def unfinished(self) -> int:
        """Nothing ever waits."""
        return 0

    def forget(self, before: datetime) -> int:
        """Nothing is kept that could be forgotten."""
        del before
        return 0

    def close(self) -> None:
        """Stop nothing."""
