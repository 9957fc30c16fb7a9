"""What stands before a source: proposals that wait, open risks, and older passages."""

from agent.ports import Context
from agent.readers.model.limits import LIMITS
from agent.readers.model.view.fence import one_line
from agent.readers.model.view.short_ids import LETTERS, ShortIds
from plan.edits import Edit
from plan.references import REFERENCES, as_ids
from plan.standing import OPEN

NONE = "(none)"


def waiting(context: Context, ids: ShortIds) -> str:
    """Proposals of this deal that nobody has decided yet, a line each."""
    pending = (one.edit for one in context.pending if one.status in OPEN)
    return "\n".join(_proposed(edit, ids) for edit in pending) or NONE


def risks(context: Context, ids: ShortIds) -> str:
    """Risks open before this source that somebody said."""
    said = (one for one in context.risks if one.basis == "said" and one.status == "open")
    lines = (
        " | ".join(
            part
            for part in (
                f"{one.kind}, {one.severity}",
                " ".join(ids.short("milestone", each) for each in one.milestones),
                " ".join(ids.short("stakeholder", each) for each in one.stakeholders),
                one_line(one.why),
            )
            if part
        )
        for one in said
    )
    return "\n".join(lines) or NONE


def recalled(context: Context) -> str:
    """Passages of earlier sources that may help to understand this one."""
    lines = (
        f"(older) {one_line(one.speaker or 'somebody')}: {one_line(one.text)[: LIMITS.passage]}"
        for one in context.recalled
    )
    return "\n".join(lines) or NONE


def _proposed(edit: Edit, ids: ShortIds) -> str:
    done = "new" if edit.op == "add" else "change of"
    short = ids.short(edit.entity, edit.id) if edit.entity in LETTERS else ""
    values = "; ".join(f"{field} {_value(edit, field, ids)}" for field in edit.set)
    return f"{done} {edit.entity} {short}: {values}".replace(" :", ":")


def _value(edit: Edit, field: str, ids: ShortIds) -> str:
    value = edit.set[field]
    kind = REFERENCES.get((edit.entity, field))
    if kind:
        return ", ".join(ids.short(kind, each) for each in as_ids(value)) or "none"
    if isinstance(value, list):
        return ", ".join(one_line(str(each)) for each in value) or "none"
    return "none" if value is None else one_line(str(value))
