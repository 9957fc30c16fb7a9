from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, Integer, MetaData, Table, create_engine, insert, select
from sqlalchemy.exc import StatementError

from memory.sql.types import Instant, Money

VALUES = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("at", Instant),
    Column("price", Money),
)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(datetime(1000, 1, 2), datetime(9999, 12, 30), timezones=ZONES)  # noqa: DTZ001 -- hypothesis adds zones
MONEY = st.decimals(
    allow_nan=False, allow_infinity=False, places=8, min_value=-(10**15), max_value=10**15
)


@pytest.fixture(scope="module")
def database() -> Iterator[Connection]:
    """A connection whose changes are never kept."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        VALUES.create(connection)
        yield connection
    engine.dispose()


def there_and_back(database: Connection, **row: object) -> object:
    """What comes back of the one value that was put in."""
    with database.begin_nested() as nested:
        database.execute(insert(VALUES).values(row))
        kept = database.scalar(select(VALUES.c[next(iter(row))]))
        nested.rollback()
    return kept


@given(at=INSTANTS)
def test_an_instant_comes_back_in_utc(database: Connection, at: datetime) -> None:
    kept = there_and_back(database, at=at)
    assert isinstance(kept, datetime)
    assert kept == at
    assert kept.tzinfo is UTC


@given(instants=st.lists(INSTANTS, min_size=2, max_size=5))
def test_instants_sort_by_time_whatever_their_zones(
    database: Connection, instants: list[datetime]
) -> None:
    with database.begin_nested() as nested:
        database.execute(insert(VALUES), [{"at": at} for at in instants])
        kept = database.scalars(select(VALUES.c.at).order_by(VALUES.c.at)).all()
        nested.rollback()
    assert kept == sorted(instants)


def test_an_instant_without_a_zone_is_refused(database: Connection) -> None:
    with pytest.raises(StatementError, match="no time zone"):
        there_and_back(database, at=datetime(2025, 1, 1))  # noqa: DTZ001 -- what is refused


@given(price=MONEY)
def test_money_comes_back_exactly(database: Connection, price: Decimal) -> None:
    kept = there_and_back(database, price=price)
    assert isinstance(kept, Decimal)
    assert kept == price


@pytest.mark.parametrize("name", ["at", "price"])
def test_nothing_stays_nothing(database: Connection, name: str) -> None:
    assert there_and_back(database, **{name: None}) is None
