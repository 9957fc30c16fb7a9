"""Rejected dates and past ones, said on Tuesday, 3 March 2026."""

from datetime import date

import pytest

from agent.readers.embedded.dates import find_dates

TUESDAY = date(2026, 3, 3)


def rejected(text: str) -> list[bool]:
    return [each.negated for each in find_dates(text, TUESDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "not the thirtieth",
        "forget the 14th",
        "no longer Friday",
        "It won't be the seventeenth",
        "I can't do the twentieth",
        "we cannot sign in April",
        "it can't be ready on the fourth",
        "they were supposed to be done by Friday",
        "originally the 14th",
        "The twentieth, no. No no.",
        "tomorrow no",
        "the twenty-fourth is dead",
        "Friday's no good for the demo",
        "14 March doesn't work from our side",
        "The 27th will not be possible",
        "the twelfth of June is too early",
        "So month-end is gone",
        "wasn't it the ninth",
    ],
)
def test_words_that_reject_a_date(text: str) -> None:
    assert rejected(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "not before the twentieth",
        "no later than 20 March",
        "not until Friday",
        "we don't have it back until the twentieth",
        "why not Friday?",
        "if it is not signed by the twentieth we lose the slot",
        "the twentieth, no problem",
        "The twentieth. No, that's good.",
        "the twentieth won't be a problem",
        "the meeting of 16 June doesn't move",
        "What we agreed was the 7th",
        "We are free on Friday, not sure how long",
        "from me you have it on Friday",
    ],
)
def test_words_that_only_sound_like_rejecting(text: str) -> None:
    assert rejected(text) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "not Friday but Monday",
        "not on Friday the sixth but the Friday after",
        "instead of Friday let us take Monday",
        "moved from the 3rd to the 15th",
        "it was Friday, now it is Monday",
        "Friday? No, Monday.",
    ],
)
def test_the_date_put_in_its_place_stands(text: str) -> None:
    assert rejected(text) == [True, False]


def test_the_date_before_a_rejected_one_stands() -> None:
    assert rejected("on 2 April and not next week") == [False, True]
    assert rejected("we sign on 12 August, no longer the 31st") == [False, True]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last Tuesday", "2026-02-24"),
        ("last Tuesday they called", "2026-02-24"),
        ("the past Friday", "2026-02-27"),
        ("yesterday", "2026-03-02"),
        ("three weeks ago", "2026-02-10"),
        ("since Friday", "2026-02-27"),
        ("it came on Monday", "2026-03-02"),
        ("we shipped it Friday", "2026-02-27"),
        ("on the 2nd we sent it", "2026-03-02"),
        ("they signed on 20 February", "2026-02-20"),
        ("you sent it in December", "2025-12-31"),
        ("I handed it over on Thursday", "2026-02-26"),
        ("last month", "2026-02-28"),
        ("in 2019 it was the same", "2019-12-31"),
        ("on 3 March 2025", "2025-03-03"),
    ],
)
def test_words_that_place_a_date_in_the_past(text: str, day: str) -> None:
    (found,) = find_dates(text, TUESDAY)
    assert (found.day.isoformat(), found.past) == (day, True)


@pytest.mark.parametrize(
    "text",
    [
        "it is sent on Friday",
        "I'd get it signed on Friday",
        "you got it first thing Monday",
        "I had the fifteenth",
        "I was thinking Friday",
        "he said the fourteenth",
        "put the test down as finished for the tenth",
        "if it came on Monday",
        "the closed roads on Monday",
    ],
)
def test_words_that_only_sound_past(text: str) -> None:
    (found,) = find_dates(text, TUESDAY)
    assert (found.past, found.day > TUESDAY) == (False, True)
