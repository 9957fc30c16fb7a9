"""Stopping in bounded time."""

import subprocess
import sys
import threading
import time

import pytest

from api.jobs.stopping import LeftUnfinishedError, Stopping


def test_what_ends_within_the_grace_is_not_left() -> None:
    stopping = Stopping(grace_seconds=5)
    stopping.ask()
    assert stopping.call(lambda: 7, "job") == 7
    assert stopping.left == ()


def test_what_takes_longer_than_the_grace_is_left() -> None:
    stopping = Stopping(grace_seconds=0.05)
    ending = threading.Event()
    stopping.ask()
    began = time.monotonic()
    with pytest.raises(LeftUnfinishedError):
        stopping.call(lambda: ending.wait(60), "job")
    ending.set()
    assert time.monotonic() - began < 30
    assert stopping.left == ("job",)


def test_what_is_left_does_not_keep_the_program_from_ending() -> None:
    program = (
        "import time; from api.jobs.stopping import Stopping; stopping = Stopping(0)\n"
        "stopping.ask(); stopping.call(lambda: time.sleep(60), 'job')"
    )
    ended = subprocess.run(  # noqa: S603 -- a constant
        [sys.executable, "-c", program], check=False, timeout=30, capture_output=True
    )
    assert b"LeftUnfinishedError: job" in ended.stderr


def test_what_work_raises_is_raised_where_it_is_waited_for() -> None:
    with pytest.raises(ZeroDivisionError):
        Stopping(grace_seconds=1).call(lambda: 1 / 0, "job")


def test_a_job_is_busy_while_it_runs_however_it_ends() -> None:
    stopping = Stopping(grace_seconds=1)
    with pytest.raises(ZeroDivisionError), stopping.running("job"):
        raising_if(busy=stopping.busy)
    assert not stopping.busy


def raising_if(*, busy: bool) -> None:
    if busy:
        raise ZeroDivisionError


def test_none_begins_after_stopping_was_asked() -> None:
    stopping = Stopping(grace_seconds=1)
    stopping.ask()
    with pytest.raises(LeftUnfinishedError), stopping.running("job"):
        pass
    assert stopping.left == ("job",)
