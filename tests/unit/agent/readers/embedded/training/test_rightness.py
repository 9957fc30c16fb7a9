"""Rightness: which candidates a passage asks for, which not, and where people would differ."""

from collections.abc import Callable

import pytest
from pydantic import JsonValue

from agent.ports import Context
from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag
from agent.readers.embedded.training.passages import Passage
from agent.readers.embedded.training.rightness import rightness
from plan.values import Entity

Make = Callable[..., Passage]
Prepare = Callable[[Context], Material]
Fields = dict[str, JsonValue]

TURNS = [
    ["lena", "Good morning to you all."],
    ["lena", "I'll send you the audit report by Friday. The review slips to the twenty-seventh."],
    ["dan", "This is Nora Feld, our legal counsel. Nora writes the contract by Monday."],
]
MORNING, REPORT, SLIPS, NEW, WRITES = range(5)
ADD = {
    "op": "add",
    "entity": "action",
    "set": {"title": "Send the audit report", "owner": "lena", "due": "2026-03-06"},
    "quote": "I'll send you the audit report by Friday.",
}
MOVE = {
    "op": "update",
    "entity": "milestone",
    "id": "m1",
    "set": {"due": "2026-03-27"},
    "quote": "The review slips to the twenty-seventh.",
}
NORA = {
    "op": "add",
    "entity": "stakeholder",
    "set": {"id": "nora", "name": "Nora Feld", "side": "seller", "roles": ["legal"]},
    "quote": "This is Nora Feld, our legal counsel.",
}
WRITE = {
    "op": "add",
    "entity": "action",
    "set": {"title": "Write the contract", "owner": "nora", "due": "2026-03-09"},
    "quote": "Nora writes the contract by Monday.",
}


def add(entity: Entity, at: int, **values: JsonValue) -> Candidate:
    return Candidate(Claim("add", entity, "new", values, (at,), 0.5, ""), Tag.PROMISE)


def update(entity: Entity, item: str | None, **values: JsonValue) -> Candidate:
    return Candidate(Claim("update", entity, item, values, (SLIPS,), 0.5, ""), Tag.MOVE)


@pytest.fixture(name="judge")
def _judge(made: Make, prepare: Prepare) -> Callable[..., float | None]:
    """Judge one candidate by some edits of a passage."""

    def judged(candidate: Candidate, *edits: object) -> float | None:
        passage = made(turns=TURNS, edits=list(edits))
        (value,) = rightness(passage, prepare(passage.context), [candidate])
        return value

    return judged


Judge = Callable[..., float | None]


@pytest.mark.parametrize(
    ("at", "values", "right"),
    [
        (REPORT, {"owner": "lena", "due": "2026-03-06"}, 1),
        (REPORT, {"owner": "lena", "due": "2026-03-06", "title": "Anything"}, 1),
        (REPORT, {"owner": "lena", "due": "2026-03-07"}, 0),
        (REPORT, {"owner": "dan", "due": "2026-03-06"}, 0),
        (REPORT, {"owner": "lena"}, 0),
        (REPORT, {"due": "2026-03-06"}, 0),
        (SLIPS, {"owner": "lena", "due": "2026-03-06"}, 0),
    ],
)
def test_an_action_is_right_at_its_words_with_its_owner_and_day(
    judge: Judge, at: int, values: Fields, right: float
) -> None:
    assert judge(add("action", at, **values), ADD) == right


def test_what_an_edit_does_not_tell_is_not_compared(judge: Judge) -> None:
    undated = {**ADD, "set": {"title": "Send the audit report", "owner": "lena"}}
    assert judge(add("action", REPORT, owner="lena", due="2026-03-06"), undated) == 1


def test_another_kind_of_thing_is_wrong(judge: Judge) -> None:
    assert judge(add("milestone", REPORT, owner="lena", due="2026-03-06"), ADD) == 0
    assert judge(update("action", "a1", owner="lena"), ADD) == 0


@pytest.mark.parametrize(
    ("entity", "item", "values", "right"),
    [
        ("milestone", "m1", {"due": "2026-03-27"}, 1),
        ("milestone", "m1", {"due": "2026-03-28"}, 0),
        ("milestone", "m2", {"due": "2026-03-27"}, 0),
        ("milestone", "m1", {"status": "blocked"}, 0),
        ("action", "m1", {"due": "2026-03-27"}, 0),
    ],
)
def test_an_update_is_right_with_its_item_field_and_value(
    judge: Judge, entity: Entity, item: str, values: Fields, right: float
) -> None:
    assert judge(update(entity, item, **values), MOVE) == right


def test_each_field_of_an_edit_is_right_by_itself(judge: Judge) -> None:
    both = {**MOVE, "set": {"due": "2026-03-27", "status": "blocked"}}
    assert judge(update("milestone", "m1", due="2026-03-27"), both) == 1
    assert judge(update("milestone", "m1", status="blocked"), both) == 1
    assert judge(update("milestone", "m1", status="done"), both) == 0


@pytest.mark.parametrize(
    ("value", "right"), [(90000, 1), ("90000", 1), ("90000.00", 1), (90000.5, 0), (None, 0)]
)
def test_numbers_are_compared_as_numbers(judge: Judge, value: JsonValue, right: float) -> None:
    price = {**MOVE, "entity": "deal", "id": None, "set": {"amount": 90000}}
    assert judge(update("deal", None, amount=value), price) == right


def test_somebody_gone_is_no_number(judge: Judge) -> None:
    gone = {**MOVE, "entity": "stakeholder", "id": "lena", "set": {"active": False}}
    assert judge(update("stakeholder", "lena", active=False), gone) == 1
    assert judge(update("stakeholder", "lena", active=True), gone) == 0


def test_where_people_would_differ_nothing_is_told(judge: Judge) -> None:
    perhaps = {**ADD, "required": False}
    assert judge(add("action", REPORT, owner="lena", due="2026-03-06"), perhaps) is None
    assert judge(add("action", REPORT, owner="dan", due="2026-03-06"), perhaps) is None
    assert judge(add("action", SLIPS, owner="lena", due="2026-03-06"), perhaps) == 0


def test_what_is_asked_for_is_right_whatever_else_people_differ_about(judge: Judge) -> None:
    candidate = add("action", REPORT, owner="lena", due="2026-03-06")
    perhaps = {**ADD, "required": False, "set": {"title": "Call", "owner": "dan"}}
    assert judge(candidate, ADD, perhaps) == judge(candidate, perhaps, ADD) == 1


@pytest.mark.parametrize(
    ("roles", "right"),
    [
        (["economic_buyer"], 1),
        (["champion", "economic_buyer"], 1),
        ("economic_buyer", 1),
        (["champion"], 0),
        ([], 0),
    ],
)
def test_roles_may_be_told_with_those_there_were(
    judge: Judge, roles: JsonValue, right: float
) -> None:
    pays = {**MOVE, "entity": "stakeholder", "id": "priya", "set": {"roles": ["economic_buyer"]}}
    assert judge(update("stakeholder", "priya", roles=roles), pays) == right


def test_all_roles_told_must_be_there(judge: Judge) -> None:
    both = {**MOVE, "entity": "stakeholder", "id": "priya", "set": {"roles": ["legal", "champion"]}}
    assert judge(update("stakeholder", "priya", roles=["legal"]), both) == 0


@pytest.mark.parametrize(
    ("values", "right"),
    [
        ({"name": "Nora Feld", "side": "seller", "roles": ["legal"]}, 1),
        ({"name": "FELD, Ms Nora", "side": "seller", "roles": ["legal", "manager"]}, 1),
        ({"name": "Nora Feld", "side": "buyer", "roles": ["legal"]}, 0),
        ({"name": "Nora Feld", "side": "seller"}, 0),
        ({"name": "Nora Field", "side": "seller", "roles": ["legal"]}, 0),
    ],
)
def test_somebody_new_is_right_by_name_side_and_roles(
    judge: Judge, values: Fields, right: float
) -> None:
    assert judge(add("stakeholder", MORNING, **values), NORA) == right


def test_mail_addresses_are_compared_without_case(judge: Judge) -> None:
    mailed = {**NORA, "set": {"name": "Nora Feld", "email": "n.feld@acme.example"}}
    assert (
        judge(add("stakeholder", NEW, name="Nora Feld", email="N.Feld@Acme.example"), mailed) == 1
    )
    assert judge(add("stakeholder", NEW, name="Nora Feld", email="nora@acme.example"), mailed) == 0


def test_somebody_new_is_known_by_the_readers_id_or_the_passages(
    made: Make, prepare: Prepare
) -> None:
    report = {**MOVE, "entity": "stakeholder", "id": "dan", "set": {"reports_to": "nora"}}
    passage = made(turns=TURNS, edits=[NORA, WRITE, report])
    material = prepare(passage.context)
    (key,) = (one.member.key for one in material.newcomers)
    assert key != "nora"
    candidates = [
        add("action", WRITES, owner=key, due="2026-03-09"),
        add("action", WRITES, owner="nora", due="2026-03-09"),
        add("action", WRITES, owner="dan", due="2026-03-09"),
        update("stakeholder", "dan", reports_to=key),
        update("stakeholder", "dan", reports_to="lena"),
    ]
    assert rightness(passage, material, candidates) == [1, 1, 0, 1, 0]


def test_a_passage_that_asks_for_nothing_makes_all_wrong(judge: Judge) -> None:
    assert judge(add("action", REPORT, owner="lena", due="2026-03-06")) == 0
    assert judge(update("milestone", "m1", due="2026-03-27")) == 0
