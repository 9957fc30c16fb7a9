"""Observations in SQL: one row a source, so that a reading's replace an earlier one's whole."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import RowMapping, and_, delete, select

from memory.sql.schema import observations, sources
from memory.sql.scope import Scope
from plan.observations import Absence, Engagement, NextAction, Risk
from plan.readings import Reading

OBSERVED = {"engagement", "absences", "risks", "next_actions"}


class SqlObservations:
    """`memory.base.Observations` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def keep(self, deal: str, reading: Reading, day: date) -> None:
        """Keep what a reading observed on its source's day, in place of earlier readings' of it."""
        observed = reading.model_dump(mode="json", include=OBSERVED)
        row = {"source": reading.source, "deal": deal, "day": day, **observed}
        self._scope.put(observations, row)

    def withdraw(self, source: str) -> None:
        """Forget what came with a source."""
        this = (self._scope.within(observations), observations.c.source == source)
        self._scope.connection.execute(delete(observations).where(*this))

    def engagement(self, deal: str) -> Mapping[str, date]:
        """Each person's last day of engagement."""
        last: dict[str, date] = {}
        for row in self._latest_first(deal):
            for raw in row["engagement"]:
                seen = Engagement.model_validate(raw)
                last[seen.person] = max(seen.on, last.get(seen.person, seen.on))
        return last

    def absences(self, deal: str) -> tuple[Absence, ...]:
        """What the deal's sources say of people being away, the latest source first."""
        rows = self._latest_first(deal)
        return tuple(Absence.model_validate(raw) for row in rows for raw in row["absences"] or ())

    def risks(self, deal: str) -> tuple[Risk, ...]:
        """Risks of the deal's latest source by day, instant and number."""
        latest = self._latest_first(deal, limit=1)
        return tuple(Risk.model_validate(raw) for row in latest for raw in row["risks"])

    def next_actions(self, deal: str) -> tuple[NextAction, ...]:
        """Next actions of the deal's latest source by day, instant and number."""
        latest = self._latest_first(deal, limit=1)
        return tuple(
            NextAction.model_validate(raw) for row in latest for raw in row["next_actions"]
        )

    def _latest_first(self, deal: str, limit: int | None = None) -> Sequence[RowMapping]:
        """Rows of the deal's sources that stand."""
        of_source = and_(
            sources.c.workspace == observations.c.workspace, sources.c.id == observations.c.source
        )
        order = (observations.c.day, sources.c.occurred_at, sources.c.number)
        query = (
            select(observations)
            .join(sources, of_source)
            .where(self._scope.within(observations), observations.c.deal == deal)
            .where(sources.c.status != "withdrawn")
            .order_by(*(column.desc() for column in order))
            .limit(limit)
        )
        return self._scope.connection.execute(query).mappings().all()
