"""Doing the same for several items at a time."""

from collections import deque
from collections.abc import Callable, Sequence
from contextvars import copy_context
from threading import Thread
from typing import Generic, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


def each(do: Callable[[Item], Done], items: Sequence[Item], parallel: int) -> list[Done]:
    """What is done for each item comes to, in their order.

    Where one raises, those not begun are let go, those under way are waited for, and what was
    raised first is raised.

    Args:
        do: What to do; it is called by several threads.
        items: For what.
        parallel: For how many at a time, at least 1.
    """
    if parallel == 1 or len(items) <= 1:
        return [do(item) for item in items]
    work = _Work(do, items)
    # Threads of an executor would keep a program that is stopped waiting for a model's answer.
    # Context variables go along: one of them keeps tracing off.
    threads = [
        Thread(target=copy_context().run, args=(work.take_on,), daemon=True)
        for _ in range(min(parallel, len(items)))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if work.raised:
        raise work.raised[0]
    return [work.done[at] for at in range(len(items))]


class _Work(Generic[Item, Done]):
    """Items that threads take on one after the other, and what came of them."""

    def __init__(self, do: Callable[[Item], Done], items: Sequence[Item]) -> None:
        self._do = do
        self._left = deque(enumerate(items))
        self.done: dict[int, Done] = {}
        self.raised: list[BaseException] = []

    def take_on(self) -> None:
        """Do what is left until nothing is, or somebody failed."""
        while not self.raised:
            try:
                at, item = self._left.popleft()
            except IndexError:
                return
            try:
                self.done[at] = self._do(item)
            except BaseException as error:  # noqa: BLE001 -- raised by the thread that waits
                self.raised.append(error)
