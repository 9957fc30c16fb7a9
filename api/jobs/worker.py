"""The worker: DBOS, run so that it keeps to itself and leaves nothing behind."""

import math
from contextlib import ExitStack

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer

from api.jobs.limits import JobLimits
from api.jobs.lock import only_worker_here, only_worker_on
from api.jobs.reading import ReadingRun
from api.jobs.rows import APPLICATION, READ_SOURCE, VERSION, JobRows
from api.jobs.steps import ReadingJob, ReadingSteps
from api.jobs.stopping import Stopping

_NAME = "worker"


class Worker:
    """Works on a database's jobs from its making until `stop`.

    Raises:
        WorkerRunningError: A worker runs in this process, or another process works on the database.
    """

    def __init__(self, url: str, rows: JobRows, steps: ReadingSteps, limits: JobLimits) -> None:
        self._rows = rows
        self._limits = limits
        self._stopping = Stopping(limits.grace_seconds)
        self._run = ReadingRun(steps, limits, self._stopping)
        with ExitStack() as undoing:
            undoing.enter_context(only_worker_here())
            undoing.enter_context(only_worker_on(url))
            rows.set_up_queue(limits)
            self._give_up()
            undoing.callback(self._destroy)
            self._launch(url)
            self._undoing = undoing.pop_all()

    def stop(self) -> None:
        """Stop within the grace and a few seconds; what still runs is left to the next worker."""
        self._undoing.close()

    def _give_up(self) -> None:
        """End the jobs that DBOS would not begin again, so that no source stays in reading."""
        for job in self._rows.begun(self._limits.starts):
            self._run.give_up(job)
            self._rows.cancel(job)

    def _launch(self, url: str) -> None:
        DBOS(config=_config(url))

        @DBOS.workflow(name=READ_SOURCE, max_recovery_attempts=self._limits.starts - 1)
        def read_source(workspace: str, source: str, n: int) -> None:
            job = ReadingJob(workspace, source, n)
            with self._stopping.running(job.id):
                if DBOS.run_step({"name": "read"}, self._run.read, job):
                    DBOS.run_step({"name": "publish"}, self._run.publish, job)
                DBOS.run_step({"name": "index"}, self._run.index, job)

        DBOS.launch()

    def _destroy(self) -> None:
        self._stopping.ask()
        seconds = math.ceil(self._limits.grace_seconds) + 1 if self._stopping.busy else 0
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=seconds)
        self._rows.requeue(self._stopping.left)


def _config(url: str) -> DBOSConfig:
    """Everything on this machine: no conductor, no telemetry, no console."""
    return {
        "name": APPLICATION,
        "system_database_url": url,
        "application_version": VERSION,
        "executor_id": _NAME,
        "serializer": DBOSPortableJSONSerializer(),
        "run_migrations": False,
        "log_level": "WARNING",
        "enable_otlp": False,
        "notification_listener_polling_interval_sec": 0.2,
    }
