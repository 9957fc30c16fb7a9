"""The date a promise is due on, told on Tuesday, 3 March 2026."""

from datetime import date

import pytest

from agent.readers.embedded.dates import due, find_dates

TUESDAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("You have it by Friday.", "2026-03-06"),
        ("By the first. No, the second.", "2026-04-02"),
        ("Friday? No, Monday.", "2026-03-09"),
        ("Not the sixth, but mid-April.", "2026-04-15"),
        ("On 2 April and not next week.", "2026-04-02"),
        ("We met last Tuesday; the minutes follow on Thursday.", "2026-03-05"),
        ("Today I only have the list. The rest comes Friday.", "2026-03-06"),
        ("The end of July. Call it the thirtieth.", "2026-07-30"),
        ("Next week, the twelfth I think, but look at the 13th of March.", "2026-03-13"),
        ("Tomorrow? No, not tomorrow. Friday.", "2026-03-06"),
        ("After the fourteenth. I say the twentieth.", "2026-03-20"),
        ("The twentieth. After Easter there is nobody.", "2026-03-20"),
        ("The end of May gives us some slack before July.", "2026-05-31"),
        ("27 April to 4 May", "2026-05-04"),
    ],
)
def test_the_last_exact_standing_date_is_the_due_one(text: str, day: str) -> None:
    chosen = due(find_dates(text, TUESDAY))
    assert chosen is not None
    assert chosen.day.isoformat() == day


@pytest.mark.parametrize(
    "text", ["No date here.", "Not Friday.", "We met last Tuesday.", "Friday is off."]
)
def test_nothing_is_due_when_no_date_stands(text: str) -> None:
    assert due(find_dates(text, TUESDAY)) is None
