"""Lengths of CSS in pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.intake.mail.css.lengths import number, pixels


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0", 0),
        ("12", 12),
        ("12px", 12),
        ("-1.5px", -1.5),
        (".5em", 10),
        ("1ex", 10),
        ("2rem", 32),
        ("72pt", 96),
        ("6pc", 96),
        ("1in", 96),
        ("2.54cm", 96),
        ("25.4mm", 96),
        ("101.6q", 96),
        ("50%", 100),
        ("1e2px", 100),
        ("100vw", 1024),
        ("calc(1px + 2px)", 3),
        ("calc(100% - 50px)", 150),
        ("calc(-1 * 9999px)", -9999),
        ("calc(10px/4)", 2.5),
        ("calc( 3px )", 3),
    ],
)
def test_what_is_a_length(written: str, meant: float) -> None:
    assert pixels(written, 20, 200) == pytest.approx(meant)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "px",
        "auto",
        "1 px",
        "1banana",
        "--1px",
        "1px2",
        "calc(",
        "calc()",
        "calc(1px / 0)",
        "٣px",
    ],
)
def test_what_is_none(written: str) -> None:
    assert pixels(written, 20, 200) is None


def test_a_percentage_of_nothing_is_no_length() -> None:
    assert pixels("50%", 20) is None


def test_numbers_and_shares() -> None:
    assert number("0.5") == number("50%") == 0.5
    assert number("5px") is None


@given(st.from_regex(r"(calc\()?[-+0-9.e%a-z*/ ]{0,40}\)?", fullmatch=True))
def test_every_length_is_within_bounds(written: str) -> None:
    found = pixels(written, 16, 100)
    assert found is None or abs(found) < 1e8
