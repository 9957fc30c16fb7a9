"""Suggesting what to do next: what matters most, worded."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from agent.next import Scene, ranked
from agent.ports import Context, Drafted, Writer
from plan.models import Action, Milestone
from plan.observations import Absence, NextAction, Risk
from plan.people import speakers
from plan.readings import Finding
from plan.watch.marks import ActionMark

NOBODY: Mapping[str, Absence] = MappingProxyType({})
"""Nobody is away."""


class Suggested(NamedTuple):
    """What to do next, and what wording it took."""

    actions: tuple[NextAction, ...]
    drafts: tuple[Drafted, ...]


def suggest(
    context: Context,
    findings: Sequence[Finding],
    risks: Sequence[Risk],
    writer: Writer,
    *,
    marks: Sequence[ActionMark] = (),
    absent: Mapping[str, Absence] = NOBODY,
) -> Suggested:
    """At most `DEFAULTS.next_actions`, best first; none where nothing needs anybody today.

    Whom they are for is found in the plan as it would be; what a draft may say, in the plan as it
    is: the writer sees proposed people, and nothing else that nobody has approved.
    """
    seen = scene(context, findings, risks, absent)
    actions = ranked(seen, marks)
    approved = context.plan.model_copy(update={"stakeholders": seen.plan.stakeholders})
    drafts = tuple(writer.drafts(actions, context.model_copy(update={"plan": approved})))
    moved = _moved(context, findings)
    return Suggested(
        tuple(_worded(*one, moved) for one in zip(actions, drafts, strict=True)), drafts
    )


def scene(
    context: Context,
    findings: Sequence[Finding],
    risks: Sequence[Risk],
    absent: Mapping[str, Absence] = NOBODY,
) -> Scene:
    """The deal on the day of the source just read."""
    plan, source = context.would_be(findings), context.source
    heard = dict.fromkeys(speakers(source, plan.stakeholders), source.day)
    new = [one.edit.id for one in findings if one.edit.op == "add"]
    return Scene(
        plan=plan,
        on=source.day,
        risks=tuple(risks),
        source=context.source_id,
        turns=source.turns,
        findings=tuple(findings),
        engaged=_later(context.engaged, heard),
        known={**dict.fromkeys(new, source.day), **context.known},
        absent=absent,
    )


def _later(before: Mapping[str, date], heard: Mapping[str, date]) -> dict[str, date]:
    """Each person's later day of two."""
    return {**before, **{one: max(day, before.get(one, day)) for one, day in heard.items()}}


def _moved(context: Context, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Titles of steps whose approved date a finding changes."""
    edits = [one.edit for one in findings if one.edit.op == "update" and "due" in one.edit.set]
    found = (context.plan.find(one.entity, one.id) for one in edits)
    return tuple(one.title for one in found if isinstance(one, Milestone | Action))


def _worded(action: NextAction, drafted: Drafted, moved: Sequence[str]) -> NextAction:
    stale = tuple(_STALE.format(title=title) for title in moved if title in drafted.text)
    told = {"draft": drafted.text, "warnings": (*drafted.warnings, *stale)}
    return action.model_copy(update={**told, **drafted.model_dump(include=_TOLD)})


_TOLD = {"subject", "by", "prompt"}
_STALE = "It may tell the approved date of “{title}”, which a proposal of this source changes."
