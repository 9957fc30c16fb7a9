"""Proposing: what the user asks to change becomes a proposal that waits for approval."""

from agent.answers.answer import Answer, Statement
from agent.answers.dossier import Dossier
from agent.answers.telling import label, thing, told
from agent.answers.wording import listed
from agent.chat.embedded.commands import Command
from agent.chat.ports import Library
from memory.errors import NotFoundError
from plan.errors import RefusedError
from plan.proposals import Proposal

TOPIC = "proposal"
WHY = "Asked for in the chat."


def proposed(order: Command, dossier: Dossier, library: Library) -> Answer:
    """Propose a change, and tell that it waits; where it cannot be made, tell why not."""
    if order.target is None or order.unclear:
        return Answer(topic=TOPIC, note=order.unclear)
    target = order.target
    try:
        proposal = library.propose(target.deal, target.entity, target.id, order.values, WHY)
    except (RefusedError, NotFoundError) as error:
        return Answer(topic=TOPIC, note=str(error))
    return Answer(topic=TOPIC, statements=(_waiting(proposal, dossier),))


def _waiting(proposal: Proposal, dossier: Dossier) -> Statement:
    edit = proposal.edit
    values = listed([_value(proposal, dossier, field) for field in edit.set])
    return Statement(
        text=f"A change of {thing(dossier, edit.entity, edit.id)} waits for approval: {values}.",
        basis="proposed",
        items=(dossier.ref(edit.entity, edit.id),),
        proposals=(proposal.id,),
    )


def _value(proposal: Proposal, dossier: Dossier, field: str) -> str:
    edit = proposal.edit
    now = told(dossier, edit.entity, edit.id, field, edit.set[field])
    if proposal.before.get(field) in (None, "", []):
        return f"{label(field)} {now}"
    was = told(dossier, edit.entity, edit.id, field, proposal.before[field])
    return f"{label(field)} {now} instead of {was}"
