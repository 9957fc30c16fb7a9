"""What holds for every text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.readers.embedded.dates import due, find_dates

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
_WORDS = (
    "the a on by in of and to from after before until not no Monday friday sun May march Jan "
    "December first second 3rd fourteenth twenty thirty - one 9 12 31 2027 / . , ? : ' n't week "
    "weeks fortnight days month months year next last this that same day end mid early early half "
    "quarter Q 2 KW Easter tomorrow today ago later earlier within give another 400 years couple "
    "EOD close play we sent was if is dead too late \n\n"
)
WORDS = _WORDS.split(" ")
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=300), SENTENCES)
_MONTHS = "January February March April May June July August September October November December"
MONTHS = _MONTHS.split()


@given(text=TEXTS, on=DAYS, about=st.none() | DAYS, day_first=st.booleans())
def test_every_mention_cuts_its_words_and_none_overlap(
    text: str, on: date, about: date | None, *, day_first: bool
) -> None:
    found = find_dates(text, on, day_first=day_first, about=about)
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    for each in found:
        words = text[each.start : each.end]
        assert words
        assert words == words.strip()
        assert each.how.endswith(".")
        assert each.past >= (each.day < on)
        assert date(500, 1, 1) < each.day < date(4000, 1, 1)


@given(text=TEXTS, on=DAYS)
def test_the_due_date_is_a_standing_mention(text: str, on: date) -> None:
    found = find_dates(text, on)
    chosen = due(found)
    assert chosen is None or (chosen in found and not chosen.negated and not chosen.past)


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)), on=DAYS)
def test_iso_dates_round_trip(day: date, on: date) -> None:
    (found,) = find_dates(f"due {day.isoformat()}.", on)
    assert (found.day, found.sure, found.kind) == (day, True, "day")


@pytest.mark.parametrize("year", [1999, 2024, 2026, 2100])
def test_every_day_of_a_year_written_out_is_exact(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=k) for k in range(365)]
    for day in days:
        name = MONTHS[day.month - 1]
        for text in (f"{day.day} {name} {year}", f"{name} {day.day}, {year}"):
            (found,) = find_dates(f"by {text} please", date(2026, 3, 3))
            assert (found.day, found.end - found.start) == (day, len(text))


@given(on=DAYS, days=st.integers(min_value=0, max_value=60))
def test_a_day_and_month_ahead_need_no_year(on: date, days: int) -> None:
    day = on + timedelta(days=days)
    (found,) = find_dates(f"by {day.day} {MONTHS[day.month - 1]}", on)
    assert found.day == day


@pytest.mark.parametrize(
    "part",
    [
        "a week after ",
        "monday ",
        "the day after the ",
        "1.",
        "1/",
        "end of ",
        "in two weeks from ",
        "\n ",
        "not ",
    ],
)
@pytest.mark.timeout(30)
def test_long_repetitions_end(part: str) -> None:
    # Quadratic work on this many words would take minutes; linear work takes a few seconds.
    assert len(find_dates(part * 60_000, date(2026, 3, 3))) <= 60_000
