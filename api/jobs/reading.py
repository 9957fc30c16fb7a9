"""One reading from start to end: patience in an outage, and a reason where it fails."""

import logging
import time
from collections.abc import Callable

from sqlalchemy.exc import OperationalError

from agent.errors import AgentError, ReaderUnavailableError
from api.jobs.limits import JobLimits
from api.jobs.steps import ReadingJob, ReadingSteps
from api.jobs.stopping import Stopping

_logger = logging.getLogger(__name__)

_PASSING = (ReaderUnavailableError, OperationalError)

OUTAGE = "No reading was possible for {minutes:g} minutes: {error} Read it again later."
UNEXPECTED = (
    "Something went wrong in Tandem itself ({error}). Its log tells what; "
    "read it again once that is mended."
)
UNINDEXED = (
    "The words of source %s cannot be searched yet. `tandem doctor` tells how things stand, "
    "`tandem reindex` mends it."
)
KILLED = "The program ended {starts} times while reading it. Read it again to try once more."


class ReadingRun:
    """Runs jobs' steps; whatever goes wrong ends as the source's reason, and later jobs go on."""

    def __init__(self, steps: ReadingSteps, limits: JobLimits, stopping: Stopping) -> None:
        self._steps = steps
        self._limits = limits
        self._stopping = stopping

    def read(self, job: ReadingJob) -> bool:
        """Read the source; False where it was failed instead."""
        return self._done(job, self._steps.read)

    def publish(self, job: ReadingJob) -> bool:
        """Publish the reading; False where the source was failed instead."""
        return self._done(job, self._steps.publish)

    def index(self, job: ReadingJob) -> bool:
        """Make the source's words searchable; False where they are not, which fails no reading."""
        try:
            self._patiently(job, lambda: self._steps.index(job.workspace, job.source))
        except Exception:  # the outermost loop: what cannot be searched can be read all the same
            _logger.exception(UNINDEXED, job.source)
            return False
        return True

    def give_up(self, job: ReadingJob) -> None:
        """Fail the source of a reading that was begun too often."""
        self._fail(job, KILLED.format(starts=self._limits.starts))

    def _done(self, job: ReadingJob, step: Callable[[str, str, int], object]) -> bool:
        try:
            self._patiently(job, lambda: step(*job))
        except ReaderUnavailableError as error:
            minutes = self._limits.patience_seconds / 60
            self._fail(job, OUTAGE.format(minutes=minutes, error=error))
        except AgentError as error:
            self._fail(job, str(error))
        except Exception as error:  # the outermost loop: one bad source must not stop later ones
            _logger.exception("Job %s failed unexpectedly.", job.id)
            self._fail(job, UNEXPECTED.format(error=type(error).__name__))
        else:
            return True
        return False

    def _fail(self, job: ReadingJob, reason: str) -> None:
        try:
            self._patiently(job, lambda: self._steps.fail(*job, reason))
        except Exception:  # the outermost loop: the job ends all the same, so later ones go on
            _logger.exception("Job %s failed, and its source could not be told: %s", job.id, reason)

    def _patiently(self, job: ReadingJob, work: Callable[[], object]) -> None:
        """Do the work, again and again while an outage lasts that is worth waiting for."""
        end = time.monotonic() + self._limits.patience_seconds
        seconds = self._limits.first_wait_seconds
        while True:
            try:
                self._stopping.call(work, job.id)
            except _PASSING as error:
                if time.monotonic() + seconds > end:
                    raise
                _logger.warning("Job %s waits %.0f s: %s", job.id, seconds, error)
            else:
                return
            self._stopping.sleep(seconds, job.id)
            seconds = min(2 * seconds, self._limits.longest_wait_seconds)
