"""Colours as CSS and old attributes write them, and which cannot be told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.intake.mail.css.colours import (
    BLACK,
    WHITE,
    Colour,
    alike,
    colour,
    is_colour,
    legacy,
    over,
)

BYTES = st.integers(0, 255)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("#fff", (255, 255, 255, 1)),
        ("#0f08", (0, 255, 0, 136 / 255)),
        ("#1f497d", (31, 73, 125, 1)),
        ("1f497d", (31, 73, 125, 1)),
        ("#1f497d00", (31, 73, 125, 0)),
        ("rebeccapurple", (102, 51, 153, 1)),
        ("transparent", (0, 0, 0, 0)),
        ("rgb(1,2,3)", (1, 2, 3, 1)),
        ("rgba(1, 2, 3, .5)", (1, 2, 3, 0.5)),
        ("rgb(1 2 3 / 50%)", (1, 2, 3, 0.5)),
        ("rgb(300, -1, 0)", (255, 0, 0, 1)),
        ("rgb(100%, 0%, 0%)", (255, 0, 0, 1)),
        ("rgb(none 0 0)", (0, 0, 0, 1)),
        ("hsl(120, 100%, 50%)", (0, 255, 0, 1)),
        ("hsl(0.5turn 100% 50%)", (0, 255, 255, 1)),
        ("hsl(-120 100 50)", (0, 0, 255, 1)),
        ("hwb(0 20% 20%)", (204, 51, 51, 1)),
        ("hwb(0 100% 100%)", (127.5, 127.5, 127.5, 1)),
    ],
)
def test_css_colours(written: str, meant: tuple[float, ...]) -> None:
    assert colour(written) == pytest.approx(meant)


@pytest.mark.parametrize("written", ["", "#", "#ff", "#fffff", "#ggg", "rgb(1,2)", "rgb(a,b,c)"])
def test_what_is_no_colour(written: str) -> None:
    assert colour(written) is None
    assert not is_colour(written)


@pytest.mark.parametrize("written", ["lab(50% 1 1)", "oklch(1 0 0)", "currentcolor", "var(--x)"])
def test_a_colour_that_is_not_worked_out_is_one_all_the_same(written: str) -> None:
    assert colour(written) is None
    assert is_colour(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("#ffffff", (255, 255, 255)),
        ("ffffff", (255, 255, 255)),
        ("#FFF", (255, 255, 255)),
        (" White ", (255, 255, 255)),
        ("chucknorris", (192, 0, 0)),
        ("fff", (15, 15, 15)),
        ("#12345678", (18, 69, 120)),
    ],
)
def test_colours_of_attributes(written: str, meant: tuple[int, ...]) -> None:
    assert (legacy(written) or ())[:3] == meant


@pytest.mark.parametrize("written", ["", "  ", "transparent"])
def test_attributes_without_a_colour(written: str) -> None:
    assert legacy(written) is None


@given(st.text(max_size=200))
def test_every_other_attribute_is_some_colour(written: str) -> None:
    found = legacy(written)
    assert found is None or all(0 <= part <= 255 for part in found[:3])


@given(st.builds(Colour, BYTES, BYTES, BYTES))
def test_a_colour_is_like_itself_and_not_like_black_and_white(one: Colour) -> None:
    assert alike(one, one)
    assert not (alike(one, BLACK) and alike(one, WHITE))


@given(st.builds(Colour, BYTES, BYTES, BYTES), st.builds(Colour, BYTES, BYTES, BYTES))
def test_likeness_is_mutual(one: Colour, other: Colour) -> None:
    assert alike(one, other) == alike(other, one)


def test_what_covers_mixes_with_what_is_behind_it() -> None:
    assert over(BLACK._replace(alpha=0.5), WHITE) == pytest.approx((127.5, 127.5, 127.5, 1))
    assert over(BLACK, WHITE, opacity=0) == WHITE
    assert over(BLACK, None) == BLACK
    assert over(BLACK._replace(alpha=0.5), None) is None
