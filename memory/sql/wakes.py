"""Waking days in SQL, read by column: no plan is loaded to learn that a deal is quiet."""

from datetime import date

from sqlalchemy import and_, case, or_, select

from memory.records import Wake
from memory.sql.schema import deals, wakes
from memory.sql.scope import Scope


class SqlWakes:
    """`memory.base.Wakes` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def set(self, deal: str, on: date | None, version: int) -> None:
        """Say when the deal's risks may change by themselves."""
        self._scope.put(wakes, {"deal": deal, "on": on, "version": version})

    def due(self, on: date) -> tuple[Wake, ...]:
        """The deals to look at, by id: those whose day has come, and those never looked at."""
        told = and_(wakes.c.workspace == deals.c.workspace, wakes.c.deal == deals.c.id)
        current = wakes.c.version == deals.c.version
        day = case((current, wakes.c.on), else_=None)
        query = (
            select(deals.c.id, day, deals.c.time_zone, deals.c.country)
            .outerjoin(wakes, told)
            .where(self._scope.within(deals))
            .where(or_(wakes.c.deal.is_(None), ~current, wakes.c.on <= on))
            .order_by(deals.c.id)
        )
        return tuple(Wake(*row) for row in self._scope.connection.execute(query))
