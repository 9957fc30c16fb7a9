"""Of what is said of the same words or item the surest is kept, with all that agrees with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.candidates.choosing import BOTH, FURTHER, LEAST, chosen
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.tagging.tags import Tag
from plan.values import Entity, Op

Weighed = tuple[Candidate, float]
Calls = Callable[[Callable[[], object]], int]

FRIDAY, MONDAY = "2026-03-06", "2026-03-09"
SURE = 0.9


def one(
    op: Op,
    entity: Entity,
    item: str | None,
    values: Mapping[str, JsonValue],
    *evidence: int,
) -> Candidate:
    claim = Claim(op, entity, item, dict(values), evidence, 0.5, "Said so.")
    return Candidate(claim, Tag.MOVE)


def update(entity: Entity, item: str | None, field: str, value: JsonValue, *at: int) -> Candidate:
    return one("update", entity, item, {field: value}, *at)


def action(owner: str, day: str, *at: int) -> Candidate:
    return one("add", "action", "new", {"title": "It", "owner": owner, "due": day}, *at)


def step(kind: str, day: str, *at: int) -> Candidate:
    return one("add", "milestone", "new", {"title": "It", "kind": kind, "due": day}, *at)


def person(name: str, side: str, *at: int) -> Candidate:
    return one("add", "stakeholder", "new", {"name": name, "side": side}, *at)


evidence = st.sets(st.integers(0, 5), min_size=1, max_size=3).map(sorted)
candidates = st.one_of(
    st.builds(
        lambda entity, item, field, value, at: update(entity, item, field, value, *at),
        st.sampled_from(["milestone", "action"]),
        st.sampled_from(["pilot", "signature"]),
        st.sampled_from(["due", "status", "owner"]),
        st.sampled_from([FRIDAY, MONDAY]),
        evidence,
    ),
    st.builds(
        lambda field, value, at: update("stakeholder", "tom", field, value, *at),
        st.sampled_from(["roles", "sentiment"]),
        st.sampled_from(["legal", "security"]),
        evidence,
    ),
    st.builds(
        lambda values, at: one("update", "deal", None, values, *at),
        st.sampled_from([{"amount": 1, "currency": "USD"}, {"currency": "EUR"}, {"amount": 2}]),
        evidence,
    ),
    st.builds(lambda day, at: action("dan", day, *at), st.sampled_from([FRIDAY, MONDAY]), evidence),
    st.builds(lambda day, at: step("demo", day, *at), st.sampled_from([FRIDAY, MONDAY]), evidence),
    st.builds(
        lambda name, at: person(name, "buyer", *at), st.sampled_from(["Nora", "Ken"]), evidence
    ),
)
sureness = st.sampled_from([0.0, LEAST - 0.01, LEAST, 0.5, SURE])
weighed = st.lists(st.tuples(candidates, sureness), max_size=12)


def picked(found: Sequence[Weighed]) -> list[int]:
    return chosen([each for each, _ in found], [sure for _, sure in found])


def clash(first: Candidate, second: Candidate) -> bool:
    """Whether two cannot both be right."""
    a, b = first.claim, second.claim
    words = bool(set(a.evidence) & set(b.evidence))
    day = words and "due" in a.set and a.set["due"] == b.set.get("due")
    if a.op != b.op:
        return day
    if a.op == "update":
        same = (a.entity, a.id) == (b.entity, b.id)
        return day or (same and bool((a.set.keys() & b.set.keys()) - {"roles"}))
    if a.entity == b.entity == "stakeholder":
        return a.set["name"] == b.set["name"]
    return words and "stakeholder" not in (a.entity, b.entity)


@given(weighed)
def test_what_is_kept_leaves_room_for_all_that_is_kept(found: list[Weighed]) -> None:
    kept = [found[at][0] for at in picked(found)]
    assert not any(clash(*pair) for pair in combinations(kept, 2))


@given(weighed)
def test_what_is_left_out_is_unsure_or_clashes_with_something_as_sure(
    found: list[Weighed],
) -> None:
    kept = picked(found)
    for at in set(range(len(found))) - set(kept):
        each, sure = found[at]
        surer = (found[k][0] for k in kept if found[k][1] >= sure)
        assert sure < BOTH or any(clash(each, other) for other in surer)


@given(weighed)
def test_the_surest_come_first_and_each_once(found: list[Weighed]) -> None:
    kept = picked(found)
    likely = [found[at][1] for at in kept]
    assert likely == sorted(likely, reverse=True)
    assert len(set(kept)) == len(kept)
    assert min(likely, default=LEAST) >= LEAST


def test_later_words_win_where_both_are_as_sure() -> None:
    early, late = (
        update("milestone", "pilot", "due", day, at) for day, at in ((FRIDAY, 3), (MONDAY, 7))
    )
    assert chosen([early, late], [SURE, SURE]) == [1]
    assert chosen([late, early], [SURE, SURE]) == [0]
    assert chosen([early, late], [SURE, SURE - 0.01]) == [0]


@pytest.mark.parametrize(
    ("pair", "kept"),
    [
        ((action("dan", FRIDAY, 1, 2), action("lena", FRIDAY, 2)), 1),
        ((action("dan", FRIDAY, 1, 2), action("lena", MONDAY, 2)), 1),
        ((action("dan", FRIDAY, 1, 2), action("lena", FRIDAY, 3)), 2),
        ((action("dan", FRIDAY, 1), step("demo", FRIDAY, 1)), 1),
        ((action("dan", FRIDAY, 1), step("demo", FRIDAY, 2)), 2),
        ((action("dan", FRIDAY, 1), update("action", "call", "due", FRIDAY, 1)), 1),
        ((action("dan", FRIDAY, 1), update("action", "call", "due", MONDAY, 1)), 2),
        ((action("dan", FRIDAY, 1), update("action", "call", "status", "done", 1)), 2),
        ((action("dan", FRIDAY, 1), person("Nora", "buyer", 1)), 2),
        (
            (
                update("milestone", "pilot", "due", FRIDAY, 1),
                update("action", "call", "due", FRIDAY, 1),
            ),
            1,
        ),
        (
            (
                update("milestone", "pilot", "due", FRIDAY, 1),
                update("milestone", "pilot", "due", MONDAY, 9),
            ),
            1,
        ),
        (
            (
                update("milestone", "pilot", "due", FRIDAY, 1),
                update("milestone", "pilot", "status", "done", 1),
            ),
            2,
        ),
        (
            (
                update("milestone", "pilot", "status", "done", 1),
                update("action", "pilot", "status", "done", 1),
            ),
            2,
        ),
        (
            (
                update("stakeholder", "tom", "roles", ["legal"], 1),
                update("stakeholder", "tom", "roles", ["security"], 1),
            ),
            2,
        ),
        ((person("Nora", "buyer", 1), person("Nora", "seller", 9)), 1),
        ((person("Nora", "buyer", 1), person("Ken", "buyer", 1)), 2),
        (
            (
                person("Nora", "buyer", 1),
                update("stakeholder", "nora", "sentiment", "positive", 1),
            ),
            2,
        ),
    ],
)
def test_which_two_have_room_beside_each_other(
    pair: tuple[Candidate, Candidate], kept: int
) -> None:
    assert len(chosen(pair, [SURE, SURE])) == kept
    assert len(chosen(pair[::-1], [SURE, SURE])) == kept


def test_what_is_likelier_wrong_than_worth_a_look_is_left_out() -> None:
    call = update("action", "call", "status", "done", 1)
    assert chosen([call], [LEAST]) == [0]
    assert chosen([call], [LEAST - 0.001]) == []
    assert chosen([], []) == []


def test_choosing_takes_no_more_for_each_of_many(calls: Calls) -> None:
    def work(many: int) -> Callable[[], object]:
        found = [action("dan", FRIDAY, at) for at in range(many)]
        return lambda: chosen(found, [SURE] * many)

    assert calls(work(400)) < 2.2 * calls(work(200))


@pytest.mark.parametrize(("second", "kept"), [(0.49, 1), (0.5, 2)])
def test_the_same_words_close_two_items_only_where_both_are_likely(
    second: float, kept: int
) -> None:
    sent = replace(update("action", "send-soc2", "status", "done", 0, 1), core=(0,))
    named = replace(update("action", "order-scanners", "status", "done", 0, 1), core=(1,))
    assert len(picked([(sent, 0.9), (named, second)])) == kept


def test_two_promises_with_one_answer_are_two() -> None:
    first = replace(action("dan", FRIDAY, 0, 2), core=(0,))
    second = replace(action("dan", MONDAY, 1, 2), core=(1,))
    assert picked([(first, 0.9), (second, 0.6)]) == [0, 1]


def test_a_further_field_must_be_likelier_than_a_first() -> None:
    moved = update("milestone", "pilot", "due", FRIDAY, 0)
    taken = update("milestone", "pilot", "owner", "mia", 4)
    assert picked([(moved, 0.9), (taken, FURTHER - 0.01)]) == [0]
    assert picked([(moved, 0.9), (taken, FURTHER)]) == [0, 1]
