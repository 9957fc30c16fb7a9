"""Choosing: of candidates that say different things of the same words or item, the surest."""

from collections.abc import Iterator, Sequence

from agent.readers.embedded.candidates.candidate import Candidate

LEAST = 0.25
"""The likelihood of being right from which a candidate is proposed."""
FURTHER = 0.45
"""The same of a further field of one item: a wrong one spoils what is right of the others."""
ADDED_BY_DAY = ("action", "milestone")
ADDING_UP = frozenset({"roles"})
"""Fields of which somebody can have several values."""
SHARED = frozenset({"status", "owner"})
"""Fields of which one sentence seldom tells the value of two items."""
BOTH = 0.5
"""The likelihood from which it does."""
_Room = tuple[object, ...]


def chosen(candidates: Sequence[Candidate], sureness: Sequence[float]) -> list[int]:
    """Indexes of the candidates to propose, the surest first, of as sure ones the later said.

    Args:
        candidates: All of a source.
        sureness: For each, the likelihood that it is right.
    """
    later = [max(one.claim.evidence) for one in candidates]
    order = sorted(range(len(candidates)), key=lambda k: (-sureness[k], -later[k]))
    kept: list[int] = []
    taken: set[_Room] = set()
    for k in order:
        room = set(_room(candidates[k]))
        if sureness[k] >= _least(candidates[k], taken) and taken.isdisjoint(room):
            kept.append(k)
            taken |= {*room, *_shared(candidates[k]), _changed(candidates[k])}
    return kept


def _least(one: Candidate, taken: set[_Room]) -> float:
    """How likely a candidate must be beside those that are kept."""
    if not taken.isdisjoint(_shared(one)):
        return BOTH
    further = _changed(one) in taken and not one.claim.set.keys() <= ADDING_UP
    return FURTHER if further else LEAST


def _changed(one: Candidate) -> _Room:
    """What is changed; of things added each is its own."""
    return ("changed", one.claim.op, one.claim.entity, one.claim.id)


def _shared(one: Candidate) -> set[_Room]:
    """What a candidate leaves only to one that is sure too: the value that its words tell."""
    fields = one.claim.set.keys() & SHARED if one.claim.op == "update" else ()
    words = one.claim.evidence
    return {("shared", field, str(one.claim.set[field]), at) for field in fields for at in words}


def _room(one: Candidate) -> Iterator[_Room]:
    """What a candidate leaves no other: its field or person, its day, what its words add."""
    claim = one.claim
    if claim.op == "update":
        yield from ((claim.entity, claim.id, field) for field in claim.set.keys() - ADDING_UP)
    elif claim.entity == "stakeholder":
        yield claim.entity, claim.set["name"]
    elif claim.entity in ADDED_BY_DAY:
        yield from (("added", at) for at in one.room)
    if claim.set.get("due"):
        yield from (("due", claim.set["due"], at) for at in one.room)
