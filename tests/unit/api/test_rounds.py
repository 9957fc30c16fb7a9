"""Rounds of work beside what runs: again and again, whatever fails, and ended with the block."""

import logging
import threading
from collections.abc import Callable

import pytest

from api.rounds import rounds

PATIENCE = 10.0


def test_the_work_is_done_at_once_and_again() -> None:
    done = threading.Semaphore(0)
    with rounds(lambda _: done.release(), 0.001, "sweep"):
        for _ in range(3):
            assert done.acquire(timeout=PATIENCE)


def test_it_rests_between_rounds_and_ends_at_once() -> None:
    begun = threading.Semaphore(0)
    with rounds(lambda _: begun.release(), 3600, "sweep"):
        assert begun.acquire(timeout=PATIENCE)
    assert not begun.acquire(blocking=False)


def test_a_round_that_fails_is_told_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    tried = threading.Semaphore(0)

    def fail(_: Callable[[], bool]) -> None:
        tried.release()
        raise ValueError("no such thing")

    with caplog.at_level(logging.ERROR), rounds(fail, 0.001, "sweep"):
        for _ in range(2):
            assert tried.acquire(timeout=PATIENCE)
    assert "A round of the sweep failed; it is tried again later." in caplog.messages
    assert "no such thing" in caplog.text


def test_a_round_underway_is_told_to_end_and_waited_for() -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(stopped: Callable[[], bool]) -> None:
        begun.set()
        while not stopped():
            pass
        ended.set()

    with rounds(work, 3600, "sweep"):
        assert begun.wait(PATIENCE)
    assert ended.is_set()
