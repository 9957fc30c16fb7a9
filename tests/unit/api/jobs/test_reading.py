"""What becomes of a reading that does not simply end well."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy.exc import OperationalError

from agent.errors import ReaderUnavailableError, ReadingFailedError
from api.jobs import JobLimits, ReadingSteps
from api.jobs.reading import ReadingRun
from api.jobs.steps import ReadingJob
from api.jobs.stopping import LeftUnfinishedError, Stopping

JOB = ReadingJob("default", "acme.s1", 1)
LIMITS = JobLimits(first_wait_seconds=0.02, longest_wait_seconds=0.05, grace_seconds=0.1)
HASTY = replace(LIMITS, patience_seconds=0.3)
OUTAGE = ReaderUnavailableError("The model's provider answers 503.")
LOCKED = OperationalError("SELECT 1", {}, Exception("database is locked"))


@dataclass
class Steps:
    """Steps that raise what they are told to, one error a call."""

    reading: Iterator[Exception | None] = field(default_factory=lambda: iter(()))
    publishing: Iterator[Exception | None] = field(default_factory=lambda: iter(()))
    failing: Iterator[Exception | None] = field(default_factory=lambda: iter(()))
    indexing: Iterator[Exception | None] = field(default_factory=lambda: iter(()))
    calls: list[str] = field(default_factory=list)
    reason: str = ""

    def run(self, stopping: Stopping | None = None, limits: JobLimits = LIMITS) -> ReadingRun:
        steps = ReadingSteps(
            lambda *job: self._call("read", job, self.reading),
            lambda *job: self._call("publish", job, self.publishing),
            self._fail,
            lambda workspace, source: self._call(
                "index", (workspace, source, JOB.n), self.indexing
            ),
        )
        return ReadingRun(steps, limits, stopping or Stopping(limits.grace_seconds))

    def _call(
        self, name: str, job: tuple[str, str, int], errors: Iterator[Exception | None]
    ) -> None:
        assert job == JOB
        self.calls.append(name)
        error = next(errors, None)
        if error:
            raise error

    def _fail(self, workspace: str, source: str, n: int, reason: str) -> None:
        self._call("fail", (workspace, source, n), self.failing)
        self.reason = reason


def forever(error: Exception) -> Iterator[Exception]:
    while True:
        yield error


def test_a_reading_that_ends_well_is_published() -> None:
    steps = Steps()
    assert steps.run().read(JOB)
    assert steps.run().publish(JOB)
    assert steps.calls == ["read", "publish"]


@pytest.mark.parametrize("error", [OUTAGE, LOCKED])
def test_an_outage_is_waited_out(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    steps = Steps(reading=iter((error, error)), publishing=iter((LOCKED,)))
    run = steps.run()
    assert run.read(JOB)
    assert run.publish(JOB)
    assert steps.calls == ["read"] * 3 + ["publish"] * 2
    assert "Job read:default:acme.s1:1 waits" in caplog.text


def test_what_cannot_be_indexed_is_told_and_fails_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    steps = Steps(indexing=iter((LOCKED, ValueError("broken"), None)))
    run = steps.run()
    assert not run.index(JOB)
    assert steps.calls == ["index", "index"]
    assert "source acme.s1 cannot be searched yet" in caplog.text
    assert "tandem reindex" in caplog.text
    assert run.index(JOB)


def test_an_outage_without_end_fails_the_source_with_its_reason() -> None:
    steps = Steps(reading=forever(OUTAGE))
    assert not steps.run(limits=HASTY).read(JOB)
    assert steps.calls[-1] == "fail"
    assert steps.reason == (
        "No reading was possible for 0.005 minutes: The model's provider answers 503. "
        "Read it again later."
    )


def test_what_no_waiting_mends_fails_the_source_at_once() -> None:
    steps = Steps(reading=forever(ReadingFailedError("The answer is no JSON.")))
    assert not steps.run().read(JOB)
    assert steps.calls == ["read", "fail"]
    assert steps.reason == "The answer is no JSON."


@pytest.mark.parametrize("step", ["reading", "publishing"])
def test_the_unexpected_is_logged_once_and_fails_the_source_without_its_words(
    step: str, caplog: pytest.LogCaptureFixture
) -> None:
    steps = Steps()
    setattr(steps, step, forever(ZeroDivisionError("what the buyer said")))
    run = steps.run()
    assert not (run.read if step == "reading" else run.publish)(JOB)
    assert steps.calls[-1] == "fail"
    assert steps.reason == (
        "Something went wrong in Tandem itself (ZeroDivisionError). Its log tells what; "
        "read it again once that is mended."
    )
    logged = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [record.exc_info is not None for record in logged] == [True]


def test_an_outage_of_the_database_without_end_is_the_unexpected() -> None:
    steps = Steps(reading=forever(LOCKED))
    assert not steps.run(limits=HASTY).read(JOB)
    assert "OperationalError" in steps.reason
    assert "SELECT" not in steps.reason


def test_failing_is_waited_for_like_all_else() -> None:
    steps = Steps(reading=forever(ReadingFailedError("No.")), failing=iter((LOCKED,)))
    assert not steps.run().read(JOB)
    assert steps.reason == "No."


def test_a_source_that_cannot_even_be_failed_is_logged_and_left_behind(
    caplog: pytest.LogCaptureFixture,
) -> None:
    steps = Steps(reading=forever(ReadingFailedError("No.")), failing=forever(KeyError()))
    assert not steps.run().read(JOB)
    assert "its source could not be told: No." in caplog.text


def test_stopping_ends_the_wait_in_an_outage() -> None:
    stopping = Stopping(LIMITS.grace_seconds)
    steps = Steps(reading=asking(stopping, OUTAGE))
    with pytest.raises(LeftUnfinishedError):
        steps.run(stopping).read(JOB)
    assert steps.calls == ["read"]
    assert stopping.left == (JOB.id,)


def asking(stopping: Stopping, error: Exception) -> Iterator[Exception]:
    stopping.ask()
    yield error


def test_giving_up_tells_how_often_it_was_begun() -> None:
    steps = Steps()
    steps.run().give_up(JOB)
    assert steps.reason.startswith("The program ended 4 times while reading it.")
