"""Telling the store, while an answer is worked on, that it is."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from sqlalchemy.exc import OperationalError

_logger = logging.getLogger(__name__)

EVERY_SECONDS = 2.0


@contextmanager
def beating(goes_on: Callable[[], bool], every: float = EVERY_SECONDS) -> Iterator[Event]:
    """Call `goes_on` again and again until the block ends; the event is set once it says no.

    Args:
        goes_on: Says that the work goes on, and whether anybody still waits for it.
        every: Seconds between two calls.
    """
    over, unwanted = Event(), Event()

    def beat() -> None:
        while not over.wait(every) and not unwanted.is_set():
            try:
                if not goes_on():
                    unwanted.set()
            except OperationalError:  # such as a database that is busy: the next beat tells
                _logger.warning("The store could not be told that an answer goes on.")

    thread = Thread(target=beat, name="tandem-beating", daemon=True)
    thread.start()
    try:
        yield unwanted
    finally:
        over.set()
        thread.join()
