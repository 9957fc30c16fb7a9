"""Whose a milestone or an action is, whose it was, and whose it would be."""

from collections.abc import Collection, Iterator, Sequence

from agent.answers.answer import Statement
from agent.answers.dossier import About, Dossier
from agent.answers.history import changes_of
from agent.answers.naming import named, standing, titled
from agent.answers.telling import told
from agent.answers.waiting import waits
from agent.answers.wording import day
from agent.answers.words_behind import words_of
from plan.models import Action, Milestone
from plan.values import Entity, MilestoneKind

Owned = Milestone | Action

LOOKED_AT = 3
"""Items recognised in a question that are looked at; those behind are less likely."""


def asked_items(dossier: Dossier, about: About) -> tuple[Owned, ...]:
    """The milestones and actions that a question names, the likeliest first."""
    refs = [one for one in about.items if one.deal == dossier.plan.deal.id]
    found = (dossier.plan.find(one.entity, one.id) for one in refs)
    return tuple(item for item in found if isinstance(item, Owned))[:LOOKED_AT]


def kind_of(item: Owned) -> Entity:
    """Which kind of thing an item is, as references name it."""
    return "milestone" if isinstance(item, Milestone) else "action"


def owning(dossier: Dossier, item: Owned) -> Statement:
    """Whose an item is, or that the plan names nobody, with the words that made it so."""
    changes = [
        one for one in changes_of(dossier, kind_of(item), item.id, "owner") if one.type != "opened"
    ]
    owner = dossier.person(item.owner)
    where = f"{titled(item.title)}, which is {standing(item, dossier.today)}"
    who = f"{named(dossier.plan, owner)} owns" if owner else "The plan names no owner of"
    gone = "" if owner is None or owner.active else " The owner is gone from the deal."
    people = (dossier.ref("stakeholder", owner.id),) if owner else ()
    return Statement(
        text=f"{who} {where}.{gone}",
        items=(dossier.ref(kind_of(item), item.id), *people),
        words=words_of(changes[-1:]),
        events=tuple(one.seq for one in changes[-1:]),
    )


def owners_before(dossier: Dossier, items: Sequence[Owned]) -> Iterator[Statement]:
    """Whose items were before, and until when, the latest first."""
    for item in items:
        history = changes_of(dossier, kind_of(item), item.id, "owner")
        for one in reversed(history):
            before = dossier.person(one.before if isinstance(one.before, str) else None)
            if before is not None and one.type == "updated":
                yield Statement(
                    text=f"{titled(item.title)} was {before.name}’s until {day(one.day)}.",
                    items=(
                        dossier.ref(kind_of(item), item.id),
                        dossier.ref("stakeholder", before.id),
                    ),
                    # The last change's words stand behind whose it is now.
                    words=words_of((one,)) if one is not history[-1] else (),
                    events=(one.seq,),
                )


def owning_waits(dossier: Dossier, items: Sequence[Owned]) -> Iterator[Statement]:
    """Waiting proposals that would give the items to somebody."""
    wanted = {(kind_of(item), item.id): item.title for item in items}
    for one in dossier.proposals:
        title = wanted.get((one.edit.entity, one.edit.id))
        if title is not None and "owner" in one.edit.set:
            who = told(dossier, one.edit.entity, one.edit.id, "owner", one.edit.set["owner"])
            yield waits(one, f"A new owner of {titled(title)}", who)


def steps_of(dossier: Dossier, kinds: Collection[MilestoneKind]) -> tuple[Milestone, ...]:
    """The milestones of some kinds that have an owner, in the plan's order."""
    return tuple(one for one in dossier.plan.milestones if one.kind in kinds and one.owner)
