import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.sql.fulltext.words import LONGEST, MOST_TERMS, terms, words

TEXTS = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jo's SOC-2 audits", ["jo", "soc", "2", "audit"]),
        ("L’été à Łódź", ["let", "a", "łodz"]),
        ("\uff26\uff35\uff2c\uff2c straße", ["full", "strass"]),
        ("O'Brien don't", ["obrien", "dont"]),
        ("snake_case __x__", ["snak", "cas", "x"]),
        ("'s ’s s", ["s"]),
        ("½ x²", ["1", "2", "x2"]),
        ("\0 \ud800 \u0301", []),
    ],
)
def test_words_are_told_apart_and_made_alike(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("What is it? Who is THE one?", ()),
        ("may us will", (("may",), ("us",), ("will",))),
        ("240,000.50 or 240,000.50", (("240", "000", "50"),)),
        ("go-live's audit, audits", (("go", "liv"), ("audit",))),
        ("to-do", (("to", "do"),)),
        ("...-x-,", (("x",),)),
    ],
)
def test_terms_are_what_a_question_is_about(query: str, found: tuple[tuple[str, ...], ...]) -> None:
    assert terms(query) == found


def test_a_query_is_looked_at_no_further_than_a_person_asks() -> None:
    assert len(terms(" ".join(f"w{n}" for n in range(10_000)))) == MOST_TERMS
    assert words("x" * 100_000) == ["x" * LONGEST]
    assert terms("x-" * 100_000)[0][0] == "x"


@given(TEXTS)
def test_words_are_letters_and_digits_alone(text: str) -> None:
    assert all(word.isalnum() and len(word) <= LONGEST for word in words(text))


@given(TEXTS)
def test_each_term_stands_in_the_text_it_was_asked_with(text: str) -> None:
    held = words(text)
    runs = {tuple(held[at : at + size]) for at in range(len(held)) for size in range(1, 80)}
    assert all(term in runs for term in terms(text) if len(term) < 80)


@given(st.lists(TEXTS))
def test_terms_are_asked_once_each(texts: list[str]) -> None:
    asked = terms(" ".join(texts))
    assert len(set(asked)) == len(asked) <= MOST_TERMS
    assert all(asked)
