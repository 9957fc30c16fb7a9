"""The plan as it would be: what proposals would make of it, for checks and risks."""

from collections.abc import Iterable
from datetime import UTC, datetime

from plan.decide import decide
from plan.edits import Edit
from plan.errors import RefusedError
from plan.events import Stamp
from plan.fold import fold
from plan.models import Plan

_STAMP = Stamp(at=datetime.min.replace(tzinfo=UTC), actor="nobody", cause="supposed")


def suppose(plan: Plan, edits: Iterable[Edit]) -> Plan:
    """The plan if these edits were made, in whatever order they can be; the rest change nothing."""
    waiting = list(edits)
    while waiting:
        refused: list[Edit] = []
        for edit in waiting:
            try:
                plan = fold([decide(plan, edit, _STAMP)], start=plan)
            except RefusedError:
                refused.append(edit)
        if len(refused) == len(waiting):
            break
        waiting = refused
    return plan
