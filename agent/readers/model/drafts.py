"""From what stands after both passes to the drafts that grounding checks."""

from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from agent.ports import Context, Draft, SaidRisk
from agent.readers.model.answers.drafted import Basis
from agent.readers.model.candidates import RiskCandidate
from agent.readers.model.dates import disagreement
from agent.readers.model.edits import readdressed, values
from agent.readers.model.judging import Judged
from agent.readers.model.limits import LIMITS
from agent.readers.model.view.fence import one_line
from agent.readers.model.view.short_ids import ShortIds
from plan.references import REFERENCES, as_ids
from plan.values import Entity

_SETTLED: Mapping[Basis, str] = {
    "promise": "Promised by {who}.",
    "request": "Asked of {who}.",
    "agreement": "Agreed with {who}.",
    "fact": "",
}
OWNED_BY_ANOTHER = "The model names {who} as the one who takes this on, and another as its owner."


def drafts(stands: Sequence[Judged], context: Context, ids: ShortIds) -> tuple[Draft, ...]:
    """One draft for each candidate that stands.

    An addition that turned out to be there already gives its name to the item that it is.
    """
    found = {
        one.candidate.added: values(one.candidate.found.edit).id
        for one in stands
        if one.candidate.added and values(one.candidate.found.edit).op == "update"
    }
    return tuple(_draft(one, found, context, ids) for one in stands)


def said_risk(risk: RiskCandidate, ids: ShortIds) -> SaidRisk:
    """A risk that stands, as assessing takes it."""
    found = risk.found
    return SaidRisk(
        kind=found.kind,
        severity=found.severity,
        stakeholders=tuple(ids.full("stakeholder", one) for one in found.people),
        milestones=tuple(ids.full("milestone", one) for one in found.milestones),
        quotes=risk.quotes,
    )


def _draft(one: Judged, names: Mapping[str, str], context: Context, ids: ShortIds) -> Draft:
    found = one.candidate.found
    of = values(readdressed(found.edit, names))
    doubt = disagreement(found, context, ids)
    return Draft(
        op=of.op,
        entity=of.entity,
        id=ids.full(of.entity, of.id) if of.id else None,
        set={field: _value(of.entity, field, value, ids) for field, value in of.set.items()},
        quotes=one.candidate.quotes,
        confidence=one.confidence,
        why=_why(one, ids),
        warnings=tuple(
            each for each in (*one.warnings, doubt, _owned_by_another(one, ids)) if each
        ),
    )


def _value(entity: Entity, field: str, value: JsonValue, ids: ShortIds) -> JsonValue:
    kind = REFERENCES.get((entity, field))
    if kind is None or value is None:
        return value
    full: list[JsonValue] = [ids.full(kind, each) for each in as_ids(value)]
    return full if isinstance(value, list) else next(iter(full), None)


def _why(one: Judged, ids: ShortIds) -> str:
    found = one.candidate.found
    settled = _SETTLED[found.basis].format(who=_person(found.who_commits, ids))
    accepted = f"Accepted by {_person(found.who_accepted, ids)}." if found.who_accepted else ""
    dated = f"The date is “{found.date_words}”." if found.date_words else ""
    parts = (found.why, settled, accepted, dated, one.check)
    return one_line(" ".join(part for part in parts if part))[: LIMITS.told]


def _owned_by_another(one: Judged, ids: ShortIds) -> str:
    """A doubt where a new action is owned by somebody else than the one who takes it on."""
    found = one.candidate.found
    owner = values(found.edit).set.get("owner") if found.edit.what == "new_action" else None
    if not isinstance(owner, str) or not found.who_commits:
        return ""
    people = ids.full("stakeholder", owner), ids.full("stakeholder", found.who_commits)
    known = all(ids.plan.person(each) for each in people)
    if not known or people[0] == people[1]:
        return ""
    return OWNED_BY_ANOTHER.format(who=_person(found.who_commits, ids))


def _person(told: str | None, ids: ShortIds) -> str:
    """Somebody's name, however the model names them."""
    known = ids.plan.person(ids.full("stakeholder", told or ""))
    return known.name if known else told or "nobody named"
