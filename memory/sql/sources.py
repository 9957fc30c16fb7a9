"""Sources and their turns in SQL."""

from sqlalchemy import or_, update

from memory.records import SourceRecord
from memory.sql.rows import item_of, row_of
from memory.sql.schema import sources, turns
from memory.sql.scope import Scope
from plan.sources import Source, Turn
from plan.values import SourceStatus

SHARED = SourceRecord.model_fields.keys() & Source.model_fields.keys()
"""What record and content both say; it is stored once, so they must agree."""


class SqlSources:
    """`memory.base.Sources` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, record: SourceRecord, source: Source) -> None:
        """Keep a source. Its number and its digest are unique in the deal.

        Raises:
            ConflictError: The deal has that number, digest or Message-ID already.
            ValueError: Record and content disagree.
        """
        _check_agreement(record, source)
        conflict = (
            f"The deal `{record.deal}` has a source of number {record.number}, of these bytes "
            "or of this Message-ID already; look at its sources and add this one again."
        )
        self._scope.add(sources, [row_of(source, sources) | row_of(record, sources)], conflict)
        rows = [{"source": record.id, **row_of(turn, turns)} for turn in source.turns]
        self._scope.add(turns, rows, f"The source `{record.id}` has two turns of one number.")

    def next_number(self, deal: str) -> int:
        """The number the deal's next source gets."""
        return self._scope.next_number(sources, deal)

    def same(self, deal: str, sha256: str, message_id: str | None) -> SourceRecord | None:
        """The deal's source of the same bytes or the same Message-ID, the first where two are."""
        alike = sources.c.sha256 == sha256
        if message_id is not None:
            alike = or_(alike, sources.c.message_id == message_id)
        row = self._scope.first(sources, sources.c.deal == deal, alike, order=(sources.c.number,))
        return None if row is None else item_of(SourceRecord, row)

    def get(self, source: str) -> SourceRecord:
        """The source's record.

        Raises:
            NotFoundError: No such source.
        """
        return item_of(SourceRecord, self._scope.get(sources, source))

    def content(self, source: str) -> Source:
        """The source's content with its turns.

        Raises:
            NotFoundError: No such source.
        """
        row = self._scope.get(sources, source)
        spoken = self._scope.find(turns, turns.c.source == source, order=(turns.c.n,))
        return item_of(Source, row, turns=tuple(item_of(Turn, turn) for turn in spoken))

    def of(self, deal: str) -> tuple[SourceRecord, ...]:
        """The deal's sources in order of arrival."""
        rows = self._scope.find(sources, sources.c.deal == deal, order=(sources.c.number,))
        return tuple(item_of(SourceRecord, row) for row in rows)

    def set_status(self, source: str, status: SourceStatus, reason: str = "") -> None:
        """Say where the source stands.

        Raises:
            NotFoundError: No such source.
        """
        self._scope.change_one(sources, source, {"status": status, "reason": reason})

    def ask_again(self, source: str) -> int:
        """Count one more reading, set the source queued, and return the reading's number.

        Raises:
            NotFoundError: No such source.
        """
        change = (
            update(sources)
            .where(self._scope.within(sources), sources.c.id == source)
            .values(reading=sources.c.reading + 1, status="queued", reason="")
            .returning(sources.c.reading)
        )
        number = self._scope.connection.scalar(change)
        if number is None:
            self._scope.missing(sources, source)
        return int(number)


def _check_agreement(record: SourceRecord, source: Source) -> None:
    differing = sorted(name for name in SHARED if getattr(record, name) != getattr(source, name))
    if differing:
        raise ValueError(f"Record and content of `{record.id}` differ in {', '.join(differing)}.")
