"""Observations: what follows from sources and the plan without anybody's approval.

They are kept beside the plan, can be computed again, and go with their source.
"""

from datetime import date
from typing import Literal

from plan.models import Frozen
from plan.sources import Evidence
from plan.values import Intent, RiskKind, RiskStatus, Severity


class Engagement(Frozen):
    """Somebody spoke or wrote: `person` is a stakeholder's id, `on` the source's day."""

    person: str
    on: date


class Absence(Frozen):
    """Somebody is away, by their own or a colleague's word or an automatic reply.

    Attributes:
        person: A stakeholder's id.
        until: The first day on which they are back.
        since: The first day on which they are away; None where the words do not tell: then they
            are away already.
        evidence: The words that say so.
    """

    person: str
    until: date
    since: date | None = None
    evidence: tuple[Evidence, ...] = ()


class Risk(Frozen):
    """Something that may cost the deal, with whom or what it touches.

    Attributes:
        kind: What it is.
        severity: How bad, by rule.
        stakeholders: Ids of the people it is about.
        milestones: Ids of the milestones it is about.
        actions: Ids of the actions it is about.
        outcomes: Ids of the outcomes it is about.
        why: The words or the arithmetic behind it, in one sentence for people.
        evidence: Words that say it; empty for one derived from the plan's state.
        status: Open until a source or a person settles it.
        basis: Whether somebody `said` it or a rule `derived` it from the plan.
        since: The day its cause began: the first words that say it, the day something fell due.
            The same cause is the same risk; one that ended and began anew is another.
        quiet_until: Until this day it is known and no cause for alarm.
        quiet_why: Why, in one sentence for people.
    """

    kind: RiskKind
    severity: Severity = "medium"
    stakeholders: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    why: str = ""
    evidence: tuple[Evidence, ...] = ()
    status: RiskStatus = "open"
    basis: Literal["said", "derived"] = "derived"
    since: date | None = None
    quiet_until: date | None = None
    quiet_why: str = ""

    @property
    def key(self) -> str:
        """What tells one risk of a deal from another: its kind and what it is about."""
        about = (self.stakeholders, self.milestones, self.actions, self.outcomes)
        return ".".join((self.kind, *(one for ids in about for one in sorted(set(ids)))))


class NextAction(Frozen):
    """What to do next, for whom and why, with a drafted message or task.

    Attributes:
        intent: What it is after.
        to: Ids of the people it is for.
        why: What calls for it, in one sentence for people.
        risk: The key of the risk that calls for it; empty where none does.
        milestones: Ids of the milestones it is about.
        actions: Ids of the actions it is about.
        evidence: Words that call for it.
        kind: What its draft is: a message to send, a call's agenda, or a task of our own.
        subject: The draft's subject; empty where nobody worded one.
        draft: The message or task.
        by: Who worded it: `templates`, or `model:` and the model's name.
        prompt: Name, version and hash of the prompt; empty where no model worded it.
        warnings: What a person should know before sending it.
    """

    intent: Intent
    to: tuple[str, ...] = ()
    why: str = ""
    risk: str = ""
    milestones: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    kind: Literal["email", "agenda", "task"] = "email"
    subject: str = ""
    draft: str = ""
    by: str = "templates"
    prompt: str = ""
    warnings: tuple[str, ...] = ()
