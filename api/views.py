"""What people and programs are shown: the domain's data with quotes cut and names resolved.

The command line's `--json` and the HTTP API give the same views.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Literal

from pydantic import JsonValue

from memory.base import Unit
from memory.errors import NotFoundError
from memory.records import SourceRecord
from plan.edits import Values
from plan.events import Event
from plan.fields import settable
from plan.fold import fold
from plan.ids import called
from plan.models import MODELS, Frozen, Plan
from plan.observations import NextAction, Risk
from plan.people import speaker_of
from plan.proposals import Proposal
from plan.sources import Evidence, Notice, Person, Source, Turn, quote
from plan.values import (
    Entity,
    Op,
    ProposalStatus,
    RiskKind,
    RiskStatus,
    Severity,
    SourceKind,
    SourceStatus,
    Stage,
)


class Change(Frozen):
    """One field of a proposal: the plan's value and the one proposed, in wire form."""

    field: str
    old: JsonValue
    new: JsonValue


class Words(Frozen):
    """Evidence as it is shown: the exact words, who said them and where.

    Attributes:
        source: The source's id.
        turn: The turn in it, from 1.
        seconds: Seconds from the start of the recording, where known.
        speaker: The label the source gives.
        person: The stakeholder's id, where the speaker is known.
        quote: The words, cut from the turn.
    """

    source: str
    turn: int
    seconds: float | None
    speaker: str | None
    person: str | None
    quote: str


class ProposalView(Frozen):
    """A proposal as somebody decides it. `hash` names exactly this; a decision sends it back."""

    id: str
    deal: str
    source: str | None
    status: ProposalStatus
    op: Op
    entity: Entity
    item: str
    name: str
    changes: tuple[Change, ...]
    evidence: tuple[Words, ...]
    needs: tuple[str, ...]
    why: str
    warnings: tuple[str, ...]
    confidence: float | None
    hash: str


class DealView(Frozen):
    """A deal in a list."""

    id: str
    name: str
    account: str
    stage: Stage
    amount: str | None
    currency: str | None
    close_date: date | None
    pending: int


class SourceView(Frozen):
    """A source in a list. `reason` tells why it failed or was withdrawn."""

    id: str
    deal: str
    kind: SourceKind
    title: str
    filename: str
    day: date
    occurred_at: datetime
    status: SourceStatus
    reason: str
    reading: int
    added_by: str
    added_at: datetime


class SourceDetail(SourceView):
    """A source with its words.

    Attributes:
        quoted: A mail's quoted history, which is never evidence.
        addressed: Words that speak to the software that reads them; somebody should look at them.
    """

    people: tuple[Person, ...]
    turns: tuple[Turn, ...]
    quoted: tuple[str, ...]
    notice: Notice | None
    addressed: tuple[str, ...]


class RiskView(Frozen):
    """A risk with the words that say it; none where a rule derived it from the plan."""

    kind: RiskKind
    severity: Severity
    status: RiskStatus
    basis: Literal["said", "derived"]
    stakeholders: tuple[str, ...]
    milestones: tuple[str, ...]
    actions: tuple[str, ...]
    outcomes: tuple[str, ...]
    why: str
    evidence: tuple[Words, ...]
    since: date | None
    quiet_until: date | None
    quiet_why: str


class DealDetail(Frozen):
    """A deal's plan at one version, and how the deal stands now.

    Attributes:
        plan: The plan at the version asked for.
        sources: Its sources in order of arrival.
        risks: What is open by its latest source.
        next_actions: At most three, best first.
    """

    plan: Plan
    sources: tuple[SourceView, ...]
    risks: tuple[RiskView, ...]
    next_actions: tuple[NextAction, ...]


class EventView(Event):
    """Something that happened to a plan, with the words it rests on cut out."""

    words: tuple[Words, ...]


class EventPage(Frozen):
    """A stretch of a deal's history. `next` is what to ask for after it; None at the end."""

    events: tuple[EventView, ...]
    next: int | None


def source_view(record: SourceRecord) -> SourceView:
    """A source's record as it is shown."""
    return SourceView.model_validate(record.model_dump(include=set(SourceView.model_fields)))


def source_detail(unit: Unit, source: str) -> SourceDetail:
    """A source with its turns.

    Raises:
        NotFoundError: No such source.
    """
    record = unit.sources.get(source)
    content = unit.sources.content(source)
    said = content.model_dump(include={"people", "turns", "quoted", "notice"})
    shown = source_view(record).model_dump()
    return SourceDetail.model_validate({**said, **shown, "addressed": addressed(unit, record)})


def addressed(unit: Unit, record: SourceRecord) -> tuple[str, ...]:
    """Words of a source that speak to software, as its last reading found them."""
    reading = unit.readings.get(record.id, record.reading)
    if reading is None or not reading.addressed:
        return ()
    turns = unit.sources.content(record.id).turns
    return tuple(quote(one, turns) for one in reading.addressed)


def deal_detail(unit: Unit, deal: str, version: int | None = None) -> DealDetail:
    """A deal with its plan as it stands or stood.

    Raises:
        NotFoundError: No such deal, or it never had that version.
    """
    plan = plan_at(unit, deal, version)
    now = unit.plans.current(deal)
    content = cache(unit.sources.content)
    return DealDetail(
        plan=plan,
        sources=tuple(source_view(record) for record in unit.sources.of(deal)),
        risks=tuple(_risk_view(risk, now, content) for risk in unit.observations.risks(deal)),
        next_actions=unit.observations.next_actions(deal),
    )


def _risk_view(risk: Risk, plan: Plan, content: Callable[[str], Source]) -> RiskView:
    said = words(risk.evidence, plan, content)
    return RiskView.model_validate({**dict(risk), "evidence": said})


def event_page(unit: Unit, deal: str, after: int, limit: int) -> EventPage:
    """The events that follow number `after`, `limit` of them at most.

    Raises:
        NotFoundError: No such deal.
    """
    plan = unit.plans.current(deal)
    content = cache(unit.sources.content)
    events = tuple(
        EventView.model_validate({**dict(one), "words": words(one.evidence, plan, content)})
        for one in unit.plans.events(deal, after, until=after + limit)
    )
    more = bool(events) and events[-1].seq < plan.version
    return EventPage(events=events, next=events[-1].seq if more else None)


def deal_views(unit: Unit) -> tuple[DealView, ...]:
    """All deals of the workspace, by close date, with how many proposals wait in each."""
    waiting: dict[str, int] = {}
    for proposal in unit.proposals.find(statuses=("pending", "stale")):
        waiting[proposal.deal] = waiting.get(proposal.deal, 0) + 1
    return tuple(
        DealView.model_validate(
            {
                **deal.model_dump(mode="json", include=set(DealView.model_fields)),
                "pending": waiting.get(deal.id, 0),
            }
        )
        for deal in unit.plans.deals()
    )


def proposal_views(unit: Unit, proposals: Sequence[Proposal]) -> tuple[ProposalView, ...]:
    """Proposals with their quotes; each plan and source is loaded once."""
    plans: dict[str, Plan] = {}
    sources: dict[str, Source] = {}

    def content(source: str) -> Source:
        if source not in sources:
            sources[source] = unit.sources.content(source)
        return sources[source]

    for proposal in proposals:
        if proposal.deal not in plans:
            plans[proposal.deal] = unit.plans.current(proposal.deal)
    return tuple(proposal_view(one, plans[one.deal], content) for one in proposals)


def proposal_view(proposal: Proposal, plan: Plan, content: Callable[[str], Source]) -> ProposalView:
    """One proposal with its quotes; `content` gives a source by its id."""
    edit = proposal.edit
    changes = (
        Change(field=field, old=proposal.before.get(field), new=edit.set[field])
        for field in settable(edit.entity)
        if field in edit.set
    )
    return ProposalView(
        id=proposal.id,
        deal=proposal.deal,
        source=proposal.source,
        status=proposal.status,
        op=edit.op,
        entity=edit.entity,
        item=edit.id,
        name=name_of(plan, edit.entity, edit.id, edit.set),
        changes=tuple(changes),
        evidence=words(edit.evidence, plan, content),
        needs=proposal.needs,
        why=proposal.why,
        warnings=proposal.warnings,
        confidence=proposal.confidence,
        hash=proposal.hash,
    )


def cut_words(unit: Unit, evidence: Sequence[Evidence], plan: Plan) -> tuple[Words, ...]:
    """Evidence of stored sources with its words."""
    return words(evidence, plan, unit.sources.content)


def words(
    evidence: Sequence[Evidence], plan: Plan, content: Callable[[str], Source]
) -> tuple[Words, ...]:
    """Evidence with its words and who said them."""
    return tuple(_words(one, plan, content(one.source)) for one in evidence)


def _words(evidence: Evidence, plan: Plan, source: Source) -> Words:
    turn = source.turns[evidence.turn - 1]
    return Words(
        source=evidence.source,
        turn=turn.n,
        seconds=turn.start,
        speaker=turn.speaker,
        person=speaker_of(turn, plan.stakeholders),
        quote=quote(evidence, source.turns),
    )


def name_of(plan: Plan, entity: Entity, item_id: str, values: Values) -> str:
    """What people call the thing an edit is of: its title or name, by the plan or the edit."""
    if entity not in MODELS:
        return plan.deal.name
    item = plan.find(entity, item_id)
    return called(entity, item.model_dump(mode="json") if item else values) or item_id


def plan_at(unit: Unit, deal: str, version: int | None) -> Plan:
    """A deal's plan, as it stands or as it stood at a version.

    Raises:
        NotFoundError: No such deal, or it never had that version.
    """
    current = unit.plans.current(deal)
    if version is None or version == current.version:
        return current
    if not 1 <= version < current.version:
        raise NotFoundError(f"{deal} has versions 1 to {current.version}.")
    return fold(unit.plans.events(deal, until=version))
