"""What asking models took, in SQL."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.exc import IntegrityError

from memory.records import Spent
from memory.sql.rows import item_of, row_of
from memory.sql.schema import spending
from memory.sql.scope import Scope


class SqlSpending:
    """`memory.base.Spending` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(
        self, day: date, model: str, tokens_in: int, tokens_out: int, money: Decimal | None
    ) -> None:
        """Add to what a model took on a day (UTC). What others add meanwhile is added too.

        Money is added here, as SQLite cannot add decimals; the row is held until the unit ends.

        Raises:
            ValueError: Tokens or money are below zero.
        """
        more = Spent(
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            money=money,
            unpriced_tokens=tokens_in + tokens_out if money is None else 0,
        )
        self._begin(day, model)
        now = self._held(day, model) + more
        self._scope.change(spending, row_of(now, spending), *_of(day, model))

    def on(self, day: date) -> Spent:
        """What all models together took on a day."""
        rows = self._scope.find(spending, spending.c.day == day)
        return sum((item_of(Spent, row) for row in rows), start=Spent())

    def _begin(self, day: date, model: str) -> None:
        """Make the row where there is none, and go on where another unit makes it first."""
        if self._scope.first(spending, *_of(day, model)) is not None:
            return
        key = {"workspace": self._scope.workspace, "day": day, "model": model}
        nothing = insert(spending).values(key | row_of(Spent(), spending))
        with suppress(IntegrityError), self._scope.connection.begin_nested():
            self._scope.connection.execute(nothing)

    def _held(self, day: date, model: str) -> Spent:
        """What the row holds; nobody else changes it until the unit ends."""
        query = select(spending).where(self._scope.within(spending), *_of(day, model))
        row = self._scope.connection.execute(query.with_for_update()).mappings().one()
        return item_of(Spent, row)


def _of(day: date, model: str) -> tuple[ColumnElement[bool], ...]:
    return spending.c.day == day, spending.c.model == model
