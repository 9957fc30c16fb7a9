"""Evidence points at words, and the words are cut from the turn exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.sources import Evidence, Turn, quote

TURNS = (Turn(n=1, text="We sign on Friday."), Turn(n=2, text="Zoë: 👩‍💻 fine."))


def test_words_are_cut_as_they_were_said() -> None:
    assert quote(Evidence(source="s", turn=1, start=3, end=7), TURNS) == "sign"
    assert quote(Evidence(source="s", turn=1, start=0, end=18), TURNS) == "We sign on Friday."
    assert quote(Evidence(source="s", turn=2, start=0, end=3), TURNS) == "Zoë"


@pytest.mark.parametrize(
    ("turn", "start", "end"), [(3, 0, 1), (99, 0, 1), (1, 0, 19), (1, 18, 19), (1, 5, 5), (1, 7, 3)]
)
def test_words_that_are_not_there_are_an_error(turn: int, start: int, end: int) -> None:
    with pytest.raises(LookupError, match=f"no words at turn {turn}, {start}-{end}"):
        quote(Evidence(source="s", turn=turn, start=start, end=end), TURNS)


@given(st.text(min_size=1, max_size=30), st.data())
def test_any_span_of_any_turn_can_be_cut(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = quote(Evidence(source="s", turn=1, start=start, end=end), (Turn(n=1, text=text),))
    assert text[:start] + words + text[end:] == text
