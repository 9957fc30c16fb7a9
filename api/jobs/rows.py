"""The rows of jobs, as any process may see and write them; working on jobs is `worker`'s."""

import logging
from datetime import datetime

from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer, error
from sqlalchemy import Connection

from api.jobs.errors import UsedJobError
from api.jobs.limits import JobLimits
from api.jobs.steps import ReadingJob

APPLICATION = "tandem"
VERSION = "tandem"  # never changes: rows of another version would stay queued without an error
QUEUE = "readings"
READ_SOURCE = "read_source"

_UNFINISHED = ["ENQUEUED", "PENDING", "DELAYED"]
_FINISHED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_BATCH = 500

# With a handler there, DBOS adds none of its own, which would write on the user's terminal.
_dbos_logger = logging.getLogger("dbos")
_dbos_logger.addHandler(logging.NullHandler())
_dbos_logger.setLevel(logging.WARNING)


class JobRows:
    """Jobs in DBOS's tables of the application's own database."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._client = DBOSClient(
            system_database_url=url,
            serializer=DBOSPortableJSONSerializer(),
            application_name=APPLICATION,
            lazy=True,
        )

    def upgrade(self) -> None:
        """Create DBOS's tables or bring them up to date."""
        DBOS.migrate(self._url)

    def set_up_queue(self, limits: JobLimits) -> None:
        """Write down how the queue is worked on: one job of a deal at a time."""
        self._client.register_queue(
            QUEUE,
            partition_concurrency=1,
            worker_concurrency=limits.workers,
            polling_interval_sec=limits.polling_seconds,
        )

    def enqueue(self, connection: Connection, job: ReadingJob, deal: str, number: int) -> None:
        """Queue the job in the connection's transaction, among the deal's at that number.

        Raises:
            UsedJobError: The job was queued before.
        """
        try:
            self._client.enqueue_in_transaction(
                connection,
                {
                    "workflow_name": READ_SOURCE,
                    "queue_name": QUEUE,
                    "workflow_id": job.id,
                    "workflow_id_reuse_policy": "reject",
                    "queue_partition_key": f"{job.workspace}:{deal}",
                    "priority": number,
                    "app_version": VERSION,
                },
                *job,
            )
        except error.DBOSWorkflowIDInUseError:
            raise UsedJobError(
                f"Reading {job.n} of source {job.source} was asked for before; ask for a new one."
            ) from None

    def unfinished(self) -> int:
        """How many jobs are queued or running."""
        return len(
            self._client.list_workflows(
                name=READ_SOURCE, status=_UNFINISHED, load_input=False, load_output=False
            )
        )

    def begun(self, times: int) -> tuple[ReadingJob, ...]:
        """Unfinished jobs that were begun so often or more."""
        rows = self._client.list_workflows(name=READ_SOURCE, status=_UNFINISHED)
        return tuple(
            ReadingJob(*row.input["args"])
            for row in rows
            if row.input and (row.recovery_attempts or 0) >= times
        )

    def cancel(self, job: ReadingJob) -> None:
        """End a job without running it."""
        self._client.cancel_workflow(job.id)

    def requeue(self, jobs: tuple[str, ...]) -> None:
        """Put jobs that were left back into the queue at their old place, as if never begun."""
        if jobs:
            self._client.resume_workflows(list(jobs), queue_name=QUEUE)

    def forget(self, before: datetime) -> int:
        """Delete the rows of jobs that finished before that instant; returns how many."""
        count = 0
        while ids := self._finished(before):
            self._client.delete_workflows(ids)
            count += len(ids)
        return count

    def close(self) -> None:
        """Let go of connections."""
        self._client.destroy()

    def _finished(self, before: datetime) -> list[str]:
        rows = self._client.list_workflows(
            name=READ_SOURCE,
            status=_FINISHED,
            completed_before=before.isoformat(),
            limit=_BATCH,
            load_input=False,
            load_output=False,
        )
        return [row.workflow_id for row in rows]
