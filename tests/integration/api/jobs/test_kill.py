"""kill -9 while sources of three deals are read, in every moment that matters."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from api.jobs import JobLimits, WorkerRunningError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.integration.api.jobs.conftest import Desk

pytestmark = pytest.mark.xdist_group("kill")

CHILD = Path(__file__).with_name("kill_child.py")
WORKSPACE = "default"
TEN = (
    "acme",
    "borealis",
    "cobalt",
    "acme",
    "borealis",
    "cobalt",
    "acme",
    "borealis",
    "acme",
    "acme",
)
NEVER_GIVEN_UP = 99


class Worker:
    """Processes that work on the desk's jobs one after the other, and what they note and print."""

    def __init__(
        self, desk: Desk, folder: Path, starts: int = NEVER_GIVEN_UP, poison: str = "-"
    ) -> None:
        self._log = folder / "log"
        self._log.touch()
        self._output = folder / "output"
        self._command = [sys.executable, str(CHILD), desk.url, str(self._log), str(starts), poison]

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        """A process, killed with -9 at the end of the block if it is still there."""
        with self._output.open("ab") as output:
            process = subprocess.Popen(self._command, stdout=output, stderr=output)  # noqa: S603 -- our own file
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def kill_at(self, what: str, meanwhile: Callable[[], object] = lambda: None) -> None:
        """Run a process and kill it right after it next notes `what`."""
        before = len(self.noted(what))
        with self.running() as process:
            meanwhile()
            end = time.monotonic() + 20
            while len(self.noted(what)) == before:
                assert process.poll() is None, self.printed
                assert time.monotonic() < end, self.printed
                time.sleep(0.005)

    def run(self) -> int:
        """Run a process to its end; returns its exit code."""
        with self.running() as process:
            return process.wait(40)

    def noted(self, what: str) -> list[str]:
        """The sources of which `what` was noted, in order."""
        lines = [line.split() for line in self._log.read_text().splitlines()]
        return [source for noted, source in lines if noted == what]

    @property
    def printed(self) -> str:
        """What all processes wrote on the terminal."""
        return self._output.read_text()


def sources(deal: str) -> list[str]:
    return [f"{deal}.s{number}" for number in range(1, TEN.count(deal) + 1)]


def assert_each_was_published_once_in_order(desk: Desk, worker: Worker) -> None:
    first_begun = list(dict.fromkeys(worker.noted("begin")))
    for deal in set(TEN):
        with desk.store.read(WORKSPACE) as unit:
            proposed = [proposal.source for proposal in unit.proposals.find(deal=deal)]
        assert proposed == sources(deal)
        assert [source for source in first_begun if source in proposed] == proposed
        assert {desk.status(source) for source in sources(deal)} == {("read", "")}
        assert set(sources(deal)) <= set(worker.noted("index"))


def test_a_worker_killed_in_any_moment_loses_and_doubles_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    for deal in TEN:
        desk.add(deal)
    worker = Worker(desk, tmp_path)
    for moment in ("begin", "end", "launched", "publish", "index"):
        worker.kill_at(moment)
    assert desk.jobs.unfinished() > 0
    assert worker.run() == 0
    assert desk.jobs.unfinished() == 0
    assert_each_was_published_once_in_order(desk, worker)
    assert worker.printed == ""


def test_others_enqueue_while_the_worker_works_and_is_killed(desk: Desk, tmp_path: Path) -> None:
    desk.add(TEN[0])
    worker = Worker(desk, tmp_path)

    def add(deals: tuple[str, ...]) -> None:
        desk.until(lambda: bool(worker.noted("begin")))
        with pytest.raises(WorkerRunningError, match="Another process works on the jobs of"):
            desk.jobs.launch()
        for deal in deals:
            desk.add(deal)

    worker.kill_at("publish", lambda: add(TEN[1:6]))
    for deal in TEN[6:]:
        desk.add(deal)
    assert worker.run() == 0
    assert_each_was_published_once_in_order(desk, worker)


def test_a_source_that_kills_the_worker_is_given_up_and_later_ones_go_on(
    desk: Desk, tmp_path: Path
) -> None:
    for deal in ("acme", "acme"):
        desk.add(deal)
    worker = Worker(desk, tmp_path, starts=2, poison="acme.s1")
    assert [worker.run() for _ in range(3)] == [9, 9, 0]
    assert worker.noted("begin") == ["acme.s1", "acme.s1", "acme.s2"]
    assert desk.status("acme.s1") == (
        "failed",
        "The program ended 2 times while reading it. Read it again to try once more.",
    )
    assert desk.status("acme.s2") == ("read", "")
    assert desk.jobs.unfinished() == 0
    assert JobLimits().starts == 4
