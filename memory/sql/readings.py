"""Readings in SQL."""

from memory.sql.rows import item_of, row_of
from memory.sql.schema import readings
from memory.sql.scope import Scope
from plan.readings import Reading


class SqlReadings:
    """`memory.base.Readings` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def keep(self, reading: Reading) -> None:
        """Keep a reading; one of the same source and number replaces it.

        That it was published stays: a step that runs again must not publish again.
        """
        self._scope.put(readings, row_of(reading, readings))

    def get(self, source: str, n: int) -> Reading | None:
        """That reading, also one that failed; None where it came to no end yet."""
        row = self._scope.first(readings, readings.c.source == source, readings.c.n == n)
        return None if row is None else item_of(Reading, row)

    def published(self, source: str, n: int) -> bool:
        """Whether that reading was published."""
        this = (readings.c.source == source, readings.c.n == n, readings.c.published)
        return self._scope.first(readings, *this) is not None

    def mark_published(self, source: str, n: int) -> bool:
        """Mark it published; False if it already was, and then nothing is to be done again.

        Raises:
            NotFoundError: That reading was not kept.
        """
        this = (readings.c.source == source, readings.c.n == n)
        if self._scope.change(
            readings, {"published": True}, *this, readings.c.published.is_(False)
        ):
            return True
        if self._scope.first(readings, *this) is None:
            self._scope.missing(readings, f"{source} ({n})")
        return False
