"""How a field's value moved: from what to what, when, and by whose decision."""

from collections.abc import Iterator, Sequence

from agent.answers.answer import ItemRef, Statement
from agent.answers.dossier import Dossier
from agent.answers.history import Change, said_on
from agent.answers.telling import capital, label, told
from agent.answers.wording import day, listed
from agent.answers.words_behind import MOST, words_of

_CRM = "crm:"


def moved(dossier: Dossier, one: Change, name: str) -> Statement:
    """That a field of something, called `name`, moved; the words behind it say why."""
    how = _from_to(dossier, one, one, "moved")
    return Statement(
        text=f"{capital(name)} {how}, {decided_by(dossier, (one,))}.",
        items=(dossier.ref(one.entity, one.id),),
        words=words_of((one,)),
        events=(one.seq,),
    )


def wished(dossier: Dossier, ref: ItemRef, field: str, name: str) -> Iterator[Statement]:
    """Each waiting proposal that would give a field of something, called `name`, a value."""
    for one in dossier.proposals:
        edit = one.edit
        if (edit.entity, edit.id) == (ref.entity, ref.id) and field in edit.set:
            value = told(dossier, ref.entity, ref.id, field, edit.set[field])
            yield Statement(
                text=f"A move of {name} to {value} waits for approval.",
                basis="proposed",
                words=edit.evidence[:MOST],
                proposals=(one.id,),
            )


def net(dossier: Dossier, changes: Sequence[Change]) -> str:
    """What a thing's changes come to, a field at a time; empty where all was changed back."""
    fields: dict[str, list[Change]] = {}
    for change in changes:
        fields.setdefault(change.field, []).append(change)
    told_of = [
        f"{label(field)} {_from_to(dossier, every[0], every[-1], 'went')}"
        for field, every in fields.items()
        if every[0].before != every[-1].after
    ]
    return listed(told_of) if told_of else ""


def decided_by(dossier: Dossier, changes: Sequence[Change]) -> str:
    """When and by whom: `said on … and approved by kim`, or `set by kim on …`."""
    who = listed(tuple(dict.fromkeys(_actor(one.actor) for one in changes)))
    said = said_on(dossier, (words for one in changes for words in one.evidence))
    if said:
        return f"said on {listed([day(one) for one in said])} and approved by {who}"
    return f"set by {who} on {day(changes[-1].decided)}"


def _from_to(dossier: Dossier, first: Change, last: Change, verb: str) -> str:
    before, after = (
        told(dossier, one.entity, one.id, one.field, value)
        for one, value in ((first, first.before), (last, last.after))
    )
    if first.before in (None, "", []):
        return f"was set to {after}"
    return f"{verb} from {before} to {after}"


def _actor(actor: str) -> str:
    if actor.startswith(_CRM):
        return f"the CRM ({actor.removeprefix(_CRM)})"
    return "an import" if actor == "import" else actor
