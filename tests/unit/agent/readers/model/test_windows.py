from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from agent.readers.model.view.tokens import estimate
from agent.readers.model.view.turns import Piece
from agent.readers.model.windows import halves, windows
from plan.sources import Turn

TEXTS = st.lists(st.text(alphabet="ab Ü7.,", max_size=60), min_size=1, max_size=40)
LINE = 12


def turns(texts: list[str]) -> tuple[Turn, ...]:
    return tuple(Turn(n=n, text=text) for n, text in enumerate(texts, start=1))


def weight(piece: Piece) -> int:
    return LINE + estimate(piece.text)


def test_what_fits_is_one_window() -> None:
    said = turns(["so", "yes"])
    assert windows(said, 1000) == (tuple(Piece(turn, turn.text) for turn in said),)


@given(texts=TEXTS, tokens=st.integers(60, 400))
def test_windows_hold_every_turn_in_order_and_no_more_than_allowed(
    texts: list[str], tokens: int
) -> None:
    said = turns(texts)
    found = windows(said, tokens)
    assert {piece.turn.n for window in found for piece in window} == {turn.n for turn in said}
    for window in found:
        assert sum(map(weight, window)) <= tokens
        numbers = [piece.turn.n for piece in window]
        assert numbers == sorted(numbers)
    starts = [window[0].turn.n for window in found]
    assert starts == sorted(starts)


@given(texts=TEXTS, tokens=st.integers(60, 400))
def test_all_words_are_there(texts: list[str], tokens: int) -> None:
    said = turns(texts)
    for turn in said:
        parts = {
            piece.text for window in windows(said, tokens) for piece in window if piece.turn == turn
        }
        together = "".join(turn.text.split())
        assert all("".join(part.split()) in together for part in parts)
        assert set(together) == {char for part in parts for char in part if not char.isspace()}


def test_neighbours_overlap_where_turns_are_short() -> None:
    found = windows(turns(["one two three"] * 100), 300)
    assert len(found) > 3
    for before, after in pairwise(found):
        assert before[-1] in after
        assert before != after


def test_a_turn_longer_than_a_window_is_cut_between_words() -> None:
    (turn,) = turns([" ".join(f"word{n}" for n in range(300))])
    parts = list(dict.fromkeys(piece for window in windows((turn,), 200) for piece in window))
    assert len(parts) > 2
    assert " ".join(part.text for part in parts) == turn.text
    assert {part.turn for part in parts} == {turn}


def test_an_endless_word_is_cut_too() -> None:
    (turn,) = turns(["ü" * 1000])
    assert all(weight(piece) <= 100 for window in windows((turn,), 100) for piece in window)


@given(count=st.integers(0, 40))
def test_halves_overlap_and_leave_nothing_out(count: int) -> None:
    window = tuple(Piece(turn, turn.text) for turn in turns(["a"] * count))
    parts = halves(window)
    if parts:
        first, second = parts
        assert first[: len(window) - len(second)] + second == window
        assert len(first) + len(second) > len(window)
        assert max(len(first), len(second)) < len(window)
    else:
        assert count < 8
