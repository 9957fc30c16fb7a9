"""Searching a deal: the words of its sources, and the things and proposals of its plan."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from agent.addressed import addressed
from agent.answers.answer import ItemRef, Statement
from agent.answers.dossier import Dossier
from agent.answers.naming import named, standing
from agent.answers.telling import thing, told
from agent.answers.wording import day
from agent.chat.model.called import title_of
from agent.chat.model.limits import LIMITS
from agent.chat.model.proposing import proposed
from agent.chat.ports import Library
from agent.readers.embedded.words import content
from memory.records import Chunk
from plan.models import COLLECTIONS, Item, Outcome, Stakeholder
from plan.sources import Evidence, Source
from plan.values import Entity

_NUMBERS = ("baseline", "target", "actual")


class Passages(NamedTuple):
    """What a search of sources gives: all of it, and what of it speaks to software."""

    statements: tuple[Statement, ...]
    to_software: tuple[Statement, ...]


def in_sources(library: Library, deal: str, query: str) -> Passages:
    """Passages that may answer, best first, a statement a turn."""
    found = library.search(deal, query, LIMITS.found)
    sources = {one.chunk.source: library.source(one.chunk.source) for one in found}
    spans = [span for one in found for span in _spans(one.chunk, sources[one.chunk.source])]
    spoken = {name: addressed(one.turns) for name, one in sources.items()}
    turned = {one for one in spans if spoken[one.source].touches(one)}
    said = {one: _said(one, sources[one.source], turned) for one in dict.fromkeys(spans)}
    return Passages(tuple(said.values()), tuple(said[one] for one in turned))


def in_plan(dossier: Dossier, query: str) -> tuple[Statement, ...]:
    """Things of the plan and proposals whose words a query shares, those that share most first."""
    wanted = content(query)
    statements = (*_things(dossier), *(proposed(dossier, one) for one in dossier.proposals))
    shared = [(len(wanted & content(one.text)), one) for one in statements]
    best = sorted(shared, key=lambda one: -one[0])
    return tuple(one for count, one in best if count)[: LIMITS.items]


def _spans(chunk: Chunk, source: Source) -> Iterator[Evidence]:
    """The parts of turns that a chunk holds."""
    for turn in source.turns[chunk.first_turn - 1 : chunk.last_turn]:
        start = chunk.start if turn.n == chunk.first_turn else 0
        end = chunk.end if turn.n == chunk.last_turn else len(turn.text)
        if start < end:
            yield Evidence(source=chunk.source, turn=turn.n, start=start, end=end)


def _said(words: Evidence, source: Source, turned: Collection[Evidence]) -> Statement:
    told = ", to software and to nobody of the deal" if words in turned else ""
    text = f"In the {source.kind} of {day(source.day)}{told}:"
    return Statement(text=text, basis="said", words=(words,))


def _things(dossier: Dossier) -> Iterator[Statement]:
    for entity in COLLECTIONS:
        for one in dossier.plan.items(entity):
            ref: ItemRef = dossier.ref(entity, one.id)
            yield Statement(text=_told(dossier, entity, one), items=(ref,))


def _told(dossier: Dossier, entity: Entity, one: Item) -> str:
    if isinstance(one, Stakeholder):
        roles = told(dossier, entity, one.id, "roles", [*one.roles])
        gone = "" if one.active else ", gone from the deal"
        return f"{named(dossier.plan, one)}, {one.side}, roles: {roles}{gone}"
    if isinstance(one, Outcome):
        return f"{entity} “{one.metric}”{''.join(_figures(dossier, one))}"
    owner = thing(dossier, "stakeholder", one.owner) if one.owner else "nobody"
    return f"{entity} “{title_of(one)}”, owner {owner}, {standing(one, dossier.today)}"


def _figures(dossier: Dossier, one: Outcome) -> Iterator[str]:
    values = one.model_dump(mode="json", include={*_NUMBERS, "due"}, exclude_none=True)
    for field, value in values.items():
        yield f", {field} {told(dossier, 'outcome', one.id, field, value)}"
