"""What a reader may see of a stored source: it, its own deal, and what was found before."""

from collections.abc import Sequence
from datetime import datetime

from agent.ports import Context
from memory.base import Unit
from memory.records import SourceRecord
from plan.observations import Absence, Risk
from plan.standing import OPEN
from plan.watch.over import judged, no_longer
from plan.watch.withdrawing import unsaid


def context_of(unit: Unit, source: str) -> Context:
    """All that a reader may see of a stored source: it, and its own deal."""
    record = unit.sources.get(source)
    deal = record.deal
    pending = unit.proposals.find(deal, OPEN)
    later = _read(unit, record, later=True)
    return Context(
        workspace=unit.workspace,
        source_id=source,
        source=unit.sources.content(source),
        plan=unit.plans.current(deal),
        # What an earlier reading of this source proposed is to be found anew, not known already.
        pending=tuple(one for one in pending if one.source != source),
        risks=_said_before(unit, record),
        settled=_settled_since(unit, record, later),
        absences=_absences_before(unit, record),
        late=bool(later),
        marks=unit.marks.on_actions(deal),
        engaged=dict(unit.observations.engagement(deal)),
        taken=unit.plans.used_ids(deal),
    )


def _said_before(unit: Unit, record: SourceRecord) -> tuple[Risk, ...]:
    """Said risks that are not over, but for what only an earlier reading of this source found."""
    entries = unit.ledger.of(record.deal)
    known = (one for one in unit.observations.risks(record.deal) if one.basis == "said")
    others = (unsaid(one, record.id) for one in known)
    told = (judged(one, entries) for one in others if one is not None)
    return tuple(one for one in told if one is not None)


def _absences_before(unit: Unit, record: SourceRecord) -> tuple[Absence, ...]:
    """Absences that other sources tell of."""
    known = unit.observations.absences(record.deal)
    return tuple(one for one in known if all(at.source != record.id for at in one.evidence))


def _settled_since(
    unit: Unit, record: SourceRecord, later: Sequence[SourceRecord]
) -> tuple[Risk, ...]:
    """Said risks that were open when later sources were read, and by the latest are no longer."""
    if not later:
        return ()
    before = max(_read(unit, record, later=False), key=_precedence, default=None)
    readings = [unit.readings.get(one.id, one.reading) for one in (*later, before) if one]
    seen = (risk for one in readings if one for risk in one.risks)
    others = (unsaid(one, record.id) for one in seen)
    return no_longer(
        (one for one in others if one is not None), unit.observations.risks(record.deal)
    )


def _read(unit: Unit, record: SourceRecord, *, later: bool) -> list[SourceRecord]:
    """The sources that were read and whose words are later than this one's, or earlier."""
    others = (one for one in unit.sources.of(record.deal) if one.id != record.id)
    read = (one for one in others if one.status == "read")
    return [one for one in read if (_precedence(one) > _precedence(record)) == later]


def _precedence(record: SourceRecord) -> tuple[datetime, int]:
    """Later words have a later one."""
    return record.occurred_at, record.number
