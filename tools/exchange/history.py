"""A deal's whole history as JSON lines: export, import and export again are the same bytes.

Everything is carried but the outbox: what the world outside was told is not told again.
"""

from collections.abc import Iterable, Iterator

from memory.base import Jobs, Unit
from memory.errors import ConflictError
from memory.records import SourceRecord
from plan.edits import canonical_json
from plan.errors import PlanError
from plan.fold import fold
from plan.models import Frozen
from tools.exchange.errors import DealExistsError, UnreadableFileError
from tools.exchange.rows import FORMAT, Rows, deal_of, numbered, rows_of


def export_history(unit: Unit, deal: str) -> Iterator[str]:
    """The lines of a deal's history, without line ends.

    Raises:
        NotFoundError: No such deal.
    """
    unit.plans.current(deal)
    yield canonical_json({"row": "tandem", "format": FORMAT, "deal": deal})
    for event in unit.plans.events(deal):
        yield _line("event", event)
    for record in unit.sources.of(deal):
        content = unit.sources.content(record.id).model_dump(mode="json")
        yield _line("source", _settled(record), content=content)
        for n in range(1, record.reading + 1):
            reading = unit.readings.get(record.id, n)
            if reading:
                yield _line("reading", reading, published=unit.readings.published(record.id, n))
    for proposal in unit.proposals.find(deal):
        yield _line("proposal", proposal)
    for decision in unit.decisions.of(deal):
        yield _line("decision", decision)


def import_history(unit: Unit, jobs: Jobs, lines: Iterable[str]) -> str:
    """Bring a deal in with all that ever happened to it; returns its id.

    Sources that were still to be read are queued.

    Raises:
        DealExistsError: The workspace has a deal of that id.
        UnreadableFileError: A line is not in the form; the message names it.
        ConflictError: Somebody opened a deal of that id at the same time.
    """
    rows = numbered(lines)
    deal = deal_of(rows)
    if unit.plans.exists(deal):
        raise DealExistsError(f"There is a deal `{deal}` here already; nothing was imported.")
    history = rows_of(deal, rows)
    _keep_plan(unit, history)
    try:
        _keep_sources(unit, jobs, history)
    except (ValueError, ConflictError) as error:
        raise UnreadableFileError(f"The sources of {deal} do not fit: {error}") from error
    unit.proposals.add(history.proposals)
    for decision in history.decisions:
        unit.decisions.add(decision)
    return deal


def _keep_plan(unit: Unit, history: Rows) -> None:
    try:
        plan = fold(history.events)
    except PlanError as error:
        raise UnreadableFileError(f"The events of {history.deal} do not add up: {error}") from error
    if plan.deal.id != history.deal:
        raise UnreadableFileError(
            f"The file is of {history.deal}, its events are of {plan.deal.id}."
        )
    unit.plans.append(plan, history.events, expected=0)


def _keep_sources(unit: Unit, jobs: Jobs, history: Rows) -> None:
    days = {}
    for record, source in history.sources:
        settled = _settled(record)
        unit.sources.add(settled, source)
        days[record.id] = record.day
        if settled.status == "queued":
            jobs.enqueue(unit, settled)
    for reading, published in history.readings:
        unit.readings.keep(reading)
        if published:
            unit.readings.mark_published(reading.source, reading.n)
            unit.observations.keep(history.deal, reading, days[reading.source])


def _settled(record: SourceRecord) -> SourceRecord:
    """The record with a reading under way put back: it starts anew where it is imported."""
    if record.status != "reading":
        return record
    return record.model_copy(update={"status": "queued"})


def _line(kind: str, row: Frozen, **more: object) -> str:
    return canonical_json({"row": kind, **row.model_dump(mode="json"), **more})
