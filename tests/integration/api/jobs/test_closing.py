"""Closing and launching again: nothing is lost, and nothing held against a source."""

from __future__ import annotations

import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from agent.errors import ReaderUnavailableError

if TYPE_CHECKING:
    from tests.integration.api.jobs.conftest import Desk


def begun(desk: Desk, times: int) -> bool:
    return desk.noted.count("read acme.s1 1") == times


def test_closing_lets_a_short_reading_end(desk: Desk) -> None:
    desk.troubles = {"acme.s1": lambda: time.sleep(0.1)}
    desk.add("acme")
    desk.jobs.launch()
    desk.until(partial(begun, desk, 1))
    desk.jobs.close()
    assert desk.status("acme.s1") == ("read", "")


def test_closing_leaves_a_long_reading_to_the_next_launch_however_often(desk: Desk) -> None:
    ending = threading.Event()
    desk.troubles = {"acme.s1": lambda: ending.wait(90)}
    desk.add("acme")
    desk.add("acme")
    launches = desk.limits.starts + 1
    for times in range(1, launches + 1):
        desk.jobs.launch()
        desk.until(partial(begun, desk, times))
        desk.jobs.close()
        assert desk.jobs.unfinished() == 2
    ending.set()
    desk.jobs.launch()
    desk.settle()
    assert [line for line in desk.noted if not line.startswith("read")] == [
        "publish acme.s1 1",
        "publish acme.s2 1",
    ]


def test_closing_waits_no_longer_than_the_grace_and_a_few_seconds(desk: Desk) -> None:
    ending = threading.Event()
    desk.troubles = {"acme.s1": lambda: ending.wait(90)}
    desk.add("acme")
    desk.jobs.launch()
    desk.until(partial(begun, desk, 1))
    start = time.monotonic()
    desk.jobs.close()
    assert time.monotonic() - start < 45
    ending.set()


def test_closing_does_not_wait_out_an_outage(desk: Desk) -> None:
    def out() -> None:
        raise ReaderUnavailableError("503.")

    desk.troubles = {"acme.s1": out}
    desk.add("acme")
    desk.jobs.launch()
    desk.until(partial(begun, desk, 1))
    desk.jobs.close()
    assert desk.status("acme.s1")[0] == "reading"
    desk.troubles = {}
    desk.jobs.launch()
    desk.settle()
    assert desk.status("acme.s1") == ("read", "")


def test_closing_without_a_launch_and_twice_is_nothing(desk: Desk) -> None:
    desk.add("acme")
    desk.jobs.close()
    desk.jobs.close()
    assert desk.jobs.unfinished() == 1
