"""How things are written."""

from datetime import date
from decimal import Decimal

import pytest

from evals.report import wording


def test_figures_have_three_digits_and_a_true_minus() -> None:
    assert wording.figure(0.46361) == "0.464"
    assert wording.figure(None) == "–"
    assert wording.signed(0.0125) == "+0.013"
    assert wording.signed(-0.03) == "\N{MINUS SIGN}0.030"
    assert wording.between((0.25, 0.5)) == "0.250 to 0.500"
    assert wording.signed_between((-0.25, 0.5)) == "\N{MINUS SIGN}0.250 to +0.500"


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(0.42, "0.42 s"), (12.62, "12.6 s"), (249.6, "4 min 10 s"), (3725, "62 min 5 s")],
)
def test_durations(seconds: float, written: str) -> None:
    assert wording.duration(seconds) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "nothing"),
        ("", "nothing"),
        (False, "no"),
        ([], "none"),
        (["legal", "security"], "legal, security"),
        (Decimal("2.40"), "2.40"),
    ],
)
def test_values(value: object, written: str) -> None:
    assert wording.shown(value) == written


def test_numbers_days_and_money() -> None:
    assert wording.counted(1, "edit") == "1 edit"
    assert wording.counted(1200, "edit") == "1,200 edits"
    assert wording.day(date(2026, 3, 3)) == "Tue 3 Mar 2026"
    assert wording.clock(725.9) == "12:05"
    assert wording.clock(None) == ""
    assert wording.money(Decimal("1234.567")) == "$1,234.57"
    assert wording.money(Decimal("0.0123")) == "$0.0123"
    assert wording.money(Decimal(0)) == "$0.00"


def test_amounts_of_tokens_and_dollars() -> None:
    assert wording.amount(10500) == "10,500"
    assert wording.amount(0.00525) == "0.0053"
    assert wording.amount(-1200) == "\N{MINUS SIGN}1,200"


def test_lists_in_sentences() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["due"]) == "due"
    assert wording.listed(["due", "owner", "status"]) == "due, owner and status"


def test_names_may_break_and_nothing_else_becomes_markup() -> None:
    assert wording.breakable("decision_maker <b>") == "decision_<wbr>maker &lt;b&gt;"
