"""Deciding proposals: approve, edit then approve, reject."""

from collections.abc import Mapping

from memory.base import Unit
from plan.decide import decide_all
from plan.edits import Values
from plan.fields import normalise
from plan.models import Frozen
from plan.proposals import Decision, Proposal, Verdict
from plan.standing import OPEN
from plan.values import ProposalStatus
from tools.desk.errors import AlreadyDecidedError, ChangedError, NeedsError
from tools.desk.gate import Acting, next_decision, pass_through
from tools.desk.precedence import needing, warn_dependents

DECIDED: dict[Verdict, ProposalStatus] = {"approve": "approved", "reject": "rejected"}
"""What a proposal is while the decision of it stands."""


class Approval(Frozen):
    """What somebody approves.

    Attributes:
        proposal: The proposal's id.
        hash: The content hash that was looked at.
        changes: Field values that the person edited before approving; they may add fields.
        with_needs: Approve the additions it refers to as well, in the same transaction.
    """

    proposal: str
    hash: str
    changes: Mapping[str, object] = {}
    with_needs: bool = False


def approve(unit: Unit, asked: Approval, by: Acting) -> Decision:
    """Make a proposal's edit real.

    The same approval again by the same person gives the same decision again.

    Raises:
        NotFoundError: No such proposal.
        AlreadyDecidedError: It was decided otherwise, or by somebody else.
        ChangedError: It is not what was looked at any more.
        NeedsError: It refers to additions that still wait, and `with_needs` is not set.
        RefusedError: The edit breaks a rule.
    """
    proposal = _locked(unit, asked.proposal)
    changes = normalise(proposal.edit.entity, asked.changes)
    decided = {**proposal.edit.set, **changes}
    done = _same_again(unit, proposal, "approve", asked.hash, by, decided)
    if done:
        return done
    _as_seen(proposal, asked.hash)
    for need in _needs(unit, proposal, decided, asked):
        approve(unit, Approval(proposal=need.id, hash=need.hash, with_needs=True), by)
    return _approve(unit, unit.proposals.get(proposal.id), decided, by)


def reject(unit: Unit, proposal_id: str, digest: str, reason: str, by: Acting) -> Decision:
    """Put a proposal away with a reason; what needed it is told.

    Raises:
        NotFoundError: No such proposal.
        AlreadyDecidedError: It was decided otherwise, or by somebody else.
        ChangedError: It is not what was looked at any more.
    """
    proposal = _locked(unit, proposal_id)
    done = _same_again(unit, proposal, "reject", digest, by, {})
    if done:
        return done
    _as_seen(proposal, digest)
    number, stamp = next_decision(unit, proposal.deal, by)
    decision = Decision(
        id=stamp.cause,
        deal=proposal.deal,
        number=number,
        verdict="reject",
        actor=by.actor,
        at=by.at,
        proposal=proposal.id,
        hash=digest,
        proposed=proposal.edit.set,
        reason=reason,
    )
    rejected = proposal.model_copy(update={"status": "rejected"})
    unit.proposals.replace(rejected)
    warn_dependents(unit, rejected)
    return pass_through(unit, unit.plans.current(proposal.deal), (), decision, by.moment)


def standing(unit: Unit, proposal_id: str) -> Decision | None:
    """The decision of a proposal that was not taken back, if there is one."""
    about = unit.decisions.about(proposal_id)
    return next((one for one in about if one.verdict in DECIDED and not one.undone_by), None)


def _approve(unit: Unit, proposal: Proposal, values: Values, by: Acting) -> Decision:
    number, stamp = next_decision(unit, proposal.deal, by)
    edit = proposal.edit.model_copy(update={"set": values})
    events, plan = decide_all(unit.plans.current(proposal.deal), [edit], stamp)
    decision = Decision(
        id=stamp.cause,
        deal=proposal.deal,
        number=number,
        verdict="approve",
        actor=by.actor,
        at=by.at,
        proposal=proposal.id,
        hash=proposal.hash,
        proposed=proposal.edit.set,
        decided=values,
    )
    unit.proposals.replace(proposal.model_copy(update={"status": "approved"}))
    return pass_through(unit, plan, events, decision, by.moment)


def _locked(unit: Unit, proposal_id: str) -> Proposal:
    unit.plans.lock(unit.proposals.get(proposal_id).deal)
    return unit.proposals.get(proposal_id)


def _same_again(
    unit: Unit, proposal: Proposal, verdict: str, digest: str, by: Acting, decided: Values
) -> Decision | None:
    """The decision that stands, if it is this very one; None while the proposal is open."""
    if proposal.status in OPEN:
        return None
    last = standing(unit, proposal.id)
    if last is None:
        raise AlreadyDecidedError(f"{proposal.id} is {proposal.status} and cannot be decided.")
    if (last.verdict, last.hash, last.actor, last.decided) == (verdict, digest, by.actor, decided):
        return last
    raise AlreadyDecidedError(
        f"{proposal.id} was {proposal.status} by {last.actor} ({last.id}); undo that first."
    )


def _as_seen(proposal: Proposal, digest: str) -> None:
    if digest != proposal.hash:
        raise ChangedError(
            f"{proposal.id} is not what you looked at any more: it now sets {proposal.edit.set} "
            f"where the plan says {proposal.before}. Look again and decide on that."
        )


def _needs(unit: Unit, proposal: Proposal, decided: Values, asked: Approval) -> list[Proposal]:
    """The open additions that what is decided refers to, as they wait now."""
    edit = proposal.edit.model_copy(update={"set": decided})
    waiting = unit.proposals.find(proposal.deal, OPEN)
    (asking,) = needing([proposal.model_copy(update={"edit": edit})], waiting)
    if asking.needs and not asked.with_needs:
        raise NeedsError(proposal.id, asking.needs)
    return [one for one in waiting if one.id in asking.needs]
