"""Spans of time and their ends, said on Tuesday, 3 March 2026."""

from datetime import date

import pytest

from agent.readers.embedded.dates import find_dates

TUESDAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("text", "day", "kind"),
    [
        ("by EOW", "2026-03-06", "week"),
        ("end of the week", "2026-03-06", "week"),
        ("the end of next week", "2026-03-13", "week"),
        ("later this week", "2026-03-06", "week"),
        ("early next week", "2026-03-09", "week"),
        ("mid next week", "2026-03-11", "week"),
        ("next week", "2026-03-13", "week"),
        ("this weekend", "2026-03-08", "week"),
        ("the week of the 12th", "2026-03-13", "week"),
        ("week commencing 16 March", "2026-03-20", "week"),
        ("KW 14", "2026-04-03", "week"),
        ("in week 14", "2026-04-03", "week"),
        ("calendar week fourteen", "2026-04-03", "week"),
        ("W14", "2026-04-03", "week"),
        ("in wk. 14", "2026-04-03", "week"),
        ("Jan. 2027", "2027-01-31", "month"),
        ("kw 2", "2027-01-15", "week"),
        ("first week of June", "2026-06-05", "week"),
        ("EOM", "2026-03-31", "month"),
        ("by month-end", "2026-03-31", "month"),
        ("end-of-month report", "2026-03-31", "month"),
        ("end of May", "2026-05-31", "month"),
        ("late May", "2026-05-31", "month"),
        ("ultimo April", "2026-04-30", "month"),
        ("mid-April", "2026-04-15", "month"),
        ("half February", "2027-02-15", "month"),
        ("early June", "2026-06-01", "month"),
        ("beginning of May", "2026-05-01", "month"),
        ("in June", "2026-06-30", "month"),
        ("before June", "2026-05-31", "month"),
        ("March 2027", "2027-03-31", "month"),
        ("end of June twenty-seven", "2027-06-30", "month"),
        ("next month", "2026-04-30", "month"),
        ("end of Q2", "2026-06-30", "quarter"),
        ("by Q1", "2026-03-31", "quarter"),
        ("Q2'27 at best", "2027-06-30", "quarter"),
        ("end of the third quarter", "2026-09-30", "quarter"),
        ("the second quarter of next year", "2027-06-30", "quarter"),
        ("end of H1", "2026-06-30", "quarter"),
        ("next quarter", "2026-06-30", "quarter"),
        ("EOQ", "2026-03-31", "quarter"),
        ("by the end of next year", "2027-12-31", "year"),
        ("by 2027", "2027-12-31", "year"),
        ("until the end of twenty-seven", "2027-12-31", "year"),
        ("EOFY", "2026-06-30", "year"),
    ],
)
def test_a_span_is_due_on_its_last_day(text: str, day: str, kind: str) -> None:
    found = find_dates(text, TUESDAY)
    assert [(each.day.isoformat(), each.kind) for each in found] == [(day, kind)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("first Monday in September", "2026-09-07"),
        ("the second Tuesday of April", "2026-04-14"),
        ("the last Friday of the month", "2026-03-27"),
        ("the last working day of May", "2026-05-29"),
        ("the first working day of the new year", "2027-01-04"),
        ("on the last day of March", "2026-03-31"),
        ("the third working day of next month", "2026-04-07"),
    ],
)
def test_the_nth_day_of_a_span(text: str, day: str) -> None:
    assert [each.day.isoformat() for each in find_dates(text, TUESDAY)] == [day]


def test_only_the_end_of_a_span_is_sure() -> None:
    sure = {text: find_dates(text, TUESDAY)[0].sure for text in ("end of May", "mid May", "in May")}
    assert sure == {"end of May": True, "mid May": False, "in May": False}


def test_on_a_saturday_this_week_leaves_until_sunday() -> None:
    (found,) = find_dates("this week", date(2026, 3, 7))
    assert found.day == date(2026, 3, 8)


@pytest.mark.parametrize(
    "text",
    ["the month was hard", "by quarter", "in the year", "start next week", "phase two, week two"],
)
def test_a_span_that_names_no_time_is_none(text: str) -> None:
    days = [each.day for each in find_dates(text, TUESDAY)]
    assert days in ([], [date(2026, 3, 13)])
    assert (days == []) is (text != "start next week")
