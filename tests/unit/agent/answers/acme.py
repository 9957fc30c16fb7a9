"""One deal that the tests of answers share, with what was said and decided in it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from pydantic import JsonValue

from agent.answers.answer import Answer
from agent.answers.dossier import Dossier
from memory.records import SourceRecord
from plan.decide import decide_all, opening
from plan.edits import Edit, content_hash
from plan.events import Stamp
from plan.fields import current
from plan.models import Plan
from plan.observations import Risk
from plan.proposals import Proposal
from plan.sources import Evidence
from plan.values import Entity

TODAY = date(2026, 3, 20)
CALL = date(2026, 3, 10)
"""The day of the call on which everything is said, unless a test says otherwise."""
_AT = datetime(2026, 3, 12, 9, tzinfo=UTC)
ACME = {
    "deal": {
        "id": "acme",
        "name": "Acme - warehouse platform",
        "account": "Acme Foods",
        "seller": "Northwind",
        "amount": "240000",
        "currency": "EUR",
        "stage": "negotiation",
        "close_date": "2026-03-27",
    },
    "as_of": "2026-03-02",
    "objective": "Fewer picking errors.",
    "stakeholders": [
        {
            "id": "priya-raman",
            "name": "Priya Raman",
            "title": "VP Operations",
            "side": "buyer",
            "roles": ["champion"],
            "sentiment": "positive",
            "reports_to": "tom-vance",
            "last_engaged": "2026-03-01",
        },
        {
            "id": "tom-vance",
            "name": "Tom Vance",
            "side": "buyer",
            "roles": ["economic_buyer", "end_user"],
            "last_engaged": "2026-02-20",
        },
        {"id": "lena-ortiz", "name": "Lena Ortiz", "side": "buyer", "roles": ["security"]},
        {"id": "dan-cole", "name": "Dan Cole", "side": "seller", "roles": ["account_executive"]},
        {"id": "eve-park", "name": "Eve Park", "side": "seller"},
    ],
    "outcomes": [
        {
            "id": "errors",
            "metric": "picking errors",
            "unit": "%",
            "baseline": "2.4",
            "target": "0.8",
            "due": "2026-12-31",
        }
    ],
    "milestones": [
        {
            "id": "security",
            "title": "Security review passed",
            "kind": "security_review",
            "owner": "lena-ortiz",
            "due": "2026-03-18",
            "status": "in_progress",
        },
        {
            "id": "signature",
            "title": "Contract signed",
            "kind": "signature",
            "owner": "dan-cole",
            "due": "2026-03-27",
            "depends_on": ["security"],
        },
        {"id": "kickoff", "title": "Kick-off", "kind": "kickoff", "due": "2026-04-10"},
    ],
    "actions": [
        {
            "id": "soc2",
            "title": "Send Lena the SOC 2 report",
            "milestone": "security",
            "owner": "dan-cole",
            "due": "2026-03-13",
        },
        {
            "id": "quote",
            "title": "Send the quote",
            "milestone": "signature",
            "owner": "dan-cole",
            "due": "2026-03-24",
        },
        {"id": "list", "title": "Send the user list", "owner": "priya-raman"},
    ],
}

START = Plan.model_validate(ACME)


SOURCE = SourceRecord(
    id="acme.s1",
    deal="acme",
    number=1,
    kind="call",
    day=CALL,
    occurred_at=_AT,
    sha256="0" * 64,
    added_by="kim",
    added_at=_AT,
)


def without_roles(person: str) -> Plan:
    """The deal's first plan, in which somebody never had a role."""
    people = [
        one.model_copy(update={"roles": ()}) if one.id == person else one
        for one in START.stakeholders
    ]
    return START.model_copy(update={"stakeholders": tuple(people)})


def said(turn: int) -> tuple[Evidence, ...]:
    """Words of a turn of the call."""
    return (Evidence(source="acme.s1", turn=turn, start=0, end=9),)


def update(entity: Entity, item_id: str, turn: int = 0, **values: JsonValue) -> Edit:
    """An update; it rests on words of the turn, unless that is 0."""
    words = said(turn) if turn else ()
    return Edit(op="update", entity=entity, id=item_id, set=values, evidence=words)


def add(entity: Entity, item_id: str, turn: int = 0, **values: JsonValue) -> Edit:
    """An addition; it rests on words of the turn, unless that is 0."""
    return update(entity, item_id, turn, **values).model_copy(update={"op": "add"})


def deal(
    *approved: Edit,
    waiting: Sequence[Edit] = (),
    risks: Iterable[Risk] = (),
    user: str | None = None,
    today: date = TODAY,
    start: Plan = START,
) -> Dossier:
    """Acme with some edits approved on 12 March, said on the 10th, and some that wait."""
    stamp = Stamp(at=_AT, actor="kim", cause="acme.d1")
    events, plan = decide_all(start.model_copy(update={"version": 1}), approved, stamp)
    return Dossier(
        plan=plan,
        today=today,
        events=(*opening(start, stamp), *events),
        risks=tuple(risks),
        proposals=proposals(plan, waiting),
        engaged={"priya-raman": CALL},
        sources=(SOURCE,),
        user=user,
    )


def proposals(plan: Plan, waiting: Sequence[Edit]) -> tuple[Proposal, ...]:
    """A proposal for each edit."""
    return tuple(_proposal(plan, n, edit) for n, edit in enumerate(waiting, start=1))


def _proposal(plan: Plan, number: int, edit: Edit) -> Proposal:
    now = current(plan, edit.entity, edit.id) or {}
    before = {field: now.get(field) for field in edit.set} if edit.op == "update" else {}
    return Proposal(
        id=f"acme.p{number}",
        deal="acme",
        number=number,
        occurred_at=_AT,
        edit=edit,
        before=before,
        hash=content_hash(edit, before),
        created_at=_AT,
    )


def texts(answer: Answer) -> list[str]:
    """What an answer states."""
    return [one.text for one in answer.statements]
