"""What a user asks to change becomes a proposal, which is told and waits for approval."""

from collections.abc import Sequence
from dataclasses import replace

from pydantic import JsonValue

from agent.answers.answer import Statement
from agent.answers.dossier import Dossier
from agent.answers.telling import label, thing, told
from agent.answers.wording import listed
from agent.chat.model.called import Change
from agent.chat.model.meant import item_id
from agent.chat.ports import Library
from agent.quotes import fold
from agent.readers.model.view.fence import one_line
from agent.readers.model.view.short_ids import ShortIds
from plan.errors import RefusedError
from plan.proposals import Proposal
from plan.references import REFERENCES
from plan.values import Entity


def propose(
    change: Change, library: Library, deal: str, ids: ShortIds, said: Sequence[str]
) -> Proposal:
    """Propose what a user asks for, in the user's own words.

    Args:
        change: What the model says is asked for.
        library: Who keeps it.
        deal: The deal.
        ids: Its short ids.
        said: What the user said, in this question and before it.

    Raises:
        RefusedError: Nobody asked for it in these words, something it names is not there, or it
            breaks a rule.
    """
    why = one_line(change.why)
    if not any(fold(why).casefold() in fold(one_line(one)).casefold() for one in said):
        raise RefusedError("Copy into `why` the user's own words that ask for this.")
    item = item_id(change.entity, change.id, ids) if change.id.strip() else ""
    values = {name: _meant(change.entity, name, value, ids) for name, value in change.set.items()}
    return library.propose(deal, change.entity, item, values, why)


def proposed(dossier: Dossier, proposal: Proposal) -> Statement:
    """What a proposal would change, from what to what."""
    edit, seen = proposal.edit, replace(dossier, proposals=(*dossier.proposals, proposal))
    name = thing(seen, edit.entity, edit.id)
    kind = "" if name == f"the {edit.entity}" else f"{edit.entity} "
    news = "new " if edit.op == "add" else ""
    changes = listed([_change(seen, proposal, field) for field in edit.set])
    return Statement(
        text=f"Proposal, waiting for approval: {news}{kind}{name}, {changes}.",
        basis="proposed",
        items=() if edit.op == "add" else (dossier.ref(edit.entity, edit.id),),
        words=edit.evidence,
        proposals=(proposal.id,),
    )


def _change(dossier: Dossier, proposal: Proposal, field: str) -> str:
    edit, before = proposal.edit, proposal.before
    after = told(dossier, edit.entity, edit.id, field, edit.set[field])
    if edit.op == "add":
        return f"{label(field)} {after}"
    was = told(dossier, edit.entity, edit.id, field, before.get(field))
    return f"{label(field)} {was} becomes {after}"


def _meant(entity: Entity, field: str, value: JsonValue, ids: ShortIds) -> JsonValue:
    """A field's value with references by id; everything else as it is, on one line.

    Raises:
        RefusedError: Something it refers to is not there.
    """
    kind = REFERENCES.get((entity, field))
    if isinstance(value, list):
        return [_meant(entity, field, one, ids) for one in value]
    if not isinstance(value, str):
        return value
    return item_id(kind, value, ids) if kind else one_line(value)
