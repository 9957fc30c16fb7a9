import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.scorers.phrases import admits, holds


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It is Ute Mahlke's call.", "Mahlke"),
        ("MAHLKE, the officer", "mahlke"),
        ("They didn\N{RIGHT SINGLE QUOTATION MARK}t  agree.", "didn't\nagree"),
        ("twenty\N{NON-BREAKING HYPHEN}two corrections", "twenty-two"),
        ("Figuie\N{COMBINING GRAVE ACCENT}re", "Figui\N{LATIN SMALL LETTER E WITH GRAVE}re"),
        ("after her promotion", "promot"),
        ("a few cheat sheets", "cheat sheet"),
        ("it matched", "match"),
        ("both forms", "form"),
        ("we are pushing it", "push"),
        ("by 4 p.m.", "4 p.m"),
        ("five times (5\N{MULTIPLICATION SIGN})", "5\N{MULTIPLICATION SIGN}"),
        ("**180,000**", "180,000"),
        ("USD441,000", "441"),
        ("441k", "441"),
        ("3.5, then more", "3.5"),
        ("It is 3.5.", "3.5"),
        ("on May 5th", "May 5"),
        ("the 13,056", "13,056"),
        ("z/OS machines", "z/OS"),
        ("not 16 May but 6 May", "6 May"),
    ],
)
def test_a_phrase_is_found_as_words_of_its_own(text: str, phrase: str) -> None:
    assert holds(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("130 days", "30 days"),
        ("21 May", "1 May"),
        ("May 21", "May 2"),
        ("13.5", "3.5"),
        ("2,022", "22"),
        ("1,441", "441"),
        ("2.5", "5"),
        ("22.5 percent", "22"),
        ("441,250", "441"),
        ("441,0001", "441"),
        ("3.57", "3.5"),
        ("yesterday", "yes"),
        ("the point", "PO"),
        ("an excellent tool", "Excel"),
        ("a formula", "form"),
        ("an application", "cat"),
        ("based on it", "base"),
        ("PO4500", "PO"),
        ("promotion of 2x", "promotions"),
        ("", "yes"),
        ("anything", "  "),
    ],
)
def test_a_part_of_a_word_or_number_is_not_the_phrase(text: str, phrase: str) -> None:
    assert not holds(text, phrase)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing in the deal says so.",
        "That isn\N{RIGHT SINGLE QUOTATION MARK}t mentioned anywhere.",
        "I don't know.",
        "The sources do not say what the stations cost.",
        "There is no mention of a price.",
    ],
)
def test_admissions(text: str) -> None:
    assert admits(text)


@pytest.mark.parametrize(
    "text",
    [
        "No.",
        "Not yet: Harriet takes it up on Friday.",
        "She has not agreed.",
        "There is nothing to worry about.",
        "An unknown caller asked for 30,000.",
        "",
    ],
)
def test_a_plain_no_admits_nothing(text: str) -> None:
    assert not admits(text)


_LETTERS = st.text(alphabet="abcxyz", min_size=1, max_size=8)


@given(_LETTERS, st.lists(_LETTERS), st.lists(_LETTERS))
def test_a_word_is_found_wherever_it_stands(word: str, before: list[str], after: list[str]) -> None:
    assert holds(" ".join([*before, word, *after]), word)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_whole_number_is_found_only_in_itself_and_its_thousands(one: int, other: int) -> None:
    assert holds(f"It is {one}.", str(other)) == (one == other)


@given(st.text(max_size=60), st.text(max_size=10))
def test_any_text_can_be_searched(text: str, phrase: str) -> None:
    assert holds(text, phrase) in (True, False)
