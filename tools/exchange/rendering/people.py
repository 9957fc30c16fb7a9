"""Whom a source names: those it lists, and whoever speaks."""

from collections.abc import Iterator, Sequence

from plan.sources import Person, Source, Turn


def people(source: Source) -> Sequence[Person]:
    """Everybody a source names, once; of a call that names no speaker, nobody."""
    if source.kind == "call" and not any(turn.speaker for turn in source.turns):
        return ()
    return tuple(dict.fromkeys((*source.people, *_speakers(source))))


def _speakers(source: Source) -> Iterator[Person]:
    """Speakers whom the list of people does not hold."""
    known = {one for person in source.people for one in (person.name, person.address) if one}
    for turn in source.turns:
        if turn.speaker and turn.speaker not in known:
            yield speaker(turn)


def speaker(turn: Turn) -> Person:
    """Who speaks; somebody known by address alone has no name."""
    name = turn.speaker if turn.speaker != turn.address else None
    return Person(name=name, address=turn.address)
