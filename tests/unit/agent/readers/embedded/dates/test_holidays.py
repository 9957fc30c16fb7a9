"""Feasts, moving and fixed."""

from datetime import date

import pytest

from agent.readers.embedded.dates import find_dates
from agent.readers.embedded.dates.holidays import easter

TUESDAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1943, date(1943, 4, 25)),
        (2000, date(2000, 4, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
        (2285, date(2285, 3, 22)),
    ],
)
def test_easter_falls_where_the_church_says(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Good Friday", "2026-04-03"),
        ("on Easter Monday", "2026-04-06"),
        ("the Thursday before Easter", "2026-04-02"),
        ("the day after Ascension", "2026-05-15"),
        ("the Tuesday after Whit Monday", "2026-05-26"),
        ("the day after corpus christi", "2026-06-05"),
        ("before Midsummer", "2026-06-19"),
        ("by Labor Day", "2026-09-07"),
        ("after Memorial Day", "2026-05-25"),
        ("by Halloween", "2026-10-31"),
        ("the week of Thanksgiving", "2026-11-27"),
        ("Black Friday", "2026-11-27"),
        ("the Friday before Sinterklaas", "2026-12-04"),
        ("by Lucia", "2026-12-13"),
        ("before Christmas", "2026-12-25"),
        ("the week before Christmas", "2026-12-18"),
        ("on New Year's Eve", "2026-12-31"),
        ("the day after Three Kings", "2027-01-07"),
        ("until MLK day", "2027-01-18"),
    ],
)
def test_a_feast_is_the_next_one(text: str, day: str) -> None:
    assert [each.day.isoformat() for each in find_dates(text, TUESDAY)] == [day]


def test_a_feast_just_past_is_the_last_one() -> None:
    (found,) = find_dates("How did you spend Easter?", date(2026, 4, 9))
    assert (found.day, found.past) == (date(2026, 4, 5), True)


def test_a_feast_that_countries_keep_on_other_days_is_not_sure() -> None:
    (found,) = find_dates("before Thanksgiving", TUESDAY)
    assert found.sure is False


def test_a_first_name_is_no_feast() -> None:
    assert find_dates("Lucia will call you", TUESDAY) == ()
