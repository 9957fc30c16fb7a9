"""The numbers of background work, in one table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class JobLimits:
    """How much, how often and how long.

    Attributes:
        workers: How many sources are read at the same time, each of another deal.
        polling_seconds: How long a new job waits at most before it is seen.
        patience_seconds: How long a reader's or the database's outage is waited out.
        first_wait_seconds: The first wait in an outage; each further one is twice as long.
        longest_wait_seconds: The longest single wait in an outage.
        starts: How often a reading is begun before it is given up. Only a program that was
            killed begins it again, so a source that kills the program stops doing so.
        grace_seconds: How long `close` lets running readings go on.
    """

    workers: int = 2
    polling_seconds: float = 0.1
    patience_seconds: float = 15 * 60
    first_wait_seconds: float = 2
    longest_wait_seconds: float = 60
    starts: int = 4
    grace_seconds: float = 5
