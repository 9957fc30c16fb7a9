"""Rightness: whether a candidate is what a passage asks for, for the scorer to learn from."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.material import Material
from agent.readers.embedded.training.marks import located
from agent.readers.embedded.training.passages import Change, Passage
from plan.people import name_words

COMPARED: Mapping[str, tuple[str, ...]] = {
    "action": ("due", "owner"),
    "milestone": ("due", "owner", "kind"),
    "stakeholder": ("side", "roles", "email"),
    "outcome": ("baseline", "target", "actual"),
}
"""The fields of an add that must agree (FORMAT.md)."""


def rightness(
    passage: Passage, material: Material, candidates: Sequence[Candidate]
) -> list[float | None]:
    """For each candidate: 1 if it is asked for, 0 if not, None where people would differ."""
    places = [
        frozenset(at for quote in one.quote for at in located(material.sentences, quote))
        for one in passage.changes
    ]
    people = _people(passage, material)
    return [_right(one, passage.changes, places, people) for one in candidates]


def _people(passage: Passage, material: Material) -> dict[str, str]:
    """By the id of somebody a passage adds: the key under which the reader knows them."""
    keys = {member.name.casefold(): member.key for member in material.roster.members.values()}
    return {
        str(one.set.get("id") or one.set.get("name")): keys.get(
            str(one.set.get("name")).casefold(), ""
        )
        for one in passage.changes
        if (one.op, one.entity) == ("add", "stakeholder")
    }


def _right(
    candidate: Candidate,
    changes: Sequence[Change],
    places: Sequence[frozenset[int]],
    people: Mapping[str, str],
) -> float | None:
    found = [
        (change.required, agrees)
        for change, place in zip(changes, places, strict=True)
        for agrees in _agreements(candidate, change, place, people)
    ]
    if any(required and agrees for required, agrees in found):
        return 1.0
    if any(not required for required, _ in found):
        return None
    return 0.0


def _agreements(
    candidate: Candidate, change: Change, place: frozenset[int], people: Mapping[str, str]
) -> Iterator[bool]:
    """Whether the candidate's values are the change's, if it is about the same thing at all."""
    claim = candidate.claim
    if (claim.op, claim.entity) != (change.op, change.entity):
        return
    if claim.op == "add":
        if claim.entity == "stakeholder":
            same = name_words(str(claim.set["name"])) == name_words(str(change.set.get("name")))
        else:
            same = not place.isdisjoint(claim.evidence)
        if same:
            wanted = [field for field in COMPARED[claim.entity] if field in change.set]
            yield all(
                _same(field, claim.set.get(field), change.set[field], people) for field in wanted
            )
        return
    field, value = next(iter(claim.set.items()))
    if claim.id == change.id and field in change.set:
        yield _same(field, value, change.set[field], people)


def _same(field: str, value: object, wanted: object, people: Mapping[str, str]) -> bool:
    if field in ("owner", "reports_to"):
        return value == people.get(str(wanted), wanted) or value == wanted
    if field == "roles":
        mine = set(value) if isinstance(value, list | tuple) else {value}
        theirs = set(wanted) if isinstance(wanted, list | tuple) else {wanted}
        return theirs <= mine
    if isinstance(wanted, date):
        return value == wanted.isoformat()
    if isinstance(wanted, int | float | Decimal) and not isinstance(wanted, bool):
        return value is not None and Decimal(str(value)) == Decimal(str(wanted))
    if field == "email":
        return str(value).casefold() == str(wanted).casefold()
    return value == wanted
