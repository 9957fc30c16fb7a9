"""Counting working days, against counting them one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.calendar import WEEKENDS, Calendar, shifted

MONDAY = date(2026, 3, 9)
DAY = timedelta(days=1)

days = st.dates(date(2026, 1, 1), date(2026, 6, 1))
calendars = st.builds(
    Calendar, st.frozensets(days, max_size=40), st.frozensets(st.integers(0, 6), max_size=6)
)


def counted(calendar: Calendar, start: date, end: date) -> int:
    """The days after `start` up to `end` on which people work, one by one."""
    span = (start + n * DAY for n in range(1, (end - start).days + 1))
    return sum(
        one.weekday() not in calendar.weekend and one not in calendar.days_off for one in span
    )


@given(calendars, days, days)
def test_working_days_between_two_days_are_those_counted_one_by_one(
    calendar: Calendar, one: date, other: date
) -> None:
    start, end = sorted((one, other))
    assert calendar.between(start, end) == counted(calendar, start, end)
    assert calendar.between(end, start) == -counted(calendar, start, end)


@given(calendars, days, st.integers(0, 30))
def test_adding_working_days_goes_to_the_first_day_that_has_so_many_before_it(
    calendar: Calendar, day: date, number: int
) -> None:
    end = calendar.add(day, number)
    assert counted(calendar, day, end) == number
    assert number == 0 or calendar.works(end)
    assert (end == day) == (number == 0)


@given(calendars, days, st.integers(1, 30))
def test_counting_back_goes_to_the_last_day_that_has_so_many_from_it_on(
    calendar: Calendar, day: date, number: int
) -> None:
    begin = calendar.nth_last(day, number)
    assert counted(calendar, begin - DAY, day) == number
    assert calendar.works(begin)


@given(calendars, days)
def test_the_first_working_day_from_a_day_is_not_before_it(calendar: Calendar, day: date) -> None:
    first = calendar.first_from(day)
    assert calendar.works(first)
    assert counted(calendar, day - DAY, first) == 1


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, MONDAY + DAY, 1),
        (MONDAY, MONDAY + 4 * DAY, 4),
        (MONDAY, MONDAY + 6 * DAY, 4),
        (MONDAY - DAY, MONDAY, 1),
        (MONDAY + 7 * DAY, MONDAY, -5),
    ],
)
def test_saturdays_and_sundays_are_off(start: date, end: date, number: int) -> None:
    assert WEEKENDS.between(start, end) == number


def test_a_holiday_on_a_weekend_is_off_once() -> None:
    calendar = Calendar(frozenset({MONDAY - DAY, MONDAY + DAY}))
    assert calendar.between(MONDAY - 7 * DAY, MONDAY + 2 * DAY) == 6
    assert not calendar.works(MONDAY + DAY)
    assert calendar.first_from(MONDAY + DAY) == MONDAY + 2 * DAY


def test_calendars_of_the_same_days_are_the_same() -> None:
    assert Calendar() == WEEKENDS
    assert hash(Calendar(frozenset({MONDAY}))) == hash(Calendar(frozenset({MONDAY})))
    assert Calendar(frozenset({MONDAY})) != WEEKENDS


def test_a_week_without_a_working_day_is_no_calendar() -> None:
    with pytest.raises(ValueError, match="on which people work"):
        Calendar(weekend=frozenset(range(7)))


def test_at_the_ends_of_time_days_stop() -> None:
    assert WEEKENDS.add(date.max, 3) == date.max
    assert WEEKENDS.nth_last(date.min, 3) == date.min
    assert WEEKENDS.nth_last(date.max, 1) == date.max
    assert WEEKENDS.between(date.min, date.max) == counted(WEEKENDS, date.min, date.max)


@pytest.mark.parametrize(
    ("day", "number", "shift"),
    [
        (MONDAY, 0, MONDAY),
        (MONDAY, 1, date(2026, 3, 10)),
        (MONDAY, -9, date(2026, 2, 28)),
        (date.max, 1, date.max),
        (date.max, -1, date.max - DAY),
        (date.max - DAY, 1, date.max),
        (date.min, -1, date.min),
        (date.min + DAY, -1, date.min),
        (MONDAY, 10**12, date.max),
        (MONDAY, -(10**12), date.min),
    ],
)
def test_shifting_a_day_stops_at_the_ends_of_time(day: date, number: int, shift: date) -> None:
    assert shifted(day, number) == shift
