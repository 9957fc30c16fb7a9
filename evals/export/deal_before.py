"""The deal as it stood before one of its sources: its plan, said risks and engagement."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from memory.base import Unit
from memory.records import SourceRecord
from plan.fold import fold
from plan.models import Plan
from plan.observations import Risk
from plan.readings import Reading
from tools.exchange.plan_file import write_plan
from tools.exchange.safe_yaml import dump, load


class Read(NamedTuple):
    """A source that stands, with the last reading of it that was published."""

    record: SourceRecord
    reading: Reading


def sources_read(unit: Unit, deal: str) -> tuple[Read, ...]:
    """The deal's sources that were read and not withdrawn, in the order of what was said.

    Raises:
        NotFoundError: No such deal.
    """
    unit.plans.current(deal)
    standing = (record for record in unit.sources.of(deal) if record.status != "withdrawn")
    found = (Read(record, reading) for record in standing if (reading := _last(unit, record)))
    return tuple(sorted(found, key=lambda one: _moment(one.record)))


def plan_before(unit: Unit, earlier: Sequence[Read], deal: str, version: int) -> Plan:
    """The plan at a version, each person engaged when the sources before it last had them."""
    plan = fold(unit.plans.events(deal, until=version))
    engaged: dict[str, date] = {}
    for seen in (seen for one in earlier for seen in one.reading.engagement):
        engaged[seen.person] = max(seen.on, engaged.get(seen.person, seen.on))
    people = (
        person.model_copy(update={"last_engaged": _later(person.last_engaged, engaged[person.id])})
        if person.id in engaged
        else person
        for person in plan.stakeholders
    )
    return plan.model_copy(update={"stakeholders": tuple(people)})


def risks_before(earlier: Sequence[Read], plan: Plan) -> tuple[Risk, ...]:
    """Risks that somebody had put into words by then and nothing had settled, without the words.

    The source before tells all that were open; whom a later plan added is not named.
    """
    people = {person.id for person in plan.stakeholders}
    milestones = {one.id for one in plan.milestones}
    return tuple(
        risk.model_copy(
            update={
                "stakeholders": tuple(one for one in risk.stakeholders if one in people),
                "milestones": tuple(one for one in risk.milestones if one in milestones),
                "evidence": (),
            }
        )
        for risk in (earlier[-1].reading.risks if earlier else ())
        if risk.basis == "said" and risk.status == "open"
    )


def deal_file(plan: Plan, risks: Iterable[Risk]) -> str:
    """The text of a case's deal.yaml."""
    content = load(write_plan(plan))
    if isinstance(content, dict) and isinstance(content["plan"], dict):
        content["plan"]["risks"] = [dict(_told(risk)) for risk in risks]
    return dump(content)


def _last(unit: Unit, record: SourceRecord) -> Reading | None:
    published = (n for n in range(record.reading, 0, -1) if unit.readings.published(record.id, n))
    last = next(published, None)
    return unit.readings.get(record.id, last) if last else None


def _moment(record: SourceRecord) -> tuple[object, ...]:
    return record.day, record.occurred_at, record.number


def _later(known: date | None, seen: date) -> date:
    return max(known, seen) if known else seen


def _told(risk: Risk) -> Iterator[tuple[str, object]]:
    for field, value in risk.model_dump(exclude={"evidence", "basis", "status"}).items():
        if value:
            yield field, list(value) if isinstance(value, tuple) else value
