"""What a reading found, in the terms of the golden deals' FORMAT.md: for evaluation and scripts."""

from collections.abc import Iterable
from decimal import Decimal
from typing import get_args

from pydantic import JsonValue

from agent.graph import Found
from agent.ports import Context
from plan.observations import NextAction, Risk
from plan.readings import Finding
from plan.sources import Evidence, quote
from plan.values import FurtherRiskKind

Terms = dict[str, JsonValue]
FURTHER = frozenset(get_args(FurtherRiskKind))
_NUMBERS = {"deal": frozenset({"amount"}), "outcome": frozenset({"baseline", "target", "actual"})}


def in_golden_terms(name: str, context: Context, found: Found) -> Terms:
    """One object: `source`, `edits`, `risks`, `further_risks`, `next_best_actions`, `addressed`.

    Numbers are numbers, the deal and its plan have no id, and quotes are cut from the turns.
    Risks of kinds that FORMAT.md does not know are the further ones, so that `risks` can be
    compared with the golden deals'.
    """
    known = [one for one in found.risks if one.kind not in FURTHER]
    further = [one for one in found.risks if one.kind in FURTHER]
    return {
        "source": name,
        "edits": [_edit(one, context) for one in found.findings],
        "risks": [_risk(one, context) for one in known],
        "further_risks": [_further(one, context) for one in further],
        "next_best_actions": [_action(one) for one in found.next_actions],
        "addressed": _quotes(found.addressed, context),
    }


def _edit(finding: Finding, context: Context) -> Terms:
    edit = finding.edit
    return {
        "op": edit.op,
        "entity": edit.entity,
        "id": None if edit.entity in ("deal", "plan") else edit.id,
        "set": {
            field: _number(value) if field in _NUMBERS.get(edit.entity, ()) else value
            for field, value in edit.set.items()
        },
        "quotes": _quotes(edit.evidence, context),
        "confidence": finding.confidence,
        "warnings": list(finding.warnings),
    }


def _risk(risk: Risk, context: Context) -> Terms:
    return {
        "kind": risk.kind,
        "severity": risk.severity,
        "stakeholders": list(risk.stakeholders),
        "milestones": list(risk.milestones),
        "why": risk.why,
        "quotes": _quotes(risk.evidence, context),
    }


def _further(risk: Risk, context: Context) -> Terms:
    about: Terms = {"actions": list(risk.actions), "outcomes": list(risk.outcomes)}
    return _risk(risk, context) | about


def _action(action: NextAction) -> Terms:
    return {
        "intent": action.intent,
        "to": list(action.to),
        "why": action.why,
        "draft": action.draft,
        "by": action.by,
        "warnings": list(action.warnings),
    }


def _quotes(evidence: Iterable[Evidence], context: Context) -> list[JsonValue]:
    here = (one for one in evidence if one.source == context.source_id)
    return [quote(one, context.source.turns) for one in here]


def _number(value: JsonValue) -> JsonValue:
    if not isinstance(value, str):
        return value
    exact = Decimal(value)
    return int(exact) if exact == exact.to_integral_value() else float(exact)
