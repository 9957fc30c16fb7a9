"""Marks: the sentences that a quote covers bear the tags of what it justifies."""

from collections.abc import Callable, Sequence
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.readers.embedded.sentences import Sentence, sentences
from agent.readers.embedded.tagging.tags import TAGS, Tag
from agent.readers.embedded.training.marks import BY_ROLE, TRAP_TAGS, located, marks, tags_of
from agent.readers.embedded.training.passages import Change, Passage
from plan.sources import Turn
from plan.values import Role, TrapReason

Make = Callable[..., Passage]

TURNS = [
    ["dan", "Where are we? The review was due on the twentieth."],
    ["lena", "It slips to the twenty-seventh. I'll bring the auditor along. Nora pays for it."],
]
WAS, SLIPS, BRINGS, PAYS = 1, 2, 3, 4
MOVE = {
    "op": "update",
    "entity": "milestone",
    "id": "m1",
    "set": {"due": "2026-03-27"},
    "quote": "It slips to the twenty-seventh.",
}


def cut(*texts: str) -> tuple[Sentence, ...]:
    return sentences([Turn(n=n, text=text) for n, text in enumerate(texts, start=1)])


def borne(passage: Passage, value: int = 1) -> dict[int, set[Tag]]:
    """By sentence, the tags for which it has this mark."""
    found = marks(passage, sentences(passage.context.source.turns))
    places = np.argwhere(found == value).tolist()
    return {at: {TAGS[k] for row, k in places if row == at} for at, _ in places}


def change(**fields: object) -> Change:
    return Change.model_validate({"op": "update", "quote": "It slips.", **fields})


def test_a_quoted_sentence_bears_its_tag_and_no_other_does(made: Make) -> None:
    passage = made(turns=TURNS, edits=[MOVE])
    assert marks(passage, sentences(passage.context.source.turns)).shape == (5, len(TAGS))
    assert borne(passage) == {SLIPS: {Tag.MOVE}}
    assert not borne(passage, -1)


def test_where_people_would_differ_nothing_is_learned(made: Make) -> None:
    passage = made(turns=TURNS, edits=[{**MOVE, "required": False}])
    assert not borne(passage)
    assert borne(passage, -1) == {SLIPS: {Tag.MOVE}}


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_required_outweighs_what_is_not(made: Make, order: int) -> None:
    edits = [MOVE, {**MOVE, "id": "a1", "entity": "action", "required": False}]
    passage = made(turns=TURNS, edits=edits[::order])
    assert borne(passage) == {SLIPS: {Tag.MOVE}}
    assert not borne(passage, -1)


def test_traps_bear_why_they_change_nothing(made: Make) -> None:
    quote = "The review was due on the twentieth."
    passage = made(turns=TURNS, traps=[{"quote": quote, "why": "past"}])
    assert borne(passage) == {WAS: {Tag.TRAP, Tag.AWAY}}


def test_said_risks_bear_their_kind(made: Make) -> None:
    quote = "It slips to the twenty-seventh."
    passage = made(turns=TURNS, risks=[{"kind": "blocker_raised", "quote": quote}])
    assert borne(passage) == {SLIPS: {Tag.BLOCKER}}


def test_each_of_two_quotes_is_marked(made: Make) -> None:
    quotes = [MOVE["quote"], "I'll bring the auditor along."]
    passage = made(turns=TURNS, edits=[{**MOVE, "quote": quotes}])
    assert borne(passage) == {SLIPS: {Tag.MOVE}, BRINGS: {Tag.MOVE}}


def test_a_role_that_somebody_had_before_is_not_heard_in_the_words(made: Make) -> None:
    roles = {"roles": ["security", "economic_buyer"]}
    passage = made(
        turns=TURNS,
        edits=[
            {
                "op": "update",
                "entity": "stakeholder",
                "id": "lena",
                "set": roles,
                "quote": "Nora pays for it.",
            }
        ],
    )
    assert borne(passage)[PAYS] >= {Tag.PAYS}
    assert borne(passage, -1) == {PAYS: {Tag.SECURES}}


def test_every_reason_and_every_role_has_its_tag() -> None:
    assert TRAP_TAGS.keys() == set(get_args(TrapReason))
    assert BY_ROLE.keys() == set(get_args(Role))


@pytest.mark.parametrize(
    ("fields", "tags"),
    [
        ({"entity": "action", "op": "add", "set": {"title": "Go", "due": "2026-03-09"}}, "PROMISE"),
        ({"entity": "milestone", "op": "add", "set": {"title": "Test"}}, "STEP"),
        ({"entity": "outcome", "set": {"actual": 1.9}}, "OUTCOME"),
        (
            {"entity": "milestone", "set": {"due": "2026-04-01", "status": "blocked"}},
            "MOVE BLOCKED",
        ),
        ({"entity": "action", "set": {"status": "open"}}, "STARTED"),
        ({"entity": "deal", "set": {"amount": 9, "currency": "EUR"}}, "AMOUNT"),
        (
            {"entity": "deal", "set": {"stage": "closed_won", "close_date": "2026-03-30"}},
            "STAGE CLOSE",
        ),
        ({"entity": "plan", "set": {"objective": "Fewer errors"}}, "OBJECTIVE"),
        ({"entity": "stakeholder", "set": {"active": False}}, "GONE"),
        ({"entity": "stakeholder", "set": {"sentiment": "negative"}}, "COOL"),
        (
            {"entity": "stakeholder", "set": {"roles": ["champion", "legal"]}},
            "ROLE CHAMPIONS COUNSELS",
        ),
        (
            {"entity": "stakeholder", "op": "add", "set": {"roles": ["procurement"]}},
            "PERSON PROCURES",
        ),
        ({"entity": "milestone", "set": {"depends_on": ["m2"]}}, ""),
    ],
)
def test_tags_of_an_edit(fields: dict[str, object], tags: str) -> None:
    assert {tag.name for tag in tags_of(change(**fields))} == set(tags.split())


SAID = cut(
    "Where are we? Slipping, honestly.",
    "The pen tester's off sick, so call it the twenty-seventh. I'll tell “Nora”. Right.",
)


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        ("so call it the twenty-seventh", [2]),
        ("SO CALL IT THE TWENTY-SEVENTH!", [2]),
        ("The pen tester’s off   sick", [2]),
        ("Ill tell 'Nora'", [3]),
        ("Slipping, honestly. The pen tester's off sick", [1, 2]),
        ("Right", [4]),
        ("are we? Slipping", [0, 1]),
        ("Where are we? Slipping, honestly. The", [0, 1]),
        ("call it the twenty-eighth", []),
        ("the twenty-seventh so call it", []),
        ("", []),
        ("?!", []),
    ],
)
def test_places_of_a_quote(quote: str, places: list[int]) -> None:
    assert located(SAID, quote) == places


def test_nothing_is_found_in_nothing() -> None:
    assert located((), "Right") == []


WORDS = ("a", "b", "c", "don't", "Nora's", "2.4", "x-ray", "é")
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)


@given(st.lists(words, min_size=1, max_size=6), st.data())
def test_any_words_said_in_a_row_are_found(said: Sequence[list[str]], data: st.DataObject) -> None:
    whole = cut(*(" ".join(one) for one in said))
    row = [(word, at) for at, one in enumerate(said) for word in one]
    start = data.draw(st.integers(0, len(row) - 1))
    stop = data.draw(st.integers(start + 1, len(row)))
    places = located(whole, " ".join(word for word, _ in row[start:stop]))
    assert places == list(range(places[0], places[-1] + 1))
    assert places[-1] <= row[stop - 1][1]


@given(st.lists(words, min_size=1, max_size=6), st.data())
def test_a_sentence_quoted_whole_is_always_its_quotes(
    said: Sequence[list[str]], data: st.DataObject
) -> None:
    unlike = [[*one, f"n{at}"] for at, one in enumerate(said)]
    whole = cut(*(" ".join(one) for one in unlike))
    first = data.draw(st.integers(0, len(said) - 1))
    last = data.draw(st.integers(first, len(said) - 1))
    quote = " ".join(" ".join(one) for one in unlike[first : last + 1])
    assert located(whole, quote) == list(range(first, last + 1))
