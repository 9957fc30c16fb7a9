"""A source's turns as numbered lines, and what is told of the source above them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agent.readers.model.limits import LIMITS
from agent.readers.model.view.fence import one_line
from agent.readers.model.view.people import introduced, named
from agent.readers.model.view.short_ids import ShortIds
from plan.people import match, speaker_of
from plan.sources import Person, Source, Turn

UNKNOWN = "(speaker unknown)"


class Piece(NamedTuple):
    """A turn, or a part of one that is too long for one call."""

    turn: Turn
    text: str


def source_text(source: Source, pieces: Sequence[Piece], ids: ShortIds) -> str:
    """The source from its heading to its last piece."""
    parts = (_heading(source, pieces, ids), *_history(source), *_lines(pieces, ids))
    return "\n".join(parts)


def _heading(source: Source, pieces: Sequence[Piece], ids: ShortIds) -> str:
    about = f"{source.kind}: {one_line(source.title) or 'no title'}"
    people = "; ".join(_taking_part(one, ids) for one in source.people)
    shown = _extent(source, pieces)
    return "\n".join(part for part in (about, f"With {people}" if people else "", shown) if part)


def _extent(source: Source, pieces: Sequence[Piece]) -> str:
    """Which turns these are, where they are not all."""
    if not pieces or (pieces[0].turn, pieces[-1].turn) == (source.turns[0], source.turns[-1]):
        return ""
    first, last = pieces[0].turn.n, pieces[-1].turn.n
    return f"Turns {first} to {last} of {len(source.turns)}; the others are read apart."


def _taking_part(person: Person, ids: ShortIds) -> str:
    known = ids.plan.person(match(ids.plan.stakeholders, person.name, person.address))
    if known:
        return named(known, ids)
    return one_line(" ".join(part for part in (person.name, person.address) if part))


def _history(source: Source) -> Iterator[str]:
    """Quoted history, without which a short answer cannot be understood."""
    quoted = one_line(" / ".join(source.quoted))
    if quoted:
        cut = " …" if len(quoted) > LIMITS.history else ""
        yield f"Quoted under it, older, never evidence: {quoted[: LIMITS.history]}{cut}"


def _lines(pieces: Sequence[Piece], ids: ShortIds) -> Iterator[str]:
    """Each piece with its turn's number and speaker, who is introduced the first time."""
    met: set[str] = set()
    for turn, text in pieces:
        person = ids.plan.person(speaker_of(turn, ids.plan.stakeholders))
        if person is None:
            speaker = one_line(turn.speaker or turn.address or "") or UNKNOWN
        else:
            speaker = named(person, ids) if person.id in met else introduced(person, ids)
            met.add(person.id)
        yield f"[{turn.n}] {speaker}: {one_line(text)}"
