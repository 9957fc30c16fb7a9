"""Small valid pieces of data; each function's arguments are what a test may care about."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from memory.base import Unit
from memory.records import (
    ApiKey,
    Chunk,
    Digest,
    KeptAnswer,
    Message,
    OutboxRow,
    SourceRecord,
    Thread,
    User,
)
from memory.sql import SqlStore, SqlUnit
from plan.edits import Edit, content_hash
from plan.events import Event
from plan.fold import fold
from plan.models import Deal, Plan, Stakeholder
from plan.observations import Engagement, NextAction, Risk
from plan.proposals import Decision, Proposal
from plan.readings import Drop, Finding, Reading, Trace
from plan.sources import Evidence, Person, Source, Turn
from plan.values import ProposalStatus, RiskKind
from plan.watch.entries import Entry, Step
from plan.watch.marks import ActionMark, Mark
from plan.watch.rules import Switch

AT = datetime(2025, 3, 3, 9, 30, 15, 123456, tzinfo=UTC)
DAY = date(2025, 3, 3)
DEAL = "acme-erp"


def plan(deal: str = DEAL, name: str = "ERP rollout", close: date | None = None) -> Plan:
    """A plan before its first event."""
    return Plan(
        deal=Deal(
            id=deal,
            name=name,
            account="Ácme 株式会社",
            seller="Tandem",
            amount="240000.10",
            currency="EUR",
            close_date=close,
            time_zone="Europe/Berlin",
        ),
        as_of=date(2025, 1, 1),
        stakeholders=(Stakeholder(id="jo", name="Jo Ødegård 🙂", side="buyer"),),
    )


def opened(start: Plan) -> Event:
    """The event that opens a deal with that plan."""
    after = start.model_dump(mode="json", exclude={"version"})
    return event(1, "opened", after=after)


def event(seq: int, kind: str = "updated", **changes: object) -> Event:
    """An event; by default one that says the plan's objective anew."""
    content: dict[str, object] = {
        "seq": seq,
        "type": kind,
        "at": AT + timedelta(seconds=seq),
        "actor": "kim",
        "cause": f"{DEAL}.d{seq}",
        "entity": "plan",
        "id": "plan",
        "after": {"objective": f"Objective {seq}"},
        "evidence": [evidence()],
    }
    return Event.model_validate(content | changes)


def evidence() -> Evidence:
    """A span of the first turn of the deal's first source."""
    return Evidence(source=f"{DEAL}.s1", turn=1, start=0, end=5)


def open_deal(unit: Unit, start: Plan | None = None, more: Sequence[Event] = ()) -> Plan:
    """Open a deal in a write unit, with `more` events after the first; returns its plan."""
    events = (opened(start or plan()), *more)
    now = fold(events)
    unit.plans.append(now, events, expected=0)
    return now


def move_on(unit: Unit, before: Plan) -> Plan:
    """Append one more event to a deal."""
    new = event(before.version + 1)
    now = fold((new,), start=before)
    unit.plans.append(now, (new,), expected=before.version)
    return now


def source(text: str = "We start on Monday.", **changes: object) -> Source:
    """An email of two turns; `text` also makes its digest."""
    content: dict[str, object] = {
        "kind": "email",
        "format": "eml",
        "title": "Kick-off",
        "occurred_at": AT,
        "day": DAY,
        "sha256": sha256(text.encode()).hexdigest(),
        "people": (Person(name="Jo", address="jo@acme.example"),),
        "turns": (
            Turn(n=1, speaker="Jo", address="jo@acme.example", text=text, start=0.1, end=7.25),
            Turn(n=2, text="Bye."),
        ),
        "quoted": ("Earlier words",),
    }
    return Source.model_validate(content | changes)


def record(content: Source, number: int = 1, deal: str = DEAL, **changes: object) -> SourceRecord:
    """The record of a source."""
    shared = SourceRecord.model_fields.keys() & Source.model_fields.keys()
    fields: dict[str, object] = {
        **content.model_dump(include=shared),
        "id": f"{deal}.s{number}",
        "deal": deal,
        "number": number,
        "added_by": "kim",
        "added_at": AT,
    }
    return SourceRecord.model_validate(fields | changes)


def add_source(unit: Unit, number: int = 1, deal: str = DEAL, **changes: object) -> SourceRecord:
    """Keep a source of its own text under that number."""
    content = source(f"Words number {number}.", **changes)
    kept = record(content, number, deal)
    unit.sources.add(kept, content)
    return kept


def edit(title: str = "Call Jo") -> Edit:
    """A new action."""
    return Edit(op="add", entity="action", id="call-jo", set={"title": title})


def reading(number: int = 1, n: int = 1, deal: str = DEAL, **changes: object) -> Reading:
    """A reading of the deal's source of that number."""
    content: dict[str, object] = {
        "source": f"{deal}.s{number}",
        "n": n,
        "plan_version": 1,
        "findings": (Finding(edit=edit(), confidence=0.1),),
        "engagement": (Engagement(person="jo", on=DAY),),
        "risks": (Risk(kind="budget_risk", why=f"Risk of {number}"),),
        "next_actions": (NextAction(intent="multi_thread", why=f"Action of {number}"),),
        "drops": (Drop(stage="ground", reason="Not said.", draft={"quote": "wörds", "at": 1.5}),),
        "trace": Trace(reader="embedded", seconds=0.25),
        "finished_at": AT,
    }
    return Reading.model_validate(content | changes)


def proposal(
    number: int = 1,
    deal: str = DEAL,
    source: str | None = None,
    status: ProposalStatus = "pending",
    why: str = "It was said.",
    changed: Edit | None = None,
) -> Proposal:
    """A proposal, by default of a new action."""
    return Proposal(
        id=f"{deal}.p{number}",
        deal=deal,
        number=number,
        source=source,
        reading=None if source is None else 1,
        occurred_at=AT,
        edit=changed or edit(),
        hash=content_hash(changed or edit(), {}),
        status=status,
        confidence=0.7,
        why=why,
        created_at=AT,
    )


def decision(
    number: int = 1, deal: str = DEAL, proposal: str | None = None, reason: str = ""
) -> Decision:
    """An approval."""
    return Decision(
        id=f"{deal}.d{number}",
        deal=deal,
        number=number,
        verdict="approve",
        actor="kim",
        at=AT,
        proposal=proposal,
        decided={"due": "2025-04-01"},
        reason=reason,
    )


def outbox_row(key: str, number: int = 1, at: datetime = AT, deal: str = DEAL) -> OutboxRow:
    """What the world is to hear of the deal's decision of that number."""
    payload = {"events": [1, 2], "text": "ünïcode"}
    return OutboxRow(
        id=key, deal=deal, decision=f"{deal}.d{number}", payload=payload, created_at=at
    )


def user(key: str = "kim", name: str = "Kim Ångström") -> User:
    """A user."""
    return User(id=key, name=name, email="kim@tandem.example", manager="max")


def api_key(key: str = "k1", secret: str = "secret") -> ApiKey:  # noqa: S107 -- a sample
    """A key that may only read."""
    digest = sha256(secret.encode()).hexdigest()
    return ApiKey(id=key, digest=digest, user="kim", scopes=("read",), created_at=AT)


def answer(question: str = "?", **changes: object) -> KeptAnswer:
    """What a model answered about the deal's first source."""
    content: dict[str, object] = {
        "key": sha256(question.encode()).hexdigest(),
        "source": f"{DEAL}.s1",
        "model": "openai:gpt-x",
        "prompt": "read/v1#0123456789ab",
        "text": '{"edits": "ünïcode 🙂"}',
        "tokens_in": 1200,
        "tokens_out": 34,
        "at": AT,
    }
    return KeptAnswer.model_validate(content | changes)


class _UndoneError(Exception):
    """The test has seen what it wanted to."""


@contextmanager
def undone(store: SqlStore, workspace: str = "w") -> Iterator[SqlUnit]:
    """A write unit of which nothing is kept: examples of one test may share a store."""
    with suppress(_UndoneError), store.write(workspace) as unit:
        yield unit
        raise _UndoneError


def chunk(of: SourceRecord, n: int = 1, text: str = "Jo: We start on Monday.") -> Chunk:
    """A chunk of a source."""
    return Chunk(
        id=f"{of.id}.c{n}",
        deal=of.deal,
        source=of.id,
        n=n,
        day=of.day,
        occurred_at=of.occurred_at,
        first_turn=n,
        start=0,
        last_turn=n + 1,
        end=7,
        speakers=("Jo", "Max Ångström"),
        text=text,
    )


def vectors(count: int, dimensions: int = 3, seed: int = 1) -> NDArray[np.float32]:
    """Vectors of length 1."""
    drawn = np.random.default_rng(seed).standard_normal((count, dimensions))
    lengths: NDArray[np.float64] = np.linalg.norm(drawn, axis=1, keepdims=True)
    return (drawn / lengths).astype(np.float32)


def keep_chunks(
    unit: Unit, of: SourceRecord, *texts: str, embedder: str = "mini", seed: int = 1
) -> tuple[Chunk, ...]:
    """Keep these texts as a source's chunks."""
    made = tuple(chunk(of, n, text) for n, text in enumerate(texts, start=1))
    unit.chunks.keep(of.id, made, vectors(len(made), seed=seed), embedder)
    return made


def thread(key: str = "t1", **changes: object) -> Thread:
    """Kim's conversation about the deal."""
    content: dict[str, object] = {
        "id": key,
        "user": "kim",
        "deal": DEAL,
        "title": "What is blocking this deal?",
        "created_at": AT,
    }
    return Thread.model_validate(content | changes)


def message(n: int = 1, thread: str = "t1", **changes: object) -> Message:
    """An answer that holds words of the deal's first source."""
    content: dict[str, object] = {
        "thread": thread,
        "n": n,
        "role": "tandem",
        "text": "Jo said “We start on Mönday”. 🙂",
        "answer": {"statements": [{"text": "wörds", "likely": 0.25}]},
        "sources": (f"{DEAL}.s1",),
        "at": AT + timedelta(seconds=n),
    }
    return Message.model_validate(content | changes)


def entry(number: int = 1, deal: str = DEAL, **changes: object) -> Entry:
    """A said risk that is a cause for alarm."""
    content: dict[str, object] = {
        "id": f"{deal}.e{number}",
        "deal": deal,
        "number": number,
        "risk": Risk(kind="budget_risk", why="Wörds of the plan.", evidence=(evidence(),)),
        "since": DAY,
        "evidence": (evidence(),),
        "opened_on": DAY,
        "last_seen_on": DAY,
        "told_on": DAY,
        "worst": "medium",
        "steps": (Step(on=DAY, to="medium"),),
    }
    return Entry.model_validate(content | changes)


def risk_mark(number: int = 1, entry: int = 1, deal: str = DEAL, **changes: object) -> Mark:
    """Somebody's dismissal of the risk of the entry of that number."""
    content: dict[str, object] = {
        "deal": deal,
        "number": number,
        "entry": f"{deal}.e{entry}",
        "kind": "budget_risk",
        "verdict": "dismissed",
        "severity": "medium",
        "evidence": (evidence(),),
        "by": "kim",
        "at": AT,
        "on": DAY,
        "reason": "Thät is paid.",
    }
    return Mark.model_validate(content | changes)


def action_mark(number: int = 1, deal: str = DEAL, **changes: object) -> ActionMark:
    """Somebody put a next action off."""
    content: dict[str, object] = {
        "deal": deal,
        "number": number,
        "intent": "multi_thread",
        "to": ("jo",),
        "verdict": "snoozed",
        "until": DAY + timedelta(days=2),
        "by": "kim",
        "at": AT,
        "on": DAY,
    }
    return ActionMark.model_validate(content | changes)


def switch(kind: RiskKind = "sponsor_silent", *, muted: bool = True, reason: str = "") -> Switch:
    """Somebody muted a rule."""
    return Switch(kind=kind, muted=muted, by="kim", at=AT, reason=reason)


def digest(user: str = "kim", day: date = DAY, *items: str) -> Digest:
    """A digest that was sent."""
    return Digest(user=user, day=day, at=AT, items=items)
