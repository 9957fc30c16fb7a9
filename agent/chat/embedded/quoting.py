"""Quoting: the best sentences as statements, neighbours together, in the order of their worth."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.answers.answer import ItemRef, Statement
from agent.answers.wording import day, listed
from agent.chat.embedded.meanings import meanings
from agent.chat.embedded.sentences import Said
from plan.models import Plan
from plan.sources import Evidence
from plan.values import SourceKind

_VERBS: dict[SourceKind, str] = {
    "call": "said on the call",
    "email": "wrote in the mail",
    "chat": "wrote in the chat",
    "note": "wrote in the note",
}


def quoting(said: Sequence[Said], kind: SourceKind, plan: Plan, words: Evidence) -> Statement:
    """A statement that leads in the words that somebody said.

    Args:
        said: The sentences quoted, all of one turn.
        kind: What kind of source it is.
        plan: The plan, whose people the speakers are.
        words: Where the sentences stand.
    """
    first = said[0]
    person = plan.person(first.speaker)
    who = person.name if person else first.label or "Somebody"
    title = f" ({person.title})" if person and person.title else ""
    items = (ItemRef(deal=plan.deal.id, entity="stakeholder", id=person.id),) if person else ()
    found = dict.fromkeys(each for one in said for each in meanings(one, plan.deal))
    meant = f", about {listed(tuple(found))}" if found else ""
    text = f"{who}{title} {_VERBS[kind]} of {day(first.day)}{meant}:"
    return Statement(text=text, basis="said", items=items, words=(words,))


@dataclass(frozen=True)
class Span:
    """Sentences of a turn next to each other, by their indexes, and where they stand together."""

    at: tuple[int, ...]
    words: Evidence


def spans(said: Sequence[Said], chosen: Sequence[int]) -> list[Span]:
    """The chosen sentences as words to quote, in the order in which they were chosen."""
    groups: list[list[int]] = []
    for at in sorted(chosen):
        if groups and groups[-1][-1] == at - 1 and _same_turn(said[at - 1], said[at]):
            groups[-1].append(at)
        else:
            groups.append([at])
    order = {at: place for place, at in enumerate(chosen)}
    groups.sort(key=lambda group: min(order[at] for at in group))
    return [Span(tuple(group), _whole(said, group)) for group in groups]


def _whole(said: Sequence[Said], group: Sequence[int]) -> Evidence:
    end = said[group[-1]].evidence.end
    return said[group[0]].evidence.model_copy(update={"end": end})


def _same_turn(one: Said, other: Said) -> bool:
    here, there = one.evidence, other.evidence
    return (here.source, here.turn) == (there.source, there.turn)
