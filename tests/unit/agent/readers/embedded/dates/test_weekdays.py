"""Weekdays, alone and with what stands beside them. The day is Tuesday, 3 March 2026."""

from datetime import date

import pytest

from agent.readers.embedded.dates import find_dates

TUESDAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The keys reach you Friday.", "2026-03-06"),
        ("ill drop it fri", "2026-03-06"),
        ("It leaves us on thurs.", "2026-03-05"),
        ("Could it be this Friday?", "2026-03-06"),
        ("this coming thursday then", "2026-03-05"),
        ("next Friday suits the board", "2026-03-13"),
        ("Let us say Wednesday next.", "2026-03-11"),
        ("Friday week is fine", "2026-03-13"),
        ("thursday week? we are shut before that", "2026-03-12"),
        ("Tuesday after next", "2026-03-17"),
        ("Wednesday in two weeks they vote", "2026-03-18"),
        ("Friday next week at noon", "2026-03-13"),
        ("on Friday of next week", "2026-03-13"),
        ("next week, Friday", "2026-03-13"),
        ("next week on Thursday", "2026-03-12"),
        ("Tuesday of the week after next", "2026-03-17"),
        ("Thursday of week 14", "2026-04-02"),
        ("calendar week fourteen, the Thursday", "2026-04-02"),
        ("First thing Thursday it is on your desk", "2026-03-05"),
        ("wed's no use to me", "2026-03-04"),
    ],
)
def test_a_weekday_is_the_one_that_was_meant(text: str, day: str) -> None:
    assert [each.day.isoformat() for each in find_dates(text, TUESDAY)] == [day]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("by Thursday the second of April, please", "Thursday the second of April", "2026-04-02"),
        ("Monday, the 16th works", "Monday, the 16th", "2026-03-16"),
        ("Sat 7 March", "Sat 7 March", "2026-03-07"),
        ("Mon 3/16 then", "Mon 3/16", "2026-03-16"),
        ("tomorrow, Wednesday, at ten", "tomorrow, Wednesday", "2026-03-04"),
        ("on 16 March, Monday", "16 March, Monday", "2026-03-16"),
        ("the sixteenth now, the Monday", "sixteenth now, the Monday", "2026-03-16"),
        ("Monday. The sixteenth.", "Monday. The sixteenth", "2026-03-16"),
        ("The sixteenth of March. A Monday.", "sixteenth of March. A Monday", "2026-03-16"),
        ("on the sixth. Friday.", "sixth. Friday", "2026-03-06"),
        ("friday twenty seventh is good", "friday twenty seventh", "2026-03-27"),
        (
            "a week from Tuesday, the seventeenth",
            "a week from Tuesday, the seventeenth",
            "2026-03-17",
        ),
        ("Friday 10 or so people come", "Friday", "2026-03-06"),
        ("Thursday 2pm", "Thursday", "2026-03-05"),
    ],
)
def test_a_weekday_beside_a_date_is_one_mention_with_it(text: str, words: str, day: str) -> None:
    found = find_dates(text, TUESDAY)
    assert [(text[each.start : each.end], each.day.isoformat()) for each in found] == [(words, day)]


def test_a_number_and_weekday_that_fit_a_later_month_mean_that_month() -> None:
    (found,) = find_dates("Vierzon goes live on Monday the seventeenth of May", TUESDAY)
    assert found.day == date(2027, 5, 17)
    (found,) = find_dates("Tuesday the fourteenth", TUESDAY)
    assert found.day == date(2026, 4, 14)


def test_a_number_whose_weekday_was_just_past_is_that_one() -> None:
    (found,) = find_dates("Monday the second", TUESDAY)
    assert (found.day, found.past) == (date(2026, 3, 2), True)


def test_a_weekday_that_no_such_number_has_leaves_doubt() -> None:
    (found,) = find_dates("on Thursday, 10 March 2026", TUESDAY)
    assert (found.day, found.sure) == (date(2026, 3, 10), False)


@pytest.mark.parametrize(
    "text",
    ["a call every Friday", "on Fridays", "it sat there in the sun", "Mon-Fri", "each Monday"],
)
def test_a_weekday_of_every_week_is_no_date(text: str) -> None:
    days = [each.day for each in find_dates(text, TUESDAY)]
    assert days in ([], [date(2026, 3, 9)])
    assert not days or text == "Mon-Fri"


@pytest.mark.parametrize(
    ("text", "sure"),
    [("Friday", True), ("Tuesday", False), ("next Friday", False), ("next Monday", True)],
)
def test_a_weekday_with_two_readings_is_not_sure(text: str, *, sure: bool) -> None:
    (found,) = find_dates(text, TUESDAY)
    assert found.sure is sure


def test_a_bare_weekday_has_its_own_kind_and_a_dated_one_is_a_day() -> None:
    kinds = [each.kind for each in find_dates("Friday or rather Monday the 16th", TUESDAY)]
    assert kinds == ["weekday", "day"]
