"""Publishing a reading: its findings become proposals on the plan as it now is."""

from collections.abc import Sequence
from datetime import datetime

from memory.base import Unit
from memory.records import SourceRecord
from plan.edits import content_hash
from plan.ids import free_id
from plan.proposals import Proposal
from plan.readings import Drop, Finding, Reading
from plan.reconcile import reconcile
from plan.references import renamed
from plan.sameness import same_thing
from plan.standing import OPEN
from plan.thresholds import DEFAULTS
from tools.desk.moment import Moment
from tools.desk.precedence import behind, needing, supersede, warn_dependents
from tools.desk.watching import watch

MANY = "One source led to unusually many proposals; look whether it belongs to this deal."


def publish(
    unit: Unit, source: str, n: int, at: datetime, zone: str = "UTC"
) -> tuple[Proposal, ...]:
    """Turn reading `n` of a source into proposals and observations, once.

    Reconciles once more, since the plan may have moved while the source was read; puts
    away what earlier readings of the source left waiting; lets later words supersede
    earlier ones field by field. A reading that failed, was published before, or asked for
    again since, publishes nothing. The deal's risks are looked at with what it observed.

    Args:
        unit: The transaction.
        source: The source's id.
        n: The reading's number.
        at: The instant, UTC.
        zone: The time zone of deals that name none.

    Raises:
        NotFoundError: No such source.
    """
    unit.plans.lock(unit.sources.get(source).deal)
    record = unit.sources.get(source)
    reading = unit.readings.get(source, n)
    if reading is None or reading.failure:
        return ()
    if record.reading != n or record.status == "withdrawn":
        return ()
    if not unit.readings.mark_published(source, n):
        return ()
    _put_away(unit, source)
    waiting = unit.proposals.find(record.deal, OPEN)
    plan = unit.plans.current(record.deal)
    named = _with_free_ids(unit, record.deal, reading)
    undecided, refused = _undecided(named, unit.proposals.find(source=source))
    reconciled = reconcile(undecided, plan, waiting)
    first = unit.proposals.next_number(record.deal)
    proposals = _proposals(reconciled.findings, record, n, first, at)
    proposals = [behind(unit, one) for one in needing(proposals, waiting)]
    unit.proposals.add(proposals)
    supersede(unit, proposals, waiting)
    late = (one.model_copy(update={"stage": "publish"}) for one in reconciled.drops)
    drops = (*reading.drops, *refused, *late)
    unit.readings.keep(reading.model_copy(update={"drops": drops}))
    unit.observations.keep(record.deal, reading, record.day)
    unit.sources.set_status(source, "read")
    watch(unit, record.deal, Moment(at, zone))
    return tuple(proposals)


def _put_away(unit: Unit, source: str) -> None:
    withdrawn = [
        old.model_copy(update={"status": "withdrawn"})
        for old in unit.proposals.find(source=source, statuses=OPEN)
    ]
    for old in withdrawn:
        unit.proposals.replace(old)
    for old in withdrawn:
        warn_dependents(unit, old)


def _with_free_ids(unit: Unit, deal: str, reading: Reading) -> list[Finding]:
    """Findings whose adds keep their ids, but for those somebody else took in the meantime."""
    taken = set(unit.plans.used_ids(deal))
    names: dict[str, str] = {}
    for finding in reading.findings:
        if finding.edit.op == "add":
            mine = finding.edit.id
            names[mine] = free_id(mine, finding.edit.entity, taken)
            taken.add(names[mine])
    return [_renamed(finding, names) for finding in reading.findings]


def _renamed(finding: Finding, names: dict[str, str]) -> Finding:
    edit = finding.edit
    values = renamed(edit.set, edit.entity, names)
    item_id = names.get(edit.id, edit.id)
    return finding.model_copy(
        update={"edit": edit.model_copy(update={"id": item_id, "set": values})}
    )


def _undecided(
    findings: Sequence[Finding], earlier: Sequence[Proposal]
) -> tuple[list[Finding], list[Drop]]:
    """What was decided on the same words is not proposed again.

    What names an addition that was decided means it by the id that it was decided under.
    """
    kept: list[Finding] = []
    drops: list[Drop] = []
    names: dict[str, str] = {}
    for finding in findings:
        decided = next((one for one in earlier if _same_decided(finding, one)), None)
        if decided is None:
            kept.append(finding)
        else:
            names[finding.edit.id] = decided.edit.id
            reason = f"The same was {decided.status} on the same words before ({decided.id})."
            draft = finding.model_dump(mode="json")
            drops.append(Drop(stage="publish", reason=reason, draft=draft))
    return [_renamed(finding, names) for finding in kept], drops


def _same_decided(finding: Finding, proposal: Proposal) -> bool:
    edit, other = finding.edit, proposal.edit
    return (
        proposal.status in ("approved", "rejected")
        and (edit.entity, edit.evidence) == (other.entity, other.evidence)
        and (edit.id == other.id or (edit.op == other.op == "add" and same_thing(edit, other)))
    )


def _proposals(
    findings: Sequence[Finding], record: SourceRecord, n: int, first: int, at: datetime
) -> list[Proposal]:
    many = (MANY,) if len(findings) > DEFAULTS.edits_warned else ()
    return [
        Proposal(
            id=f"{record.deal}.p{number}",
            deal=record.deal,
            number=number,
            source=record.id,
            reading=n,
            occurred_at=record.occurred_at,
            source_number=record.number,
            edit=finding.edit,
            before=finding.before,
            hash=content_hash(finding.edit, finding.before),
            confidence=finding.confidence,
            why=finding.why,
            warnings=(*finding.warnings, *many),
            created_at=at,
        )
        for number, finding in enumerate(findings, start=first)
    ]
