"""A circuit breaker: a provider that fails again and again is left alone for a while."""

from collections.abc import Callable
from threading import Lock
from time import monotonic

FAILURES = 10
"""So many failures in a row open a circuit."""

PAUSE = 30.0
"""Seconds until an open circuit lets one request through, to see."""


class Circuit:
    """Closed, it lets everything through; open, nothing; half open, one request to see.

    Safe to use from several threads. `seconds_left` is asked before a request; after one that
    was let through, `failed` or `succeeded` is told.

    Args:
        failures: How many failures in a row open it.
        pause: Seconds until it is half open.
        clock: Seconds that only go forward.
    """

    def __init__(
        self,
        failures: int = FAILURES,
        pause: float = PAUSE,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._limit = failures
        self._pause = pause
        self._clock = clock
        self._failures = 0
        self._shut_until = 0.0
        self._lock = Lock()

    def seconds_left(self) -> float:
        """In how many seconds a request may go out; 0 lets this one through."""
        with self._lock:
            now = self._clock()
            if self._failures < self._limit:
                return 0.0
            if now < self._shut_until:
                return self._shut_until - now
            self._shut_until = now + self._pause  # the others wait for what this one finds
            return 0.0

    def succeeded(self) -> None:
        """The provider answered, if only to refuse: the circuit is closed."""
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        """The provider failed: once more in a row, or still."""
        with self._lock:
            self._failures += 1
            self._shut_until = self._clock() + self._pause


def circuit_of(provider: str) -> Circuit:
    """The provider's circuit in this process, which all that talk to it share."""
    return _CIRCUITS.setdefault(provider, Circuit())


_CIRCUITS: dict[str, Circuit] = {}
