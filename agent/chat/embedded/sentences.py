"""The sentences of the chunks that a search found, in the order in which they were said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from agent.addressed import addressed
from agent.chat.ports import Library
from agent.readers.embedded.sentences import split
from memory.records import Recalled
from plan.models import Stakeholder
from plan.people import speaker_of
from plan.sources import Evidence, Source


@dataclass(frozen=True)
class Said:
    """One sentence that may answer.

    Attributes:
        evidence: Where it stands.
        text: Its words.
        speaker: The speaker's id, where the plan knows them.
        label: The speaker as the source writes them; empty where nobody is known.
        day: The source's own day.
        rank: How many sources of the deal that are looked at occurred before it.
        commanding: Whether it speaks to software: then it answers nothing.
    """

    evidence: Evidence
    text: str
    speaker: str | None
    label: str
    day: date
    rank: int
    commanding: bool


def said_in(
    found: Sequence[Recalled], library: Library, people: Sequence[Stakeholder]
) -> tuple[Said, ...]:
    """All sentences of the turns that the chunks touch, sources by instant, each once."""
    turns: dict[str, set[int]] = {}
    for one in found:
        chunk = one.chunk
        turns.setdefault(chunk.source, set()).update(range(chunk.first_turn, chunk.last_turn + 1))
    sources = [(source, library.source(source)) for source in turns]
    sources.sort(key=lambda pair: (pair[1].occurred_at, pair[0]))
    return tuple(
        sentence
        for rank, (source_id, source) in enumerate(sources)
        for sentence in _sentences(source_id, source, turns[source_id], rank, people)
    )


def _sentences(
    source_id: str, source: Source, wanted: set[int], rank: int, people: Sequence[Stakeholder]
) -> Iterator[Said]:
    orders = addressed(source.turns)
    for turn in source.turns:
        if turn.n not in wanted:
            continue
        speaker = speaker_of(turn, people)
        for start, end in split(turn.text):
            place = Evidence(source=source_id, turn=turn.n, start=start, end=end)
            yield Said(
                evidence=place,
                text=turn.text[start:end],
                speaker=speaker,
                label=turn.speaker or "",
                day=source.day,
                rank=rank,
                commanding=orders.touches(place),
            )
