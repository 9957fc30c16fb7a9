"""Dates in figures, written on Tuesday, 3 March 2026."""

from datetime import date

import pytest

from agent.readers.embedded.dates import find_dates

TUESDAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-04-02", "2026-04-02"),
        ("2026/04/02", "2026-04-02"),
        ("2026-04-02T10:00:00Z", "2026-04-02"),
        ("FAT: 18.02.2027", "2027-02-18"),
        ("on 12/03/2026", "2026-03-12"),
        ("15.3.26", "2026-03-15"),
        ("by 12.3.", "2026-03-12"),
        ("12.5. passt, take it", "2026-05-12"),
        ("she needs until 04.04.", "2026-04-04"),
        ("latest 19/03", "2026-03-19"),
        ("by 1/4", "2026-04-01"),
        ("overtime report by 4/23", "2026-04-23"),
        ("Wording  Asha  02/07\n5 Terms agreed", "2026-07-02"),
    ],
)
def test_a_date_in_figures(text: str, day: str) -> None:
    assert [each.day.isoformat() for each in find_dates(text, TUESDAY)] == [day]


def test_which_figure_is_the_month_is_told_by_the_order_and_left_in_doubt() -> None:
    (british,) = find_dates("by 03/04/2026", TUESDAY)
    (american,) = find_dates("by 03/04/2026", TUESDAY, day_first=False)
    assert (british.day, british.sure) == (date(2026, 4, 3), False)
    assert (american.day, american.sure) == (date(2026, 3, 4), False)


def test_a_weekday_beside_the_figures_settles_their_order() -> None:
    (found,) = find_dates("Wednesday 03/04/2026", TUESDAY)
    assert (found.day, found.sure) == (date(2026, 3, 4), True)


def test_a_weekday_that_fits_neither_order_leaves_doubt() -> None:
    (found,) = find_dates("Monday 03/04/2026", TUESDAY)
    assert (found.day, found.sure) == (date(2026, 4, 3), False)


def test_dots_have_the_day_first_everywhere() -> None:
    (found,) = find_dates("by 03.04.2026", TUESDAY, day_first=False)
    assert (found.day, found.sure) == (date(2026, 4, 3), True)


@pytest.mark.parametrize(
    "text",
    [
        "we are open 24/7",
        "covered by 24/7 support",
        "3/4 of the racks are in",
        "it costs 12.50",
        "version 3.2 is out",
        "release 1.2.26 broke it",
        "1.2.3.4 does not answer",
        "section 3.2. says so",
        "no. 7/9 of the annex",
        "$12/10 a seat",
        "call 0171 12 03 26",
        "about 4.5. More later",
        "10/12 machines report",
        "2026-13-40",
        "12.10.2026.5",
    ],
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert find_dates(text, TUESDAY) == ()
