"""Doing the same for several items at a time."""

import subprocess
import sys
import threading
from contextvars import ContextVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.llm.side_by_side import each

WHO = ContextVar("who", default="nobody")


@given(st.lists(st.integers()), st.integers(1, 5))
def test_what_comes_of_the_items_is_in_their_order(items: list[int], parallel: int) -> None:
    assert each(str, items, parallel) == [str(item) for item in items]


def test_no_more_at_a_time_than_allowed_and_no_fewer() -> None:
    three = threading.Barrier(3, timeout=10)
    now: set[int] = set()
    most = []

    def do(item: int) -> int:
        now.add(item)
        three.wait()
        most.append(len(now))
        three.wait()
        now.discard(item)
        return item

    assert each(do, range(6), 3) == list(range(6))
    assert max(most) == 3


@pytest.mark.parametrize("parallel", [1, 2])
def test_one_that_fails_lets_those_not_begun_go(parallel: int) -> None:
    begun = []

    def do(item: int) -> None:
        begun.append(item)
        raise KeyError(item)

    with pytest.raises(KeyError):
        each(do, range(9), parallel)
    assert len(begun) <= parallel


def test_what_the_caller_has_set_goes_along() -> None:
    def told(_: int) -> str:
        return WHO.get()

    token = WHO.set("somebody")
    try:
        assert each(told, range(4), 2) == ["somebody"] * 4
    finally:
        WHO.reset(token)


HANGS = """
import sys, threading, time
from agent.llm.side_by_side import each
work = lambda _: time.sleep(60)
threading.Thread(target=each, args=(work, range(2), 2), daemon=True).start()
time.sleep(0.3)
"""


def test_a_program_that_ends_does_not_wait_for_what_is_under_way() -> None:
    """A model may take minutes to answer, and nobody who stops the program waits for that."""
    subprocess.run([sys.executable, "-c", HANGS], check=True, timeout=30)  # noqa: S603 - our own words
