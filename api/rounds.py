"""Work that is done again and again beside a server or worker."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_logger = logging.getLogger(__name__)

Round = Callable[[Callable[[], bool]], object]
"""One round of the work; it is told whether it is to end early."""


@contextmanager
def rounds(work: Round, seconds: float, name: str) -> Iterator[None]:
    """Do some work in a thread, at once and again each time it rested, until the block ends.

    A round that fails is logged, and the next one tries again. The block's end waits for the
    round that is underway.

    Args:
        work: One round.
        seconds: How long it rests after a round.
        name: What the work is called in the log.
    """
    stop = threading.Event()

    def run() -> None:
        while not stop.is_set():
            _round(work, stop, name)
            stop.wait(seconds)

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _round(work: Round, stop: threading.Event, name: str) -> None:
    try:
        work(stop.is_set)
    except Exception:  # the outermost loop: what failed once may succeed in the next round
        _logger.exception("A round of the %s failed; it is tried again later.", name)
