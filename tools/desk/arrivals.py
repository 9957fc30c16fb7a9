"""Sources arriving: kept and queued in one transaction, the same one never twice."""

from typing import NamedTuple

from memory.base import Jobs, Unit
from memory.records import SourceRecord
from plan.errors import RefusedError
from plan.sources import Source
from tools.desk.gate import Acting


class Arrival(NamedTuple):
    """A source's record, and whether it is new; one that was there is not read again."""

    record: SourceRecord
    new: bool


def add_source(unit: Unit, jobs: Jobs, deal: str, source: Source, by: Acting) -> Arrival:
    """Keep a source and ask for its reading.

    The same bytes in the same deal, or the same Message-ID, are the same source.

    Raises:
        NotFoundError: No such deal.
    """
    unit.plans.lock(deal)
    known = unit.sources.same(deal, source.sha256, source.message_id)
    if known:
        return Arrival(known, new=False)
    number = unit.sources.next_number(deal)
    record = SourceRecord(
        id=f"{deal}.s{number}",
        deal=deal,
        number=number,
        kind=source.kind,
        title=source.title,
        filename=source.filename,
        day=source.day,
        occurred_at=source.occurred_at,
        sha256=source.sha256,
        message_id=source.message_id,
        added_by=by.actor,
        added_at=by.at,
    )
    unit.sources.add(record, source)
    jobs.enqueue(unit, record)
    return Arrival(record, new=True)


def read_again(unit: Unit, jobs: Jobs, source: str) -> SourceRecord:
    """Ask for one more reading of a source; what a model answered on it before is forgotten.

    Raises:
        NotFoundError: No such source.
        RefusedError: It is withdrawn, or a reading of it is still under way.
    """
    unit.plans.lock(unit.sources.get(source).deal)
    record = unit.sources.get(source)
    if record.status == "withdrawn":
        raise RefusedError(f"{source} is withdrawn; add the file again to read it.")
    if record.status in ("queued", "reading"):
        raise RefusedError(f"{source} is {record.status}; it can be read again when that is over.")
    unit.answers.forget(source)
    unit.sources.ask_again(source)
    record = unit.sources.get(source)
    jobs.enqueue(unit, record)
    return record
