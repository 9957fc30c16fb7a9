"""Proposals that wait for a decision, told as such and never as if they were decided."""

from collections.abc import Iterator

from agent.answers.answer import Statement
from agent.answers.dossier import Dossier
from agent.answers.telling import label, thing, told
from agent.answers.wording import listed
from agent.answers.words_behind import MOST
from plan.proposals import Proposal
from plan.values import Entity


def proposed(dossier: Dossier, entity: Entity, item_id: str) -> Iterator[Statement]:
    """One statement for each waiting proposal that would change a thing of the plan."""
    for one in dossier.proposals:
        edit = one.edit
        if edit.op == "update" and (edit.entity, edit.id) == (entity, item_id):
            values = listed([_value(dossier, one, field) for field in edit.set])
            yield waits(one, f"A change of {thing(dossier, entity, item_id)}", values)


def waits(proposal: Proposal, what: str, values: str) -> Statement:
    """That something waits for approval, with the words that would justify it."""
    return Statement(
        text=f"{what} waits for approval: {values}.",
        basis="proposed",
        words=proposal.edit.evidence[:MOST],
        proposals=(proposal.id,),
    )


def _value(dossier: Dossier, proposal: Proposal, field: str) -> str:
    edit = proposal.edit
    to = told(dossier, edit.entity, edit.id, field, edit.set[field])
    if not proposal.before.get(field):
        return f"{label(field)} {to}"
    was = told(dossier, edit.entity, edit.id, field, proposal.before[field])
    return f"{label(field)} {to} instead of {was}"
