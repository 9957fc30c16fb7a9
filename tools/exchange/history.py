"""A deal's whole history as JSON lines: export, import and export again are the same bytes.

Everything is carried but the outbox: what the world outside was told is not told again.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from memory.base import Jobs, Unit
from memory.records import SourceRecord
from plan.edits import canonical_json
from plan.errors import PlanError
from plan.fold import fold
from plan.models import Frozen
from plan.proposals import Decision, Proposal
from plan.readings import Reading
from plan.sources import Source
from plan.upcast import upcast
from tools.exchange.errors import DealExistsError, UnreadableFileError

FORMAT = 1
"""Version of this file format, in the first line of every file."""


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
        # A reading under way starts anew where the file is imported.
        settled = record.status if record.status != "reading" else "queued"
        yield _line(
            "source",
            record.model_copy(update={"status": settled}),
            content=unit.sources.content(record.id).model_dump(mode="json"),
        )
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
    """
    rows = _rows(lines)
    deal = _header(rows)
    if unit.plans.exists(deal):
        raise DealExistsError(f"There is a deal `{deal}` here already; nothing was imported.")
    try:
        _keep(unit, jobs, deal, rows)
    except (ValidationError, PlanError, KeyError, TypeError) as error:
        raise UnreadableFileError(
            f"The history of {deal} does not hold together: {error}"
        ) from error
    return deal


def _keep(unit: Unit, jobs: Jobs, deal: str, rows: Iterator[dict[str, Any]]) -> None:
    kept: dict[str, list[dict[str, Any]]] = {kind: [] for kind in _KINDS}
    for row in rows:
        kept[row.pop("row")].append(row)
    events = [upcast(row) for row in kept["event"]]
    plan = fold(events)
    if plan.deal.id != deal:
        raise UnreadableFileError(f"The file is of {deal}, its events are of {plan.deal.id}.")
    unit.plans.append(plan, events, expected=0)
    _keep_sources(unit, jobs, deal, kept)
    unit.proposals.add(_ours(deal, _PROPOSALS.validate_python(kept["proposal"])))
    for decision in _ours(deal, _DECISIONS.validate_python(kept["decision"])):
        unit.decisions.add(decision)


def _keep_sources(unit: Unit, jobs: Jobs, deal: str, kept: dict[str, list[dict[str, Any]]]) -> None:
    days = {}
    for row in kept["source"]:
        source = Source.model_validate(row.pop("content"))
        (record,) = _ours(deal, [SourceRecord.model_validate(row)])
        unit.sources.add(record, source)
        days[record.id] = record.day
        if record.status == "queued":
            jobs.enqueue(unit, record)
    for row in kept["reading"]:
        published = row.pop("published")
        reading = Reading.model_validate(row)
        unit.readings.keep(reading)
        if published:
            unit.readings.mark_published(reading.source, reading.n)
            unit.observations.keep(deal, reading, days[reading.source])


_KINDS = ("event", "source", "reading", "proposal", "decision")
_PROPOSALS = TypeAdapter(list[Proposal])
_DECISIONS = TypeAdapter(list[Decision])
Row = TypeVar("Row", Proposal, Decision, SourceRecord)


def _ours(deal: str, rows: list[Row]) -> list[Row]:
    for row in rows:
        if row.deal != deal:
            raise UnreadableFileError(f"{row.id} is of another deal, {row.deal}.")
    return rows


def _header(rows: Iterator[dict[str, Any]]) -> str:
    first = next(rows, {})
    if first.get("row") != "tandem" or not isinstance(first.get("deal"), str):
        raise UnreadableFileError("This is no history: its first line names no deal.")
    if first.get("format") != FORMAT:
        raise UnreadableFileError(
            f"This history is of format {first.get('format')}; this Tandem reads {FORMAT}."
        )
    return str(first["deal"])


def _rows(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise UnreadableFileError(f"Line {number} is no JSON.") from None
        if not isinstance(row, dict) or row.get("row") not in ("tandem", *_KINDS):
            raise UnreadableFileError(f"Line {number} is of no known type.")
        yield row


def _line(kind: str, row: Frozen, **more: object) -> str:
    return canonical_json({"row": kind, **row.model_dump(mode="json"), **more})
