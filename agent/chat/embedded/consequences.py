"""Consequences: what words of sources changed in the plan, told in the plan's own terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.answers.answer import Statement
from agent.answers.dossier import Dossier
from agent.answers.history import Change, changes_of
from agent.answers.moves import net
from agent.answers.risk_words import voicing
from agent.answers.telling import label, thing, told
from agent.answers.wording import day, listed
from agent.answers.words_behind import MOST, words_of
from plan.events import Event
from plan.observations import Risk
from plan.sources import Evidence

_TOLD_OF_NEW = ("side", "roles", "owner", "due", "milestone", "status", "baseline", "target")
"""The fields of a new thing that are told with it."""


@dataclass(frozen=True)
class Consequence:
    """What some words led to.

    Attributes:
        words: The words.
        statement: What the plan took from them, resting on all words of the same event.
    """

    words: Evidence
    statement: Statement


def consequences(dossier: Dossier) -> tuple[Consequence, ...]:
    """What every event and every open risk that rests on words made of them, in order."""
    made = tuple(
        Consequence(words, statement)
        for event in dossier.events
        for statement in _stated(dossier, event)
        for words in event.evidence
    )
    risks = (one for one in dossier.risks if one.status == "open")
    voiced = (Consequence(words, _voiced(dossier, one)) for one in risks for words in one.evidence)
    return (*made, *voiced)


def about(found: Sequence[Consequence], words: Evidence) -> tuple[Statement, ...]:
    """What the plan took from words, or from some that they overlap."""
    return tuple(one.statement for one in found if overlap(one.words, words))


def overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two places have words in common."""
    same = (one.source, one.turn) == (other.source, other.turn)
    return same and one.start < other.end and other.start < one.end


def _stated(dossier: Dossier, event: Event) -> Iterator[Statement]:
    """One statement of an event that rests on words and whose thing is still there."""
    every = changes_of(dossier, event.entity, event.id)
    changes = [one for one in every if one.seq == event.seq]
    gone = event.entity not in ("deal", "plan") and not dossier.plan.find(event.entity, event.id)
    if event.evidence and changes and not gone:
        yield Statement(
            text=f"{_what(dossier, event, changes)} ({day(changes[-1].day)}).",
            items=(dossier.ref(event.entity, event.id),),
            words=words_of(changes),
            events=(event.seq,),
        )


def _what(dossier: Dossier, event: Event, changes: Sequence[Change]) -> str:
    name = thing(dossier, event.entity, event.id)
    if event.type == "updated":
        return f"{name[:1].upper()}{name[1:]}: {net(dossier, changes)}"
    new = {one.field: one.after for one in changes}
    values = (
        f"{label(field)} {told(dossier, event.entity, event.id, field, new[field])}"
        for field in _TOLD_OF_NEW
        if new.get(field)
    )
    return ", ".join((f"New {event.entity} {name}", *values))


def _voiced(dossier: Dossier, risk: Risk) -> Statement:
    """What a risk is about, resting on all its words."""
    people = (dossier.ref("stakeholder", one) for one in risk.stakeholders if dossier.person(one))
    steps = [one for one in risk.milestones if dossier.plan.find("milestone", one)]
    items = (*people, *(dossier.ref("milestone", one) for one in steps))
    about = f" about {listed([thing(dossier, 'milestone', one) for one in steps])}" if steps else ""
    text = f"{voicing(risk)}{about}."
    return Statement(
        text=text[:1].upper() + text[1:],
        items=items or (dossier.ref("deal"),),
        words=risk.evidence[:MOST],
    )
