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


class Risk(Frozen):
    """Something that may cost the deal, with whom or what it touches.

    Attributes:
        kind: What it is.
        severity: How bad, by rule.
        stakeholders: Ids of the people it is about.
        milestones: Ids of the milestones it is about.
        why: The words or the arithmetic behind it, in one sentence for people.
        evidence: Words that say it; empty for one derived from the plan's state.
        status: Open until a source or a person settles it.
        basis: Whether somebody `said` it or a rule `derived` it from the plan.
    """

    kind: RiskKind
    severity: Severity = "medium"
    stakeholders: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    why: str = ""
    evidence: tuple[Evidence, ...] = ()
    status: RiskStatus = "open"
    basis: Literal["said", "derived"] = "derived"


class NextAction(Frozen):
    """What to do next, for whom and why, with a drafted message or task.

    Attributes:
        intent: What it is after.
        to: Ids of the people it is for.
        why: The risk that calls for it.
        draft: The message or task.
        by: Who worded it: `templates`, or `model:` and the model's name.
        prompt: Name, version and hash of the prompt; empty where no model worded it.
        warnings: What a person should know before sending it.
    """

    intent: Intent
    to: tuple[str, ...] = ()
    why: str = ""
    draft: str = ""
    by: str = "templates"
    prompt: str = ""
    warnings: tuple[str, ...] = ()
