"""Merging: one draft an entity; later words beat earlier ones, what the plan says is dropped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from pydantic import JsonValue

from agent.ports import Draft
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material

DOUBT = 0.25
"""How much less sure later words may be and still beat earlier ones."""
ROUND = 2
"""Digits a confidence is given with."""


def merge(material: Material, claims: Iterable[Claim]) -> tuple[Draft, ...]:
    """Put the claims on one entity together, in the order of their words."""
    merged: dict[tuple[str, str, str | None], Claim] = {}
    for claim in sorted(_single(list(claims)), key=lambda one: one.evidence[-1]):
        key = (claim.op, claim.entity, claim.id)
        merged[key] = _join(merged[key], claim) if key in merged else claim
    new = (_without_known(material, claim) for claim in merged.values())
    return tuple(_draft(material, claim) for claim in new if claim.set)


def _single(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without actions that say no more than a new milestone does."""
    steps = [set(one.evidence) for one in claims if (one.op, one.entity) == ("add", "milestone")]
    for claim in claims:
        new_action = (claim.op, claim.entity) == ("add", "action")
        if not (new_action and any(step.issuperset(claim.evidence) for step in steps)):
            yield claim


def _join(earlier: Claim, later: Claim) -> Claim:
    if later.confidence < earlier.confidence - DOUBT and later.set.keys() == earlier.set.keys():
        return earlier
    return Claim(
        earlier.op,
        earlier.entity,
        earlier.id,
        _values(earlier.set, later.set),
        tuple(sorted({*earlier.evidence, *later.evidence})),
        min(earlier.confidence, later.confidence),
        " ".join(dict.fromkeys((earlier.why, later.why))),
        tuple(dict.fromkeys((*earlier.warnings, *later.warnings))),
    )


def _values(
    earlier: Mapping[str, JsonValue], later: Mapping[str, JsonValue]
) -> dict[str, JsonValue]:
    """Later values win; lists of roles add up."""
    values = {**earlier, **later}
    mine, more = earlier.get("roles"), later.get("roles")
    if isinstance(mine, list) and isinstance(more, list):
        values["roles"] = list(dict.fromkeys((*map(str, mine), *map(str, more))))
    return values


def _without_known(material: Material, claim: Claim) -> Claim:
    """The claim without the values that the plan holds already."""
    plan = material.context.plan
    known = plan.deal if claim.entity == "deal" else plan.find(claim.entity, claim.id or "")
    if claim.op == "add" or known is None:
        return claim
    new = {field: value for field, value in claim.set.items() if not _same(known, field, value)}
    return replace(claim, set=new)


def _same(known: object, field: str, value: JsonValue) -> bool:
    held = getattr(known, field)
    if isinstance(held, date):
        return held.isoformat() == value
    if isinstance(held, Decimal):
        return held == Decimal(str(value))
    return (list(held) if isinstance(held, tuple) else held) == value


def _draft(material: Material, claim: Claim) -> Draft:
    return Draft(
        op=claim.op,
        entity=claim.entity,
        id=claim.id,
        set=dict(claim.set),
        quotes=material.quotes(claim.evidence),
        confidence=round(claim.confidence, ROUND),
        why=claim.why,
        warnings=claim.warnings,
    )
