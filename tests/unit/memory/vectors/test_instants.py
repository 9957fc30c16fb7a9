from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from memory.vectors.instants import microseconds

OFFSETS = st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours)))
INSTANTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=OFFSETS)  # noqa: DTZ001 -- hypothesis takes bounds without a zone


@given(INSTANTS, INSTANTS)
def test_it_orders_as_instants_do(one: datetime, other: datetime) -> None:
    assert (microseconds(one) < microseconds(other)) == (one < other)


@given(INSTANTS)
def test_the_next_microsecond_is_another_number(at: datetime) -> None:
    assert microseconds(at + timedelta(microseconds=1)) == microseconds(at) + 1


def test_it_counts_from_1970() -> None:
    assert microseconds(datetime(1970, 1, 1, 0, 0, 1, 5, tzinfo=UTC)) == 1_000_005
    assert microseconds(datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)) == -1
