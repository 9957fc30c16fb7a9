"""Where open proposals stand when the plan moves, and when newer words arrive."""

from collections.abc import Iterable

from plan.edits import Edit, Values, content_hash
from plan.fields import current
from plan.models import Plan
from plan.proposals import Proposal
from plan.values import ProposalStatus

OPEN: tuple[ProposalStatus, ...] = ("pending", "stale")
"""The statuses in which a proposal still waits for a decision."""


def stand(proposal: Proposal, plan: Plan) -> Proposal:
    """An open proposal as it stands on the plan as it now is, checked field by field.

    A field that already has the proposed value is dropped. A field that changed to
    another value makes the proposal stale: `before` then holds the value it has now,
    so both are seen, and the hash is a new one. With no field left it is superseded.
    An update of what is not there, because its add still waits or was taken back, stays.
    """
    now = current(plan, proposal.edit.entity, proposal.edit.id)
    if proposal.edit.op == "add" or now is None:
        return proposal
    left = {field: value for field, value in proposal.edit.set.items() if now.get(field) != value}
    if not left:
        return proposal.model_copy(
            update={"status": "superseded", "warnings": (*proposal.warnings, SAYS_SO)}
        )
    before = {field: now.get(field) for field in left}
    moved = any(before[field] != proposal.before.get(field) for field in left)
    return rehashed(proposal, left, before, status="stale" if moved else proposal.status)


def restand(proposals: Iterable[Proposal], plan: Plan) -> tuple[Proposal, ...]:
    """The open proposals among `proposals` that the plan's move changes, changed."""
    moved = ((one, stand(one, plan)) for one in proposals if one.status in OPEN)
    return tuple(after for before, after in moved if after != before)


def rehashed(
    proposal: Proposal, values: Values, before: Values, *, status: ProposalStatus
) -> Proposal:
    """The proposal with other values, named by the hash that belongs to them."""
    edit = proposal.edit.model_copy(update={"set": values})
    return proposal.model_copy(
        update={
            "edit": edit,
            "before": before,
            "hash": content_hash(edit, before),
            "status": status,
        }
    )


def later(one: Proposal, other: Proposal) -> bool:
    """Whether `one` rests on later words: precedence is (instant, number of the source)."""
    return (one.occurred_at, one.source_number) > (other.occurred_at, other.source_number)


def shared_fields(one: Edit, other: Edit) -> frozenset[str]:
    """The fields that both edits would set on the same thing."""
    if (one.entity, one.id) != (other.entity, other.id):
        return frozenset()
    return frozenset(one.set) & frozenset(other.set)


def without(proposal: Proposal, fields: Iterable[str]) -> Proposal | None:
    """What is left of a proposal when newer words took over some fields; None if nothing is."""
    gone = frozenset(fields)
    values = {field: value for field, value in proposal.edit.set.items() if field not in gone}
    before = {field: value for field, value in proposal.before.items() if field not in gone}
    return rehashed(proposal, values, before, status=proposal.status) if values else None


SAYS_SO = "The plan already says so."
