from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

from memory.errors import ConflictError
from memory.sql import SqlStore
from tests.contract.memory.samples import DEAL, add_source, move_on, open_deal, plan, reading

WRITERS = 4
EACH = 50


def succeed_at_once(attempt: Callable[[], object]) -> int:
    """Run an attempt in as many threads as there are writers; how many were not in conflict."""
    ready = Barrier(WRITERS)

    def run(_: int) -> bool:
        ready.wait()
        try:
            attempt()
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(WRITERS) as pool:
        return sum(pool.map(run, range(WRITERS)))


def test_four_writers_get_two_hundred_numbers(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)

    def add_many(_: int) -> list[int]:
        return [add_next() for _ in range(EACH)]

    def add_next() -> int:
        with store.write("w") as unit:
            unit.plans.lock(DEAL)
            number = unit.sources.next_number(DEAL)
            add_source(unit, number)
            return number

    with ThreadPoolExecutor(WRITERS) as pool:
        numbers = [number for given in pool.map(add_many, range(WRITERS)) for number in given]
    assert sorted(numbers) == list(range(1, WRITERS * EACH + 1))
    with store.read("w") as unit:
        assert [one.number for one in unit.sources.of(DEAL)] == sorted(numbers)


def test_of_many_who_open_one_deal_one_does(store: SqlStore) -> None:
    def attempt() -> None:
        with store.write("w") as unit:
            open_deal(unit)

    assert succeed_at_once(attempt) == 1
    with store.read("w") as unit:
        assert unit.plans.current(DEAL).version == 1


def test_of_many_appends_to_one_version_one_is_kept(store: SqlStore) -> None:
    with store.write("w") as unit:
        first = open_deal(unit)

    def attempt() -> None:
        with store.write("w") as unit:
            move_on(unit, first)

    assert succeed_at_once(attempt) == 1
    with store.read("w") as unit:
        assert [one.seq for one in unit.plans.events(DEAL)] == [1, 2]


def test_of_many_sources_of_one_number_one_is_kept(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)

    def attempt() -> None:
        with store.write("w") as unit:
            add_source(unit, 1)

    assert succeed_at_once(attempt) == 1


def test_a_reading_is_published_by_one_of_many(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)
        add_source(unit)
        unit.readings.keep(reading())
    published: list[bool] = []

    def attempt() -> None:
        with store.write("w") as unit:
            published.append(unit.readings.mark_published(f"{DEAL}.s1", 1))

    assert succeed_at_once(attempt) == WRITERS
    assert sorted(published) == [False, False, False, True]


def test_a_deals_lock_is_held_until_the_unit_ends(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)
        open_deal(unit, plan("other"))
    locked = Event()

    def lock() -> int:
        with store.write("w") as unit:
            unit.plans.lock(DEAL)
            locked.set()
            return unit.plans.current(DEAL).version

    with ThreadPoolExecutor(1) as pool:
        with store.write("w") as unit:
            unit.plans.lock(DEAL)
            other = pool.submit(lock)
            assert not locked.wait(0.3)
            move_on(unit, unit.plans.current(DEAL))
        assert other.result(timeout=10) == 2
