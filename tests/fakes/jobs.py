"""Jobs that are only written down, for what happens before and after them."""

from datetime import datetime

from memory.base import Unit
from memory.records import SourceRecord


class RecordedJobs:
    """Fits `memory.base.Jobs`; `asked` lists each source and reading that was enqueued."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def enqueue(self, unit: Unit, source: SourceRecord) -> None:
        """Write it down."""
        del unit
        self.asked.append((source.id, source.reading))

    def launch(self) -> None:
        """Start nothing."""

    def unfinished(self) -> int:
        """Everything that was asked for."""
        return len(self.asked)

    def forget(self, before: datetime) -> int:
        """Forget nothing."""
        del before
        return 0

    def close(self) -> None:
        """Stop nothing."""
