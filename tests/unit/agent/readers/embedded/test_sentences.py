"""Turns are cut into sentences whose offsets are exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.readers.embedded.sentences import LONGEST, sentences, split
from plan.sources import Turn


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("By March 11. Then we go.", ["By March 11.", "Then we go."]),
        ("On 12. Mai it is. Fine.", ["On 12. Mai it is.", "Fine."]),
        (
            "Dr. Feld met J. R. Moss, e.g. today. Ok?",
            ["Dr. Feld met J. R. Moss, e.g. today.", "Ok?"],
        ),
        ("It's 2.4 percent. Yes.", ["It's 2.4 percent.", "Yes."]),
        ("So it's... well. What?! Now.", ["So it's... well.", "What?!", "Now."]),
        ("No. 5 is here. No. I won't.", ["No. 5 is here.", "No.", "I won't."]),
        ("It is I. Then go.", ["It is I.", "Then go."]),
        ('He said "stop." Then left.', ['He said "stop."', "Then left."]),
        (
            "As agreed: - Lena sends it. - Dan calls",
            ["As agreed:", "- Lena sends it.", "- Dan calls"],
        ),
        ("1. Send it. 2. Call them.", ["1. Send it.", "2. Call them."]),
        ("first 1) this 2) that", ["first", "1) this", "2) that"]),
        ("a well-known thing - really", ["a well-known thing - really"]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut


def test_speech_without_punctuation_is_cut_where_speakers_begin_anew() -> None:
    text = (
        "yeah we had the warehouse people in all of monday and they looked at the scanners again "
        "so the pilot can start on the twelfth i think but the second hall has to wait for the wifi"
    )
    assert len(pieces(text)) > 1
    assert any(piece.startswith("so the pilot") for piece in pieces(text))


@given(st.text(max_size=300).map(lambda text: " ".join(text.split())))
def test_spans_are_in_order_and_lose_no_word(text: str) -> None:
    spans = split(text)
    ends = [0, *(end for _, end in spans)]
    assert all(start >= end for (start, _), end in zip(spans, ends, strict=False))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="ab .,", max_size=3000))
def test_no_sentence_is_endless(text: str) -> None:
    assert all(end - start <= LONGEST for start, end in split(text))


def test_sentences_know_their_turns() -> None:
    turns = (Turn(n=1, text="Hello. How are you?"), Turn(n=2, text="Fine."))
    cut = sentences(turns)
    assert [(one.index, one.turn, one.text) for one in cut] == [
        (0, 1, "Hello."),
        (1, 1, "How are you?"),
        (2, 2, "Fine."),
    ]
