"""Days counted from the day of the words or from another, said on Tuesday, 3 March 2026."""

from datetime import date

import pytest

from agent.readers.embedded.dates import find_dates

TUESDAY = date(2026, 3, 3)


def days(text: str, about: date | None = None) -> list[str]:
    return [each.day.isoformat() for each in find_dates(text, TUESDAY, about=about)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I send it tonight", "2026-03-03"),
        ("by end of day", "2026-03-03"),
        ("by the end of the day", "2026-03-03"),
        ("this afternoon", "2026-03-03"),
        ("right after this call", "2026-03-03"),
        ("after this meeting", "2026-03-03"),
        ("when we hang up", "2026-03-03"),
        ("cost centres coming tmrw", "2026-03-04"),
        ("by noon tomorrow", "2026-03-04"),
        ("the day after tomorrow", "2026-03-05"),
        ("COB Thursday", "2026-03-05"),
        ("close of play on Friday", "2026-03-06"),
        ("Friday, end of day", "2026-03-06"),
        ("yesterday", "2026-03-02"),
        ("the day before yesterday", "2026-03-01"),
        ("last night", "2026-03-02"),
        ("a week today", "2026-03-10"),
        ("this day week", "2026-03-10"),
        ("you get it today in eight days", "2026-03-10"),
        ("a fortnight tomorrow", "2026-03-18"),
        ("before the weekend", "2026-03-06"),
    ],
)
def test_a_day_named_from_today(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("in two weeks", "2026-03-17"),
        ("in a fortnight", "2026-03-17"),
        ("two weeks from today", "2026-03-17"),
        ("in two weeks' time", "2026-03-17"),
        ("within ten days", "2026-03-13"),
        ("within the next fortnight", "2026-03-17"),
        ("in a couple of weeks", "2026-03-17"),
        ("within ten business days", "2026-03-17"),
        ("in three months", "2026-06-03"),
        ("a month from now", "2026-04-03"),
        ("two weeks hence", "2026-03-17"),
        ("in 2 wks", "2026-03-17"),
        ("within a good week", "2026-03-10"),
        ("in 14 days from now", "2026-03-17"),
        ("five days before the end of May", "2026-05-26"),
        ("in a week or two", "2026-03-10"),
        ("in two to three weeks", "2026-03-24"),
        ("give me two weeks", "2026-03-17"),
        ("two weeks ago", "2026-02-17"),
        ("a week on Friday", "2026-03-13"),
        ("a week from Tuesday", "2026-03-17"),
        ("two weeks on Monday", "2026-03-23"),
        ("a week Friday", "2026-03-13"),
        ("two days before the 15th", "2026-03-13"),
        ("two weeks out from the nineteenth", "2026-03-05"),
        ("three working days after the 13th", "2026-03-18"),
    ],
)
def test_a_length_counts_from_the_day_it_names(text: str, day: str) -> None:
    assert days(text) == [day]


def test_the_words_of_a_length_ago_are_cut_whole() -> None:
    text = "it came three weeks ago, or a month back."
    cut = [text[each.start : each.end] for each in find_dates(text, TUESDAY)]
    assert cut == ["three weeks ago", "a month back"]


def test_how_long_a_long_weekend_is_remains_open() -> None:
    texts = ("before the long weekend", "before the weekend")
    sure = [find_dates(text, TUESDAY)[0].sure for text in texts]
    assert sure == [False, True]


def test_a_length_between_two_is_not_sure() -> None:
    (found,) = find_dates("in two or three weeks", TUESDAY)
    assert (found.day, found.sure) == (date(2026, 3, 24), False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The audit is on the 20th, the report a week later.", ["2026-03-20", "2026-03-27"]),
        ("It was the 20th, I can do a day earlier.", ["2026-03-20", "2026-03-19"]),
        ("We sit on 22 April. You have it the Friday before.", ["2026-04-22", "2026-04-17"]),
        ("We sit on 22 April. You have it the night before.", ["2026-04-22", "2026-04-21"]),
        (
            "Not Friday the sixth but the Friday after. The Friday after.",
            ["2026-03-06"] + 2 * ["2026-03-13"],
        ),
        ("We sit on 22 April and sign the same day.", ["2026-04-22", "2026-04-22"]),
        ("We sit on 22 April. By the end of that week.", ["2026-04-22", "2026-04-24"]),
        ("They vote on 22 April, a week before they call us.", ["2026-04-22", "2026-04-15"]),
        ("Tuesday the tenth, and the week after", ["2026-03-10", "2026-03-17"]),
    ],
)
def test_a_day_spoken_of_is_counted_from(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I need another week for it", "2026-03-27"),
        ("it has slipped two weeks", "2026-04-03"),
        ("two days earlier than planned", "2026-03-18"),
        ("you have it a week early", "2026-03-13"),
        ("Make it Tuesday after", "2026-03-24"),
    ],
)
def test_a_shift_counts_from_the_date_discussed(text: str, day: str) -> None:
    assert days(text, about=date(2026, 3, 20)) == [day]
    assert days(text) == [] or text == "Make it Tuesday after"


@pytest.mark.parametrize(
    "text",
    [
        "it took two weeks",
        "three days of training",
        "we work in two-week sprints",
        "a week after the audit",
        "ten days before go-live",
        "in 5 minutes",
        "give it another day",
        "at the end of the day it is fine",
        "a few days",
        "any other call",
    ],
)
def test_a_length_that_counts_from_nothing_known_is_no_date(text: str) -> None:
    assert days(text) == []


def test_an_explicit_date_behind_wins() -> None:
    text = "one week later, the twentieth"
    (found,) = find_dates(text, TUESDAY, about=date(2026, 3, 12))
    assert (found.day, text[found.start : found.end]) == (date(2026, 3, 20), text)


def test_weeks_of_a_month_do_not_count_from_its_end() -> None:
    assert [each.kind for each in find_dates("the first two weeks of January", TUESDAY)] == [
        "month"
    ]
