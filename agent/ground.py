"""Grounding: a reader's drafts become edits that point to words and to this deal, or are dropped.

Plain code, trusting nothing that a reader returns. Every quote must stand in one turn and
becomes offsets; every id must exist in this deal; every value must fit its field; every
add gets its final id. What fails is dropped with its reason.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast, get_args

from agent.addressed import NOTHING_ADDRESSED, REASON, Addressed
from agent.date_check import doubts
from agent.labels import label_doubts
from agent.ports import Context, Draft, Quote
from agent.quotes import locate
from plan.checks import objections
from plan.edits import Edit
from plan.errors import RefusedError
from plan.fields import current, normalise
from plan.ids import new_id
from plan.models import COLLECTIONS, Plan
from plan.readings import Drop, Finding
from plan.references import renamed
from plan.sources import Evidence
from plan.suppose import suppose
from plan.thresholds import DEFAULTS
from plan.values import Entity, Op

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class UngroundedError(Exception):
    """A draft that does not hold; the message is the reason kept with the drop."""


class Grounded(NamedTuple):
    """What held, and what was dropped with its reason."""

    findings: tuple[Finding, ...]
    drops: tuple[Drop, ...]


class _Said(NamedTuple):
    """What drafts are checked against: the deal, its source, and what there speaks to software."""

    context: Context
    addressed: Addressed


class _Named(NamedTuple):
    """A draft with the id its edit gets, and the ids its references are to be read as."""

    draft: Draft
    id: str
    aliases: Mapping[str, str]


def ground(
    drafts: Sequence[Draft], context: Context, addressed: Addressed = NOTHING_ADDRESSED
) -> Grounded:
    """Check every draft against the source and the deal; what speaks to software is no evidence.

    Adds go first and are tried again after each round, since one may name another that
    stands after it; what a round without progress leaves over does not hold.
    """
    kept, beyond = drafts[: DEFAULTS.drafts_tried], drafts[DEFAULTS.drafts_tried :]
    drops = [dropped("ground", "More drafts than one reading may have.", one) for one in beyond]
    findings: list[Finding] = []
    plan = suppose(context.plan, (one.edit for one in context.pending if one.edit.op == "add"))
    waiting = sorted(_name(kept, context, plan), key=lambda named: named.draft.op != "add")
    said = _Said(context, addressed)
    while waiting:
        found, refused, plan = _round(waiting, said, plan)
        findings.extend(found)
        if not found:
            drops.extend(dropped("ground", reason, named.draft) for named, reason in refused)
            break
        waiting = [named for named, _ in refused]
    for doubt in label_doubts(context):
        findings = [doubt.warned(one) for one in findings]
    return Grounded(tuple(findings), tuple(drops))


def dropped(stage: str, reason: str, what: Draft | Finding) -> Drop:
    """The record of something that did not get in."""
    return Drop(stage=stage, reason=reason, draft=what.model_dump(mode="json"))


def _round(
    waiting: Sequence[_Named], said: _Said, plan: Plan
) -> tuple[list[Finding], list[tuple[_Named, str]], Plan]:
    found: list[Finding] = []
    refused: list[tuple[_Named, str]] = []
    for named in waiting:
        try:
            finding = _ground_one(named, said, plan)
        except UngroundedError as error:
            refused.append((named, str(error)))
            continue
        found.append(finding)
        if finding.edit.op == "add":
            plan = suppose(plan, (finding.edit,))
    return found, refused, plan


def _ground_one(named: _Named, said: _Said, plan: Plan) -> Finding:
    draft = named.draft
    op, entity = _known(draft)
    try:
        values = normalise(entity, renamed(draft.set, entity, named.aliases))
    except RefusedError as error:
        raise UngroundedError(str(error)) from None
    evidence = tuple(_found(quote, said) for quote in draft.quotes)
    if not evidence:
        raise UngroundedError("No words are given for it.")
    edit = Edit(op=op, entity=entity, id=named.id, set=values, evidence=evidence)
    for sentence in objections(plan, edit):
        raise UngroundedError(sentence)
    was = current(plan, entity, named.id) or {}
    return Finding(
        edit=edit,
        before={} if op == "add" else {field: was[field] for field in values},
        confidence=draft.confidence,
        why=draft.why,
        warnings=_all_once(draft.warnings, doubts(edit, said.context.source, plan)),
    )


def _all_once(reader: Sequence[str], dates: Sequence[str]) -> tuple[str, ...]:
    """The reader's own warnings, and doubts about dates where it named not all the same days."""
    named = [frozenset(_DAY.findall(warning)) for warning in reader]
    new = (one for one in dates if not any(frozenset(_DAY.findall(one)) <= days for days in named))
    return (*reader, *new)


def _known(draft: Draft) -> tuple[Op, Entity]:
    if draft.op not in get_args(Op):
        raise UngroundedError(f"There is no operation `{draft.op}`; it is add or update.")
    if draft.entity not in get_args(Entity):
        raise UngroundedError(f"A plan has no `{draft.entity}`.")
    return cast("Op", draft.op), cast("Entity", draft.entity)


def _found(quote: Quote, said: _Said) -> Evidence:
    source = said.context.source
    evidence = locate(quote, said.context.source_id, source.turns)
    if evidence is None:
        raise UngroundedError(f"No turn of the source holds the words “{quote.text[:200]}”.")
    if said.addressed.touches(evidence):
        raise UngroundedError(REASON)
    return evidence


def _name(drafts: Sequence[Draft], context: Context, plan: Plan) -> list[_Named]:
    """Give every add its final id, and let other drafts of the reading name it by its own."""
    taken = {item.id for entity in COLLECTIONS for item in plan.items(entity)} | context.taken
    existing = frozenset(taken)
    ids: list[str] = []
    aliases: dict[str, str] = {}
    for draft in drafts:
        final = _final_id(draft, taken)
        ids.append(final)
        taken.add(final)
        if draft.op == "add" and draft.id and draft.id not in existing:
            aliases.setdefault(draft.id, final)
    return [
        _Named(draft, final if draft.op == "add" else aliases.get(final, final), aliases)
        for draft, final in zip(drafts, ids, strict=True)
    ]


def _final_id(draft: Draft, taken: set[str]) -> str:
    if draft.op != "add":
        return draft.entity if draft.entity in ("deal", "plan") else draft.id or ""
    return new_id(cast("Entity", draft.entity), draft.set, taken)
