"""What the reading graph needs from outside: Recall, Reader and Writer, and what passes between."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from pydantic import Field, JsonValue

from plan.models import Frozen, Plan
from plan.observations import Absence, NextAction, Risk
from plan.proposals import Proposal
from plan.readings import Drop, Finding
from plan.sources import Source
from plan.suppose import suppose
from plan.usage import Usage
from plan.values import RiskKind, Severity
from plan.watch.marks import ActionMark


class Passage(Frozen):
    """Words of an earlier source of the same deal, recalled because they may matter."""

    source: str
    turn: int
    speaker: str | None
    text: str


class Place(NamedTuple):
    """Some words of a source: `turn` is its `n`, `start` and `end` are offsets in its text."""

    turn: int
    start: int
    end: int


class Context(Frozen):
    """All that a reader sees: one source and this deal, nothing else.

    Attributes:
        workspace: Whose deal it is, for what a model's answers are kept and counted under.
        source_id: The source's id.
        source: Its content.
        plan: The plan as it stands.
        pending: Proposals of this deal still waiting, whose adds count as items.
        risks: Risks found before this source that are not over; people may have dismissed some.
        settled: Said risks that were settled since by sources later than this one.
        absences: Who was said to be away in other sources, the latest first.
        late: Whether later sources of the deal were read already.
        marks: What people did with earlier next actions.
        engaged: Each person's last day of engagement before this source.
        known: The day each person added later became known.
        taken: Every id ever given in this deal; an add gets another.
        recalled: Passages of earlier sources.
        unheeded: Words that speak to the software that reads them; evidence of nothing.
    """

    workspace: str = ""
    source_id: str
    source: Source
    plan: Plan
    pending: tuple[Proposal, ...] = ()
    risks: tuple[Risk, ...] = ()
    settled: tuple[Risk, ...] = ()
    absences: tuple[Absence, ...] = ()
    late: bool = False
    marks: tuple[ActionMark, ...] = ()
    engaged: dict[str, date] = Field(default_factory=dict)
    known: dict[str, date] = Field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    recalled: tuple[Passage, ...] = ()
    unheeded: tuple[Place, ...] = ()

    def would_be(self, findings: Sequence[Finding]) -> Plan:
        """The plan as it would be with all that is proposed, here and before."""
        return suppose(
            self.plan, [one.edit for one in self.pending] + [one.edit for one in findings]
        )


class Quote(Frozen):
    """Words a draft rests on; `turn` is where the reader saw them, if it says."""

    text: str
    turn: int | None = None


class Draft(Frozen):
    """An edit as a reader drafts it: unchecked, possibly wrong, possibly hostile.

    Attributes:
        op: `add` or `update`, as the reader says.
        entity: The entity, as the reader says.
        id: The item meant; for an add, empty or the id that other drafts of this reading use.
        set: Field values as YAML would hold them: ISO dates, numbers, names of list values.
        quotes: The words it rests on.
        confidence: 0 to 1, where the reader gives one.
        why: How it came to it: the cue, the item it was linked to, how the date was worked out.
        warnings: Doubts a person should see.
    """

    op: str
    entity: str
    id: str | None = None
    set: dict[str, JsonValue]
    quotes: tuple[Quote, ...] = ()
    confidence: float | None = Field(default=None, ge=0, le=1)
    why: str = ""
    warnings: tuple[str, ...] = ()


class SaidRisk(Frozen):
    """A risk somebody put into words, as a reader drafts it."""

    kind: RiskKind
    severity: Severity = "medium"
    stakeholders: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Drafts(Frozen):
    """What a reader found in one source, before any check, and what it cost.

    Attributes:
        drops: What the reader itself set aside, with its reasons.
        addressed: Words of the source that speak to the software that reads it.
        usage: What asking a model took; nothing where none was asked.
    """

    edits: tuple[Draft, ...] = ()
    risks: tuple[SaidRisk, ...] = ()
    drops: tuple[Drop, ...] = ()
    addressed: tuple[Quote, ...] = ()
    usage: Usage = Usage()


class Reader(Protocol):
    """Reads a source against a plan. It has no tools and changes nothing.

    `name` is `embedded` or `model:<provider>:<name>`; `prompt` names the prompt's
    version and hash, empty without one.
    """

    name: str
    prompt: str

    def read(self, context: Context) -> Drafts:
        """Draft edits and risks from one source.

        Raises:
            ReaderUnavailableError: It cannot read now; the same call may work later.
            ReadingFailedError: It read and what came back cannot be used.
        """


class Recall(Protocol):
    """Finds passages of the deal's earlier sources that matter for reading this one."""

    def passages(self, context: Context) -> Sequence[Passage]:
        """At most a dozen, best first; an empty answer is a right one."""


class Drafted(Frozen):
    """The text of a next action, and all that must not be silent about it.

    Attributes:
        text: What to send or do.
        subject: What it is about, as a message's subject; empty where nobody worded one.
        by: Who worded it: `templates`, or `model:` and the model's name.
        prompt: Name, version and hash of the prompt; empty where no model worded it.
        warnings: What a person should know before sending it: that the template stepped in and
            why, or that it is not in the thread's language.
        usage: What asking a model took, also for words that were refused.
    """

    text: str
    subject: str = ""
    by: str
    prompt: str = ""
    warnings: tuple[str, ...] = ()
    usage: Usage = Usage()


class Writer(Protocol):
    """Words next actions' messages and tasks from this deal's facts only."""

    def draft(self, action: NextAction, context: Context) -> Drafted:
        """The text to send or do. `context.plan` is the approved plan, with proposed people."""

    def drafts(self, actions: Sequence[NextAction], context: Context) -> Sequence[Drafted]:
        """The text of each, in their order."""
