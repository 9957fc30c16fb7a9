"""The values of an edit side by side: in the plan, found, and expected."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from evals.judging.agreement import COMPARED
from evals.judging.verdicts import Judged
from evals.report.wording import shown
from plan.fields import current
from plan.models import Plan
from plan.values import Entity

_ENTITIES: Mapping[str, Entity] = {name: name for name in get_args(Entity)}
_ONE_OF_A_KIND = ("deal", "plan")
_TITLES = ("name", "title", "metric", "objective")


@dataclass(frozen=True)
class Value:
    """One field of an edit, in words.

    Attributes:
        before: What the plan held; None for an add.
        found: What the reader set; None where it did not.
        expected: What the gold sets; None where it does not.
        right: Whether both agree; None where the field is not compared or has no counterpart.
    """

    field: str
    before: str | None
    found: str | None
    expected: str | None
    right: bool | None


def item_before(one: Judged, plan: Plan) -> Mapping[str, object]:
    """What the plan held of the thing that an edit is about; empty for adds and unknown ids."""
    edit = one.gold or one.predicted
    entity = _ENTITIES.get(edit.entity) if edit else None
    if edit is None or entity is None or edit.op != "update":
        return {}
    item = "" if entity in _ONE_OF_A_KIND else edit.id or ""
    return current(plan, entity, item) or {}


def title(one: Judged, plan: Plan) -> str:
    """What the edit is about: the plan's title of it, else the gold's, else the reader's."""
    sets = [edit.set for edit in (one.gold, one.predicted) if edit]
    for known in (item_before(one, plan), *sets):
        for name in _TITLES:
            if known.get(name):
                return shown(known[name])
    edit = one.gold or one.predicted
    return (edit.id if edit else None) or "without a title"


def values(one: Judged, plan: Plan) -> tuple[Value, ...]:
    """Every field that the gold or the reader sets, compared ones first."""
    before = item_before(one, plan)
    expected = dict(one.gold.set) if one.gold else {}
    found = dict(one.predicted.set) if one.predicted else {}
    checks = {check.field: check for check in one.fields}
    names = [name for name in dict.fromkeys((*expected, *found)) if name != "id"]
    for name, check in checks.items():
        expected[name] = check.expected
        if name in found:
            found[name] = check.given
    return tuple(
        Value(
            field=name,
            before=shown(before.get(name)) if before else None,
            found=shown(found[name]) if name in found else None,
            expected=shown(expected[name]) if name in expected else None,
            right=checks[name].right if name in checks else None,
        )
        for name in sorted(names, key=_order)
    )


def _order(name: str) -> int:
    return COMPARED.index(name) if name in COMPARED else len(COMPARED)
