"""The outbox in SQL."""

from datetime import datetime

from sqlalchemy import and_, select

from memory.records import OutboxRow
from memory.sql.rows import item_of, row_of
from memory.sql.schema import decisions, outbox
from memory.sql.scope import Scope


class SqlOutbox:
    """`memory.base.Outbox` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, row: OutboxRow) -> None:
        """Keep a row with the events it tells of.

        Raises:
            ConflictError: There is a row of that id already.
        """
        conflict = f"The outbox has a row `{row.id}` already."
        self._scope.add(outbox, [row_of(row, outbox)], conflict)

    def waiting(self, limit: int) -> tuple[OutboxRow, ...]:
        """Rows not yet delivered, oldest first; of one instant, a deal's in order of decision."""
        decided = and_(
            decisions.c.workspace == outbox.c.workspace, decisions.c.id == outbox.c.decision
        )
        query = (
            select(outbox)
            .join(decisions, decided)
            .where(self._scope.within(outbox), outbox.c.delivered_at.is_(None))
            .order_by(outbox.c.created_at, outbox.c.deal, decisions.c.number, outbox.c.id)
            .limit(limit)
        )
        rows = self._scope.connection.execute(query).mappings()
        return tuple(item_of(OutboxRow, row) for row in rows)

    def delivered(self, row: str, at: datetime) -> None:
        """Mark a row delivered.

        Raises:
            NotFoundError: No such row.
        """
        self._scope.change_one(outbox, row, {"delivered_at": at})
