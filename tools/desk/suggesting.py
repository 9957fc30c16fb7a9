"""Suggesting: what somebody asks for in a chat waits for a decision, as what a reading found."""

from collections.abc import Sequence

from memory.base import Unit
from plan.decide import decide
from plan.edits import Edit, content_hash
from plan.errors import RefusedError
from plan.events import Event, Stamp
from plan.fields import normalise
from plan.proposals import Proposal
from plan.standing import OPEN
from plan.suppose import suppose
from tools.desk.editing import with_id
from tools.desk.gate import Acting
from tools.desk.precedence import behind, needing, supersede


def suggest(unit: Unit, deal: str, edit: Edit, by: Acting, why: str) -> Proposal:
    """Propose a person's edit: the same checks as if they made it, but nothing is decided.

    It rests on no source. What the plan says already is left out of it; it takes over the fields
    that older open proposals would set, and may refer to what those would add. What a pending
    proposal asks for already is not proposed twice: that proposal is returned.

    Args:
        unit: The transaction.
        deal: The deal's id.
        edit: What to change; an addition may leave its id empty.
        by: Who asks for it, and when: newer words than all that was said before.
        why: The words that ask for it, for whoever decides.

    Raises:
        NotFoundError: No such deal.
        RefusedError: The edit breaks a rule or changes nothing, or adds something under an id
            that the deal has ever given to anything.
    """
    unit.plans.lock(deal)
    waiting = unit.proposals.find(deal, OPEN)
    asked = edit.model_copy(update={"set": normalise(edit.entity, edit.set), "evidence": ()})
    if asked.op == "add" and (there := _pending(asked, waiting)):
        return there
    number = unit.proposals.next_number(deal)
    event = _supposed(unit, deal, asked, waiting, Stamp(at=by.at, actor=by.actor, cause=""))
    wanted = asked.model_copy(update={"id": event.id, "set": event.after})
    if there := _pending(wanted, waiting):
        return there
    new = Proposal(
        id=f"{deal}.p{number}",
        deal=deal,
        number=number,
        occurred_at=by.at,
        edit=wanted,
        before=event.before,
        hash=content_hash(wanted, event.before),
        why=f"Asked for by {by.actor}: {why}" if why else f"Asked for by {by.actor}.",
        created_at=by.at,
    )
    return _kept(unit, new, waiting)


def _pending(asked: Edit, waiting: Sequence[Proposal]) -> Proposal | None:
    """The pending proposal that asks for all of this already; an addition may go by any id."""
    return next((one for one in waiting if one.status == "pending" and _asks(one, asked)), None)


def _asks(one: Proposal, asked: Edit) -> bool:
    edit = one.edit
    same = (edit.op, edit.entity) == (asked.op, asked.entity)
    meant = edit.id == asked.id or (asked.op == "add" and not asked.id)
    said = (edit.set.get(field, ...) == value for field, value in asked.set.items())
    return same and meant and all(said)


def _supposed(
    unit: Unit, deal: str, asked: Edit, waiting: Sequence[Proposal], stamp: Stamp
) -> Event:
    """The event that the edit would be, were the open additions made.

    Raises:
        RefusedError: It breaks a rule or changes nothing.
    """
    named = with_id(unit, deal, asked)
    if named.op == "add" and named.id in unit.plans.used_ids(deal):
        raise RefusedError(f"The id `{named.id}` was given before in {deal}; choose another.")
    adds = (one.edit for one in waiting if one.edit.op == "add")
    return decide(suppose(unit.plans.current(deal), adds), named, stamp)


def _kept(unit: Unit, new: Proposal, waiting: Sequence[Proposal]) -> Proposal:
    """The proposal, kept, with what it needs; older ones without what it takes over."""
    (proposal,) = needing([new], waiting)
    proposal = behind(unit, proposal)
    unit.proposals.add([proposal])
    supersede(unit, [proposal], waiting)
    return proposal
