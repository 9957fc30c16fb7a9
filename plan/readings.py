"""Readings: the nth time a source was read, what it found and what it dropped."""

from datetime import datetime

from pydantic import Field, JsonValue

from plan.edits import Edit, Values
from plan.models import Frozen
from plan.observations import Absence, Engagement, NextAction, Risk
from plan.sources import Evidence
from plan.usage import Usage


class Drop(Frozen):
    """Something a reader drafted that did not get in, and why; kept for inspection.

    Attributes:
        stage: Which step dropped it: a model reader's own `draft` or `verify`, then `ground`,
            `reconcile` or `publish`.
        reason: One sentence for people.
        draft: What was drafted, as JSON.
    """

    stage: str
    reason: str
    draft: dict[str, JsonValue]


class Finding(Frozen):
    """An edit that passed every check and may become a proposal.

    Attributes:
        edit: The edit, grounded: final id, normalised values, evidence as offsets.
        before: The values its fields have in the plan that was read against.
        confidence: The reader's own figure, 0 to 1, where it gives one.
        why: How the reader came to it.
        warnings: What a person should look at before approving.
    """

    edit: Edit
    before: Values = Field(default_factory=dict)
    confidence: float | None = Field(default=None, ge=0, le=1)
    why: str = ""
    warnings: tuple[str, ...] = ()


class Trace(Usage):
    """Which reader read, with what, and what it cost.

    What was paid before the program was killed is in the day's spending and not here.

    Attributes:
        reader: `embedded` or `model:<provider>:<name>`.
        prompt: Name, version and hash of the prompt; empty for the embedded reader.
        seconds: Wall time of the reading, or of its last try.
    """

    reader: str
    prompt: str = ""
    seconds: float = 0.0


class Reading(Frozen):
    """All that one reading of a source came to.

    Attributes:
        source: The source's id.
        n: Which reading of it, from 1.
        plan_version: The plan's version it was read against.
        findings: Edits that may become proposals.
        engagement: Who spoke or wrote.
        absences: Who is said to be away.
        risks: Said and derived risks, open on the source's day.
        next_actions: At most three, best first.
        drops: What did not get in.
        addressed: Words that speak to the software that reads them, for people to look at.
        trace: Which reader, at what cost, those of tries that failed included.
        finished_at: When it was done, UTC.
        failure: Why it failed; empty where it did not. A reading that failed has found nothing
            and is never published: it is kept for what it cost.
    """

    source: str
    n: int = Field(ge=1)
    plan_version: int
    findings: tuple[Finding, ...] = ()
    engagement: tuple[Engagement, ...] = ()
    absences: tuple[Absence, ...] = ()
    risks: tuple[Risk, ...] = ()
    next_actions: tuple[NextAction, ...] = ()
    drops: tuple[Drop, ...] = ()
    addressed: tuple[Evidence, ...] = ()
    trace: Trace
    finished_at: datetime
    failure: str = ""
