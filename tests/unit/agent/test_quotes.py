import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.ports import Quote
from agent.quotes import fold, locate
from plan.sources import Turn, quote
from tests.strategies.sources import SPEECH

TURNS = (
    Turn(n=1, text="Well, we can’t  do\N{NO-BREAK SPACE}Friday."),
    Turn(n=2, text="“Monday”, then. We can do Monday."),
    Turn(n=3, text="We can do Monday."),
)


@pytest.mark.parametrize(
    ("words", "turn", "found"),
    [
        ("we can't do Friday.", None, (1, "we can’t  do\N{NO-BREAK SPACE}Friday.")),
        ('"Monday", then', None, (2, "“Monday”, then")),
        ("We can do Monday.", 3, (3, "We can do Monday.")),
        ("We can do Monday.", None, (2, "We can do Monday.")),
        ("We can do Monday.", 99, (2, "We can do Monday.")),
        ("  We can\ndo   Monday. ", 3, (3, "We can do Monday.")),
    ],
)
def test_words_are_found_where_they_were_said(
    words: str, turn: int | None, found: tuple[int, str]
) -> None:
    place = locate(Quote(text=words, turn=turn), "d.s1", TURNS)
    assert place is not None
    assert (place.turn, quote(place, TURNS)) == found


@pytest.mark.parametrize(
    "words", ["", " \n", "we can do Friday", "Friday. “Monday”", "WE CAN DO MONDAY"]
)
def test_words_nobody_said_in_one_turn_are_not_found(words: str) -> None:
    assert locate(Quote(text=words), "d.s1", TURNS) is None


@given(text=SPEECH, data=st.data())
def test_every_part_of_a_turn_is_found_word_for_word(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    turns = (Turn(n=1, text=text),)
    place = locate(Quote(text=text[start:end]), "d.s1", turns)
    if not text[start:end].strip():
        assert place is None
        return
    assert place is not None
    assert fold(quote(place, turns)) == fold(text[start:end])
