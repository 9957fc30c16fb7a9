"""What can go wrong with background work itself, as opposed to the readings it runs."""


class JobsError(Exception):
    """Base of this package's errors. No job was lost: what was committed is still queued."""


class WorkerRunningError(JobsError):
    """Somebody already works on this database's jobs; let them, or stop them and start again."""


class UsedJobError(JobsError):
    """That reading was asked for before, and a job's id works once; ask for a new reading."""
