"""Training passages: short pieces of calls and mails with what careful people would change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.message import EmailMessage
from email.utils import formataddr, parseaddr
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BeforeValidator, Field, JsonValue, TypeAdapter, ValidationError

from agent.ports import Context
from plan.models import Action, Day, Deal, Frozen, Milestone, Outcome, Plan, Stakeholder
from plan.sources import Source, Turn
from plan.values import Entity, Op, RiskKind, Severity, SourceKind, TrapReason
from tools.intake import intake

DATA = Path(__file__).with_name("data")
BEFORE = date(2000, 1, 1)
"""The day a passage's plan dates from; nothing is read by it."""


def _many(value: object) -> object:
    return () if value is None else (value,) if isinstance(value, str) else value


def _name(value: object) -> object:
    return None if value is None else str(value)


Many = Annotated[tuple[str, ...], BeforeValidator(_many)]
Name = Annotated[str | None, BeforeValidator(_name)]


class Change(Frozen):
    """One edit that a passage asks for.

    Attributes:
        set: The fields that change.
        quote: The words that justify it.
        speaker: Whose words they are.
        required: False where careful people would differ.
    """

    op: Op
    entity: Entity
    id: Name = None
    set: dict[str, JsonValue | Day]
    quote: Many
    speaker: Name = None
    required: bool = True


class Trap(Frozen):
    """Words because of which nothing may change."""

    quote: Many
    why: TrapReason


class Said(Frozen):
    """A risk that somebody puts into words."""

    kind: RiskKind
    severity: Severity | None = None
    stakeholders: Many = ()
    milestones: Many = ()
    quote: Many


class _Items(Frozen):
    milestones: tuple[Milestone, ...] | None = ()
    actions: tuple[Action, ...] | None = ()
    outcomes: tuple[Outcome, ...] | None = ()
    objective: str | None = None


class _Row(Frozen):
    """A passage as its file has it (FORMAT.md beside the data)."""

    id: str
    kind: SourceKind
    date: Day
    deal: dict[str, JsonValue | Day]
    people: tuple[Stakeholder, ...]
    plan: _Items
    turns: tuple[tuple[Name, str], ...] = ()
    writer: Annotated[Name, Field(alias="from")] = None
    to: Many = ()
    cc: Many = ()
    subject: str = ""
    text: str = ""
    edits: tuple[Change, ...] = ()
    traps: tuple[Trap, ...] = ()
    risks: tuple[Said, ...] = ()


_ROWS = TypeAdapter(tuple[_Row, ...])


@dataclass(frozen=True)
class Passage:
    """One passage as the reader would meet it, with its answers.

    Attributes:
        id: Its file's letter and a number.
        context: The source and the plan.
        changes: All edits, those included about which people would differ.
        traps: What must change nothing.
        risks: What is said to be at risk.
    """

    id: str
    context: Context
    changes: tuple[Change, ...]
    traps: tuple[Trap, ...]
    risks: tuple[Said, ...]


def passages(folder: Path = DATA) -> tuple[Passage, ...]:
    """All passages of a folder's YAML files, in the order of files and lines.

    Raises:
        OSError: A file cannot be read.
        YAMLError: A file is no YAML.
        ValidationError: A passage breaks the format; a note tells the file.
    """
    return tuple(one for file in sorted(folder.glob("*.yaml")) for one in passages_of(file))


def passages_of(file: Path) -> tuple[Passage, ...]:
    """The passages of one file; raises as `passages` does."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load(file.read_bytes(), loader)  # noqa: S506  # either loader is the safe one
    try:
        return tuple(_passage(row) for row in _ROWS.validate_python(rows))
    except ValidationError as error:
        error.add_note(f"This is in {file.name}; FORMAT.md tells what a passage looks like.")
        raise


def _passage(row: _Row) -> Passage:
    context = Context(source_id="s1", source=_source(row), plan=_plan(row))
    return Passage(row.id, context, row.edits, row.traps, row.risks)


def _plan(row: _Row) -> Plan:
    given = {name: value for name, value in row.deal.items() if value is not None}
    named = {"id": row.id, "name": "Deal", "account": "Buyer", "seller": "Seller"}
    return Plan(
        deal=Deal.model_validate({**named, **given}),
        as_of=BEFORE,
        objective=row.plan.objective,
        stakeholders=row.people,
        milestones=row.plan.milestones or (),
        actions=row.plan.actions or (),
        outcomes=row.plan.outcomes or (),
    )


def _source(row: _Row) -> Source:
    if row.text:
        return intake(_mail(row), day=row.date)
    names = _names(row)
    turns = (
        Turn(n=n, speaker=names.get(who, who) if who else None, text=" ".join(text.split()))
        for n, (who, text) in enumerate(row.turns, start=1)
    )
    return Source(
        kind=row.kind,
        format="json",
        occurred_at=datetime.combine(row.date, time(12), UTC),
        day=row.date,
        sha256=sha256(row.id.encode()).hexdigest(),
        turns=tuple(turns),
    )


def _names(row: _Row) -> dict[str, str]:
    """Names by id, of those whom the passage adds too: a source calls its speakers by name."""
    new = {str(one.get("id")): str(one["name"]) for one in _added(row)}
    return {**new, **{one.id: one.name for one in row.people}}


def _emails(row: _Row) -> dict[str, str]:
    """Mail addresses by id: those that are told, else made up at the domain of the side."""
    new = {str(one.get("id")): (one.get("email"), one.get("side")) for one in _added(row)}
    known = {**new, **{one.id: (one.email, one.side) for one in row.people}}
    return {
        who: str(email or f"person{n}@{side or 'elsewhere'}.example")
        for n, (who, (email, side)) in enumerate(known.items())
    }


def _added(row: _Row) -> Iterator[Mapping[str, JsonValue | Day]]:
    return (one.set for one in row.edits if (one.op, one.entity) == ("add", "stakeholder"))


def _mail(row: _Row) -> bytes:
    """The passage as a mail, so that quoted lines and signatures are told apart as in any other."""
    emails = _emails(row)
    known = {who: (name, emails[who]) for who, name in _names(row).items()}
    mail = EmailMessage()
    mail["From"] = _address(row.writer or "somebody", known)
    mail["To"] = ", ".join(_address(who, known) for who in row.to)
    mail["Cc"] = ", ".join(_address(who, known) for who in row.cc)
    mail["Subject"] = row.subject
    mail.set_content(row.text)
    return mail.as_bytes()


def _address(who: str, known: Mapping[str, tuple[str, str]]) -> str:
    """Somebody of the passage, an address written in full, or a stranger's name."""
    full = parseaddr(who) if "@" in who else (who, f"{len(who)}@elsewhere.example")
    return formataddr(known.get(who, full))
