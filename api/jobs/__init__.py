"""Durable background work: a source's reading is asked for once and happens once.

What is asked for in a transaction happens if and only if the transaction commits, and goes on
after kill -9 with the next process. A deal's sources are read one at a time, in order of number.

Importing this package is cheap. `api.jobs.dbos_jobs` imports DBOS (a quarter of a second), so
import it only where jobs are used.
"""

from api.jobs.errors import JobsError, UsedJobError, WorkerRunningError
from api.jobs.limits import JobLimits
from api.jobs.steps import ReadingSteps

__all__ = ["JobLimits", "JobsError", "ReadingSteps", "UsedJobError", "WorkerRunningError"]
