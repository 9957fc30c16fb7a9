"""Days of a month, with their month or by their number alone, said on Tuesday, 3 March 2026."""

from datetime import date

import pytest

from agent.readers.embedded.dates import find_dates

TUESDAY = date(2026, 3, 3)


def days(text: str, on: date = TUESDAY, about: date | None = None) -> list[str]:
    return [each.day.isoformat() for each in find_dates(text, on, about=about)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the twenty-second of May", "2026-05-22"),
        ("May twenty-second", "2026-05-22"),
        ("the seventeenth in April, that I keep", "2026-04-17"),
        ("on the 1 st of April", "2026-04-01"),
        ("the two of April", "2026-04-02"),
        ("thirty of April", "2026-04-30"),
        ("30. April works", "2026-04-30"),
        ("am 15. März", "2026-03-15"),
        ("den 9. april", "2026-04-09"),
        ("12 March 2026", "2026-03-12"),
        ("le vendredi 20 mars 2026", "2026-03-20"),
        ("am 2 mai 2026", "2026-05-02"),
        ("March 27, 2026", "2026-03-27"),
        ("March 11. Then the rest.", "2026-03-11"),
        ("10-Apr-2026", "2026-04-10"),
        ("10Apr2026", "2026-04-10"),
        ("Sept 14 at the latest", "2026-09-14"),
        ("may fourteen would do", "2026-05-14"),
        ("so lets say june fifteen", "2026-06-15"),
        ("april twenty seventh works", "2026-04-27"),
        ("the ninth of April twenty-seven", "2027-04-09"),
        ("by the thirtieth of June next year", "2027-06-30"),
        ("1 October twenty twenty-seven", "2027-10-01"),
        ("31 December '27", "2027-12-31"),
        ("and in May, the eleventh", "2026-05-11"),
        ("2 April at 10:30", "2026-04-02"),
    ],
)
def test_a_day_with_its_month(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("on", "text", "day"),
    [
        (date(2026, 12, 10), "15 January", "2027-01-15"),
        (date(2026, 3, 10), "3 March", "2026-03-03"),
        (date(2026, 11, 24), "the thirtieth of April", "2027-04-30"),
        (date(2027, 1, 5), "we sent it on 20 December", "2026-12-20"),
        (date(2027, 1, 5), "by 20 December", "2027-12-20"),
        (date(2027, 3, 1), "29 February", "2028-02-29"),
    ],
)
def test_without_a_year_it_is_the_nearest_that_makes_sense(on: date, text: str, day: str) -> None:
    assert days(text, on) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the twentieth works", "2026-03-20"),
        ("call it the 14th", "2026-03-14"),
        ("Twentieth, after eleven.", "2026-03-20"),
        ("ninth confirmed", "2026-03-09"),
        ("it is due on the thirty first", "2026-03-31"),
        ("Then the second. Thank you.", "2026-04-02"),
        ("By the first, I think.", "2026-04-01"),
        ("16th it stays", "2026-03-16"),
        ("it finishes the twenty-five", "2026-03-25"),
        ("by the 14, please", "2026-03-14"),
        ("the fifteenth of the month", "2026-03-15"),
        ("the 5th of next month", "2026-04-05"),
        ("10am on the 9th", "2026-03-09"),
    ],
)
def test_a_day_by_its_number_is_the_next_one(text: str, day: str) -> None:
    assert days(text) == [day]


def test_a_number_follows_the_month_just_spoken_of() -> None:
    assert days("We go live on 14 September. Or rather the twenty-first.") == [
        "2026-09-14",
        "2026-09-21",
    ]


def test_a_month_spoken_of_long_ago_no_longer_counts() -> None:
    text = f"We go live on 14 September. {'And so on and on. ' * 12}You get it on the twentieth."
    assert days(text) == ["2026-09-14", "2026-03-20"]


def test_a_number_is_looked_for_near_the_date_discussed() -> None:
    assert days("Could it be the twenty-first?", about=date(2026, 9, 14)) == ["2026-09-21"]
    assert days("Could it be the twenty-first?", about=date(2026, 1, 14)) == ["2026-03-21"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27 April to 4 May", ["2026-04-27", "2026-05-04"]),
        ("27 to 30 April", ["2026-04-27", "2026-04-30"]),
        ("the 18th or 19th of March", ["2026-03-18", "2026-03-19"]),
        ("10-12 March", ["2026-03-10", "2026-03-12"]),
        ("between the 9th and the 11th", ["2026-03-09", "2026-03-11"]),
        ("eleventh to fifteenth", ["2026-03-11", "2026-03-15"]),
    ],
)
def test_both_ends_of_a_range_are_dates(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_a_date_that_only_bounds_is_not_sure() -> None:
    sure = [each.sure for each in find_dates("after the twentieth, so the 23rd", TUESDAY)]
    assert sure == [False, True]


def test_a_day_that_its_month_has_not_is_none() -> None:
    assert days("the 31st of June") == ["2026-06-30"]
    assert find_dates("the 31st of June", TUESDAY)[0].kind == "month"


def test_two_weekdays_beside_a_day_stay_apart() -> None:
    assert days("on the 18th. Friday is mine.") == ["2026-03-18", "2026-03-06"]


def test_a_number_said_without_its_ending_is_not_sure() -> None:
    (found,) = find_dates("on the 14, please", TUESDAY)
    assert found.sure is False
