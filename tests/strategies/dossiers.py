"""Deals as answers see them, with a history, risks and proposals of every shape; and questions."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from agent.answers.answer import Answer, ItemRef, Statement
from agent.answers.dossier import About, Dossier
from memory.records import SourceRecord
from plan.edits import Edit, Values, content_hash
from plan.events import Event
from plan.models import COLLECTIONS, Plan
from plan.observations import Risk
from plan.proposals import Proposal
from plan.risks import derived_risks
from plan.sources import Evidence
from plan.values import RiskKind, Role, Severity, Side
from tests.strategies.plans import EVIDENCE, FIRST_DAY, edits, histories, one_of

DAYS = st.integers(-20, 200).map(lambda days: FIRST_DAY + timedelta(days))
WORDS = st.sampled_from(
    [
        *("when", "is", "the", "amount", "stage", "signed", "signs", "who", "approved", "security"),
        *("champion", "we", "owe", "pilot", "picking", "Priya", "Vance", "?", "é"),
    ]
)
LARGEST = 6
"""Statements that an answer has at the most."""


@st.composite
def dossiers(draw: st.DrawFn, deal: str = "acme") -> Dossier:
    """A deal of that id on a day, with all that it came through; of some, no source is known.

    Its sources and the words of its history are its own.
    """
    history = draw(histories())
    events = tuple(_moved(one, deal) for one in history.events)
    plan, today = _renamed(history.plans[-1], deal), draw(DAYS)
    people = [one.id for one in plan.stakeholders]
    engaged = draw(st.dictionaries(st.sampled_from(people), DAYS)) if people else {}
    return Dossier(
        plan=plan,
        today=today,
        events=events,
        risks=(*derived_risks(plan, engaged, today), *draw(st.lists(_risks(plan), max_size=3))),
        proposals=draw(_proposals(plan)),
        engaged=engaged,
        sources=tuple(
            source_record(deal, number, draw(DAYS))
            for number in range(1, draw(st.integers(0, 2)) + 1)
        ),
        user=draw(st.sampled_from([None, *people])),
    )


@st.composite
def abouts(draw: st.DrawFn, *deals: Dossier) -> About:
    """What a question about some deals may have been recognised to be about."""
    people = [person.id for one in deals for person in one.plan.stakeholders]
    items = [one for each in deals for one in (*_items(each), each.ref("deal"))]
    named = st.lists(st.sampled_from(people), max_size=2, unique=True) if people else st.just([])
    return About(
        people=tuple(draw(named)),
        items=tuple(draw(st.lists(st.sampled_from(items), max_size=2, unique=True))),
        roles=tuple(draw(st.lists(one_of(Role), max_size=1))),
        side=draw(st.none() | one_of(Side)),
        since=draw(st.none() | DAYS),
        until=draw(st.none() | DAYS),
        text=" ".join(draw(st.lists(WORDS, max_size=5))),
    )


def check(answer: Answer, deals: Mapping[str, Dossier]) -> None:
    """It is short, and all it rests on is there, in the deals that it refers to."""
    assert answer.unknown or answer.statements
    assert len(answer.statements) <= LARGEST
    for statement in answer.statements:
        assert all(one.deal in deals and _there(deals[one.deal], one) for one in statement.items)
        about = {one.deal for one in statement.items} or set(deals)
        assert any(_holds(deals[one], statement) for one in about) or len(about) > 1


def proposal(plan: Plan, number: int, edit: Edit) -> Proposal:
    """An edit that waits for a decision."""
    at = datetime.combine(FIRST_DAY, time(9), tzinfo=UTC)
    thing = plan.deal if edit.entity == "deal" else plan.find(edit.entity, edit.id)
    now = thing.model_dump(mode="json") if thing else {}
    before: Values = {name: now[name] for name in edit.set if name in now}
    return Proposal(
        id=f"{plan.deal.id}.p{number}",
        deal=plan.deal.id,
        number=number,
        occurred_at=at,
        edit=edit,
        before=before,
        hash=content_hash(edit, before),
        created_at=at,
    )


def source_record(deal: str, number: int, day: date) -> SourceRecord:
    """A call if its number is odd, else an email, of a day."""
    at = datetime.combine(day, time(9), tzinfo=UTC)
    return SourceRecord(
        id=f"{deal}.s{number}",
        deal=deal,
        number=number,
        kind="call" if number % 2 else "email",
        day=day,
        occurred_at=at,
        sha256=f"{number:064x}",
        added_by="kim",
        added_at=at,
    )


@st.composite
def _risks(draw: st.DrawFn, plan: Plan) -> Risk:
    """A risk that was said; whom or what it names may be gone from the plan since."""
    people = st.sampled_from([*(one.id for one in plan.stakeholders), "gone"])
    milestones = st.sampled_from([*(one.id for one in plan.milestones), "gone"])
    return Risk.model_validate(
        {
            "kind": draw(one_of(RiskKind)),
            "severity": draw(one_of(Severity)),
            "stakeholders": draw(st.lists(people, max_size=2)),
            "milestones": draw(st.lists(milestones, max_size=2)),
            "evidence": _owned(draw(EVIDENCE), plan.deal.id),
            "status": draw(st.sampled_from(["open", "open", "resolved"])),
            "basis": "said",
        }
    )


@st.composite
def _proposals(draw: st.DrawFn, plan: Plan) -> tuple[Proposal, ...]:
    wanted = draw(st.lists(edits(plan), max_size=2))
    own = [
        one.model_copy(update={"evidence": _owned(one.evidence, plan.deal.id)}) for one in wanted
    ]
    return tuple(proposal(plan, number, one) for number, one in enumerate(own, start=1))


def _renamed(plan: Plan, deal: str) -> Plan:
    return plan.model_copy(update={"deal": plan.deal.model_copy(update={"id": deal})})


def _moved(event: Event, deal: str) -> Event:
    """The event as another deal's."""
    own = event.model_copy(update={"evidence": _owned(event.evidence, deal)})
    if event.type != "opened":
        return own
    after = _renamed(Plan.model_validate(event.after), deal)
    document = after.model_dump(mode="json", exclude={"version"})
    return own.model_copy(update={"after": document})


def _owned(words: tuple[Evidence, ...], deal: str) -> tuple[Evidence, ...]:
    """The same words in the deal's own sources."""
    sources = ((one, one.source.rpartition(".")[2]) for one in words)
    return tuple(one.model_copy(update={"source": f"{deal}.{end}"}) for one, end in sources)


def _items(dossier: Dossier) -> list[ItemRef]:
    plan = dossier.plan
    return [dossier.ref(entity, one.id) for entity in COLLECTIONS for one in plan.items(entity)]


def _there(dossier: Dossier, ref: ItemRef) -> bool:
    if ref.entity not in COLLECTIONS:
        return ref.id == ref.entity
    return dossier.plan.find(ref.entity, ref.id) is not None


def _holds(dossier: Dossier, statement: Statement) -> bool:
    """Whether the words, events and proposals of a statement are all of this deal."""
    said = [
        *(one.evidence for one in dossier.events),
        *(one.evidence for one in dossier.risks),
        *(one.edit.evidence for one in dossier.proposals),
    ]
    words = {one for every in said for one in every}
    return (
        set(statement.words) <= words
        and set(statement.events) <= {one.seq for one in dossier.events}
        and set(statement.proposals) <= {one.id for one in dossier.proposals}
    )
