"""The working days of countries, as the package `holidays` knows them."""

from datetime import date

import pytest

from plan.calendar import WEEKENDS
from tools.calendars import calendar_of


def test_norway_has_its_easter_off() -> None:
    country = calendar_of("NO", [2026])
    assert country.known
    easter = [date(2026, 4, day) for day in range(1, 9)]
    assert [day.day for day in easter if country.calendar.works(day)] == [1, 7, 8]


def test_countries_have_their_own_weekends() -> None:
    friday, sunday = date(2026, 3, 13), date(2026, 3, 15)
    israel = calendar_of("IL", [2026]).calendar
    assert not israel.works(friday)
    assert israel.works(sunday)


@pytest.mark.parametrize("country", ["XX", "no", "", None])
def test_an_unknown_country_has_weekends_off_and_says_that_it_is_unknown(
    country: str | None,
) -> None:
    assert calendar_of(country, [2026]) == (WEEKENDS, False)


def test_the_years_asked_for_count_and_no_others() -> None:
    calendar = calendar_of("NO", [2027, 2026, 2027]).calendar
    assert {day.year for day in calendar.days_off} == {2026, 2027}
    assert calendar is calendar_of("NO", (2026, 2027)).calendar


def test_no_years_are_no_holidays() -> None:
    assert calendar_of("NO", []) == (WEEKENDS, True)
