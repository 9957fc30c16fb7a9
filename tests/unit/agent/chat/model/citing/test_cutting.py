import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.chat.model.citing.cutting import Piece, pieces
from agent.chat.model.limits import LIMITS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is blocked. [c1] Ines said. [c2][c3]", "It is blocked. c1 | Ines said. c2 c3"),
        ("It is blocked [c1]. Ines said [c2, c3].", "It is blocked. c1 | Ines said. c2 c3"),
        ("It is blocked.[c1] Not much.", "It is blocked. c1 | Not much."),
        ("It is blocked [c1][c1]", "It is blocked c1"),
        ("Am 8. September ist es fällig. [c1]", "Am 8. September ist es fällig. c1"),
        ("Montag, 8. und 9. September. [c1]", "Montag, 8. und 9. September. c1"),
        ("It is on step 11. [c1] Next. [c2]", "It is on step 11. c1 | Next. c2"),
        ("On 30 May 2025. It waits. [c1]", "On 30 May 2025. | It waits. c1"),
        ("Tools, e.g. all, i.e. z. B. hier. [c1]", "Tools, e.g. all, i.e. z. B. hier. c1"),
        ("Dr. Weber and J. Falk of Co. 9. [c1]", "Dr. Weber and J. Falk of Co. 9. c1"),
        ("It rose to 11.3 of 1.200.000. [c1]", "It rose to 11.3 of 1.200.000. c1"),
        ("She: “No. Not now.” [c1] He left. [c2]", "She: “No. Not now.” c1 | He left. c2"),
        ("Sie: „Nein. Nie.“ [c1] Er ging. [c2]", "Sie: „Nein. Nie.“ c1 | Er ging. c2"),
        ("“Wait.” is what she said. [c1]", "“Wait.” is what she said. c1"),
        ("Who owns it? Ines. [c1]", "Who owns it? | Ines. c1"),
        ("Two:\n- One. [c1]\n- Two [c2]\n\n3. Three.", "Two: | One. c1 | Two c2 | Three."),
        ("**Bold** and `code`. [c1]", "Bold and code. c1"),
        ("[c1]", ""),
        ("", ""),
    ],
)
def test_sentences_and_their_ids(text: str, expected: str) -> None:
    assert " | ".join(" ".join((one.text, *one.ids)) for one in pieces(text)) == expected


@given(st.text(st.sampled_from("ab 8.!?…“”„\"'«»[]c1,;\n-*`#Z"), max_size=300))
def test_no_words_are_lost_and_none_are_added(text: str) -> None:
    cut = pieces(text)
    said = re.sub(r"[^ab8Z]", "", re.sub(r"\[ ?c\d{1,5}(?: ?[,;] ?c\d{1,5})* ?\]", "", text))
    kept = re.sub(r"[^ab8Z]", "", "".join(one.text for one in cut))
    if len(cut) < LIMITS.pieces and not re.search(r"(?m)^\s*\(?8{1,2}[.)]", text):
        assert kept == said


@given(st.text(max_size=400))
def test_any_text_can_be_cut(text: str) -> None:
    assert all(isinstance(one, Piece) and one.text for one in pieces(text))


def test_endless_answers_are_cut_short() -> None:
    assert len(pieces("Aa. [c1] " * 100_000)) == LIMITS.pieces
    assert pieces("“" * 100_000) == []
