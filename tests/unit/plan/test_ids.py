"""Ids that people can read, that a plan can hold, and that nothing else has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from plan.ids import LONGEST, free_id, slug
from plan.models import Id

IDS = TypeAdapter[str](Id)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send the SOC 2 Type II report", "send-the-soc-2-type-ii-report"),
        ("  Priya   Raman ", "priya-raman"),
        ("Zoë Ångström-Müller", "zoe-angstrom-muller"),
        ("Søren Ærø", "soren-aero"),
        ("Großer Łukasz", "grosser-lukasz"),
        ("Þórður", "thordur"),
        ("\u0130pek Iş\u0131k", "ipek-is-k"),
        ("ﬁnal \U0001d4df\U0001d4f5\U0001d4ea\U0001d4f7", "final-plan"),
        ("O'Brien & Co. (Ltd)", "o-brien-co-ltd"),
        ("--a__b--", "a-b"),
        ("契約", ""),
        ("!?", ""),
        ("", ""),
    ],
)
def test_a_slug_is_the_words_in_plain_letters(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_name_is_cut_between_words() -> None:
    words = "word " * 40
    assert slug(words) == "-".join(["word"] * 12)
    assert slug("a" * 100) == "a" * LONGEST
    exactly = "-".join(["abcde"] * 10) + "f"
    assert len(exactly) == LONGEST
    assert slug(exactly) == slug(exactly + " more") == exactly
    assert slug(exactly + "g") == "-".join(["abcde"] * 9)


@given(st.text(max_size=200))
def test_a_slug_is_an_id_or_nothing_and_its_own_slug(text: str) -> None:
    words = slug(text)
    assert words == "" or IDS.validate_python(words) == words
    assert slug(words) == words
    assert len(words) <= LONGEST


@given(st.text(max_size=80), st.integers(0, 12))
def test_a_new_id_is_valid_and_free(text: str, others: int) -> None:
    taken: list[str] = []
    for _ in range(others):
        taken.append(free_id(text, "action", taken))
    new = free_id(text, "action", taken)
    assert new not in taken
    assert IDS.validate_python(new) == new
    assert len(set(taken)) == others


def test_a_collision_is_counted() -> None:
    assert free_id("Pilot", "milestone", []) == "pilot"
    assert free_id("Pilot", "milestone", ["pilot"]) == "pilot-2"
    assert free_id("Pilot", "milestone", ["pilot", "pilot-2", "pilot-4"]) == "pilot-3"


def test_what_has_no_plain_letters_is_counted_by_its_kind() -> None:
    assert free_id("契約", "person", []) == "person-1"
    assert free_id("契約", "person", ["person-1"]) == "person-2"
    assert free_id("", "action", ["action-1", "action-2"]) == "action-3"
