"""No more asks at once than allowed, whoever asks."""

import threading
import time

from agent.llm.at_most import AtMost
from agent.llm.counted import Counted
from agent.llm.errors import BusyError
from agent.llm.port import Answer, Ask
from agent.llm.side_by_side import each
from plan.usage import Usage
from tests.fakes.language_models import COSTS

ASK = Ask(workspace="w", source=None, prompt="x", system="", user="")


class Slow:
    """A model that takes a moment, and knows how many asks were under way at once."""

    name = "slow:model"
    window = 9_000

    def __init__(self, *, busy: bool = False) -> None:
        self.most = self._now = 0
        self._busy = busy
        self._lock = threading.Lock()
        self._two = threading.Event()

    def ask(self, _: Ask) -> Answer:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
            if self._now > 1:
                self._two.set()
        self._two.wait(10)
        time.sleep(0.01)
        with self._lock:
            self._now -= 1
        if self._busy:
            raise BusyError("It is busy.", Usage(attempts=1))
        return Answer(text="Yes.", usage=COSTS)


def test_no_more_asks_at_once_than_allowed_for_all_who_ask_together() -> None:
    slow = Slow()
    model = AtMost(slow, 2)
    assert (model.name, model.window) == ("slow:model", 9_000)
    answers = each(model.ask, [ASK] * 8, 6)
    assert slow.most == 2
    assert answers == [Answer(text="Yes.", usage=COSTS)] * 8


def test_a_failure_gives_its_turn_back() -> None:
    model = AtMost(Slow(busy=True), 2)

    def fails(ask: Ask) -> bool:
        try:
            model.ask(ask)
        except BusyError:
            return True
        return False

    assert each(fails, [ASK] * 6, 6) == [True] * 6


def test_asks_of_several_threads_are_counted_together() -> None:
    counted = Counted(Slow())
    each(counted.ask, [ASK] * 8, 4)
    assert counted.usage == sum([COSTS] * 8, start=Usage())
