"""Reconciling what a reading found with itself, with the plan and with what already waits.

Run when a source is read and once more when its proposals are published, because the plan
may have moved in between.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plan.checks import objections
from plan.edits import Edit, Values
from plan.fields import current
from plan.models import Plan
from plan.proposals import Proposal
from plan.readings import Drop, Finding
from plan.references import renamed
from plan.sameness import same_item
from plan.standing import OPEN
from plan.suppose import suppose
from plan.thresholds import DEFAULTS
from plan.values import Entity


class Reconciled(NamedTuple):
    """What is left to propose, and what was dropped with its reason."""

    findings: tuple[Finding, ...]
    drops: tuple[Drop, ...]


def reconcile(findings: Sequence[Finding], plan: Plan, pending: Sequence[Proposal]) -> Reconciled:
    """One edit an entity, later words first, nothing said twice, nothing already known."""
    waiting = [one for one in pending if one.status in OPEN]
    supposed = suppose(plan, (one.edit for one in waiting if one.edit.op == "add"))
    drops: list[Drop] = []
    fresh: list[Finding] = []
    for finding in _merged(_matched(findings, supposed)):
        news = _news(finding, supposed, waiting)
        if isinstance(news, Finding):
            fresh.append(news)
        else:
            drops.append(_drop(finding, news))
    within, beyond = fresh[: DEFAULTS.edits_kept], fresh[DEFAULTS.edits_kept :]
    limit = f"A reading proposes at most {DEFAULTS.edits_kept} edits."
    kept, refused = _fitting(within, supposed)
    return Reconciled(kept, (*drops, *refused, *(_drop(one, limit) for one in beyond)))


def _matched(findings: Sequence[Finding], plan: Plan) -> list[Finding]:
    """Adds of what is there already become updates of it, for everything that names them."""
    names = {
        one.edit.id: item.id
        for one in findings
        if one.edit.op == "add" and (item := same_item(one.edit, plan)) is not None
    }
    return [_renamed(one, names, plan) for one in findings] if names else list(findings)


def _renamed(finding: Finding, names: dict[str, str], plan: Plan) -> Finding:
    edit = finding.edit
    values = renamed(edit.set, edit.entity, names)
    if edit.op == "add" and edit.id in names:
        # The item keeps its own name: other words for the same thing are no change of title.
        values = {k: v for k, v in values.items() if k not in ("title", "name", "metric")}
        edit = edit.model_copy(update={"op": "update"})
    edit = edit.model_copy(update={"id": names.get(edit.id, edit.id), "set": values})
    return finding.model_copy(update={"edit": edit, "before": _before(edit, plan)})


def _merged(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of one entity become one; where they differ, words said later win."""
    merged: dict[tuple[Entity, str], Finding] = {}
    for finding in sorted(findings, key=_last_words):
        key = (finding.edit.entity, finding.edit.id)
        merged[key] = _merge(merged[key], finding) if key in merged else finding
    return list(merged.values())


def _last_words(finding: Finding) -> tuple[int, int]:
    return max(((one.turn, one.start) for one in finding.edit.evidence), default=(0, 0))


def _merge(earlier: Finding, later: Finding) -> Finding:
    evidence = tuple(dict.fromkeys((*earlier.edit.evidence, *later.edit.evidence)))
    op = "add" if "add" in (earlier.edit.op, later.edit.op) else "update"
    values = {**earlier.edit.set, **later.edit.set}
    sure = [one.confidence for one in (earlier, later) if one.confidence is not None]
    return Finding(
        edit=later.edit.model_copy(update={"op": op, "set": values, "evidence": evidence}),
        before={} if op == "add" else {**earlier.before, **later.before},
        confidence=min(sure, default=None),
        why=" ".join(dict.fromkeys(why for why in (earlier.why, later.why) if why)),
        warnings=tuple(dict.fromkeys((*earlier.warnings, *later.warnings))),
    )


def _news(finding: Finding, plan: Plan, waiting: Sequence[Proposal]) -> Finding | str:
    """The finding without what is known or proposed already, or why nothing is left."""
    edit = finding.edit
    if edit.op == "add":
        return finding
    now = current(plan, edit.entity, edit.id)
    if now is None:
        return f"There is no {edit.entity} `{edit.id}` any more."
    news = {field: value for field, value in edit.set.items() if now.get(field) != value}
    if not news:
        return "The plan already says so."
    left = {field: value for field, value in news.items() if not _proposed(edit, field, waiting)}
    if not left:
        return "This is proposed already and waits for a decision."
    edit = edit.model_copy(update={"set": left})
    return finding.model_copy(update={"edit": edit, "before": _before(edit, plan)})


def _fitting(findings: Sequence[Finding], plan: Plan) -> Reconciled:
    """The findings that can be made of the plan, once what they add is there."""
    added = suppose(plan, (one.edit for one in findings if one.edit.op == "add"))
    against = [_objection(one.edit, plan, added) for one in findings]
    pairs = list(zip(findings, against, strict=True))
    return Reconciled(
        tuple(one for one, reason in pairs if reason is None),
        tuple(_drop(one, reason) for one, reason in pairs if reason is not None),
    )


def _objection(edit: Edit, before: Plan, added: Plan) -> str | None:
    new = added.find(edit.entity, edit.id) and not before.find(edit.entity, edit.id)
    if edit.op == "add" and new:
        return None
    return next(iter(objections(added, edit)), None)


def _proposed(edit: Edit, field: str, waiting: Sequence[Proposal]) -> bool:
    return any(
        (one.edit.entity, one.edit.id) == (edit.entity, edit.id)
        and one.edit.op == "update"
        and one.edit.set.get(field, ...) == edit.set[field]
        for one in waiting
    )


def _before(edit: Edit, plan: Plan) -> Values:
    now = current(plan, edit.entity, edit.id) if edit.op == "update" else None
    return {field: now[field] for field in edit.set if field in now} if now else {}


def _drop(finding: Finding, reason: str) -> Drop:
    return Drop(stage="reconcile", reason=reason, draft=finding.model_dump(mode="json"))
