"""Statements bound to one workspace in one transaction; all facets of the store use these."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from memory.errors import ConflictError, NotFoundError
from memory.sql.rows import Row

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

ALREADY_THERE = {
    "23505",  # PostgreSQL's unique_violation
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """One workspace in one transaction."""

    workspace: str
    connection: Connection

    def within(self, table: Table) -> ColumnElement[bool]:
        """The condition that keeps a statement in the workspace."""
        return table.c.workspace == self.workspace

    def find(
        self, table: Table, *where: ColumnElement[bool], order: Sequence[ColumnElement[object]] = ()
    ) -> Sequence[RowMapping]:
        """The workspace's rows of `table` that meet all conditions."""
        query = select(table).where(self.within(table), *where).order_by(*order)
        return self.connection.execute(query).mappings().all()

    def first(
        self, table: Table, *where: ColumnElement[bool], order: Sequence[ColumnElement[object]] = ()
    ) -> RowMapping | None:
        """The first of these rows, if any."""
        query = select(table).where(self.within(table), *where).order_by(*order).limit(1)
        return self.connection.execute(query).mappings().first()

    def values(self, column: Column[str], *where: ColumnElement[bool]) -> frozenset[str]:
        """What stands in that column of the rows that meet all conditions."""
        query = select(column).where(self.within(column.table), *where).distinct()
        return frozenset(self.connection.scalars(query))

    def get(self, table: Table, key: str) -> RowMapping:
        """The row of that id.

        Raises:
            NotFoundError: The workspace has none.
        """
        row = self.first(table, table.c.id == key)
        if row is None:
            self.missing(table, key)
        return row

    def add(self, table: Table, rows: Sequence[Row], conflict: str) -> None:
        """Insert rows in one batch.

        Raises:
            ConflictError: With `conflict` as its message: a unique key is taken.
        """
        if not rows:
            return
        try:
            self.connection.execute(
                insert(table), [{"workspace": self.workspace, **row} for row in rows]
            )
        except IntegrityError as error:
            if not _already_there(error):
                raise
            self.refuse(conflict)

    def put(self, table: Table, row: Row) -> None:
        """Insert a row, or set these columns of the row that has its primary key."""
        keys = [column.name for column in table.primary_key]
        upsert = self._upsert(table).values(workspace=self.workspace, **row)
        news = {name: upsert.excluded[name] for name in row if name not in keys}
        self.connection.execute(upsert.on_conflict_do_update(index_elements=keys, set_=news))

    def change(self, table: Table, values: Row, *where: ColumnElement[bool]) -> int:
        """Set values in the workspace's rows that meet all conditions; returns how many did."""
        change = update(table).where(self.within(table), *where).values(values)
        return self.connection.execute(change).rowcount

    def change_one(self, table: Table, key: str, values: Row) -> None:
        """Set values in the row of that id.

        Raises:
            NotFoundError: The workspace has none.
        """
        if not self.change(table, values, table.c.id == key):
            self.missing(table, key)

    def next_number(self, table: Table, deal: str) -> int:
        """One more than the highest `number` of the deal's rows."""
        highest = select(func.max(table.c.number)).where(self.within(table), table.c.deal == deal)
        return (self.connection.scalar(highest) or 0) + 1

    def missing(self, table: Table, key: str) -> NoReturn:
        """Say that the workspace has no such row."""
        kind = table.name.removesuffix("s").replace("_", " ")
        raise NotFoundError(f"There is no {kind} `{key}` in this workspace.")

    def refuse(self, conflict: str) -> NoReturn:
        """Roll back at once, so that on both engines nothing more can be done in the unit."""
        self.connection.rollback()
        raise ConflictError(conflict)

    def _upsert(self, table: Table) -> "postgresql.Insert | sqlite.Insert":
        """The engine imported its own dialect; importing the other too would slow every start."""
        dialect = import_module(f"sqlalchemy.dialects.{self.connection.dialect.name}")
        statement: postgresql.Insert | sqlite.Insert = dialect.insert(table)
        return statement


def _already_there(error: IntegrityError) -> bool:
    cause = error.orig
    codes = {getattr(cause, "sqlstate", None), getattr(cause, "sqlite_errorcode", None)}
    return not codes.isdisjoint(ALREADY_THERE)
