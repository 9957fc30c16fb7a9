"""Ledgers of risks in SQL."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select

from memory.sql.rows import item_of, row_of
from memory.sql.schema import risk_entries
from memory.sql.scope import Scope
from plan.values import RiskKind
from plan.watch.entries import Entry


class SqlLedger:
    """`memory.base.Ledger` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def of(self, deal: str) -> tuple[Entry, ...]:
        """The deal's entries, settled ones included, by number."""
        table = risk_entries
        rows = self._scope.find(table, table.c.deal == deal, order=(table.c.number,))
        return tuple(item_of(Entry, row) for row in rows)

    def standing(self) -> tuple[Entry, ...]:
        """All deals' entries that are not settled, by deal and number."""
        table = risk_entries
        order = (table.c.deal, table.c.number)
        rows = self._scope.find(table, table.c.settled_on.is_(None), order=order)
        return tuple(item_of(Entry, row) for row in rows)

    def keep(self, entries: Sequence[Entry]) -> None:
        """Keep new entries, and the new states of those that are kept already."""
        for entry in entries:
            row = row_of(entry, risk_entries)
            self._scope.put(risk_entries, {**row, "kind": entry.kind})

    def raised(self) -> Mapping[RiskKind, int]:
        """How many entries of each kind all deals together have, settled ones included."""
        table = risk_entries
        query = (
            select(table.c.kind, func.count())
            .where(self._scope.within(table))
            .group_by(table.c.kind)
        )
        counted = self._scope.connection.execute(query).all()
        return {row[0]: row[1] for row in counted}
