"""kill -9 and stopping while a model reads: an answer that was remembered is never paid again.

What is promised: once the store has an answer, no process asks for it again. Only requests that
were under way when the process died, whose answers it had not kept yet, are sent once more.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import Popen
from threading import Event, Lock
from time import monotonic, sleep

import pytest

from memory.sql import SqlStore
from tests.e2e.tandem import Program
from tests.fakes.openai_replies import Reply, Says
from tests.fakes.openai_server import OpenAIServer, Request
from tests.fakes.paper_model import (
    DAY,
    MODEL,
    answer_to,
    call_about,
    form_of,
    key_of_request,
    plan_of,
)

PAPERS = {"acme": ("a1", "a2", "a3"), "bolt": ("b1", "b2")}
"""Two deals, five sources."""
TOKENS = 110
LONGEST_STOP = 30.0
"""Seconds, where the grace is 5: other processes may be busy."""
Moment = Callable[[Request], bool]


def of(form: str, paper: str = "") -> Moment:
    """A request for an answer of that form, about the source with that paper."""
    return lambda request: form_of(request) == form and f"paper {paper}" in request.user


@dataclass
class Watched:
    """A model whose requests are noted; at a moment asked for it can be made to wait.

    Attributes:
        asked: Keys of all requests in the order of their coming.
    """

    asked: list[str] = field(default_factory=list)
    _moment: Moment | None = None
    _holding: bool = True
    _lock: Lock = field(default_factory=Lock)
    _caught: Event = field(default_factory=Event)
    _going_on: Event = field(default_factory=Event)

    def reply(self, request: Request) -> Reply:
        """The answer, at once or when it is let go."""
        with self._lock:
            self.asked.append(key_of_request(request))
            caught = self._moment is not None and self._moment(request)
        if caught:
            self._caught.set()
        if caught and self._holding:
            self._going_on.wait(60)
        return Says(answer_to(request))

    def wait_for(self, moment: Moment, *, holding: bool = True) -> None:
        """From now on catch the moment's requests, and answer them only if not `holding`."""
        self._caught.clear()
        self._going_on.clear()
        self._moment, self._holding = moment, holding

    def caught(self) -> None:
        """Wait until one is caught."""
        assert self._caught.wait(60), "The request never came."

    def go_on(self) -> None:
        """Answer everything."""
        self._moment = None
        self._going_on.set()


@dataclass
class Desk:
    """The program with its model, and the store that it works on."""

    program: Program
    model: Watched
    store: SqlStore

    @property
    def sources(self) -> list[str]:
        """All sources' ids."""
        return [f"{deal}.s{n}" for deal, papers in PAPERS.items() for n, _ in enumerate(papers, 1)]

    def fill(self, folder: Path) -> None:
        """Add every source, to be read by a worker."""
        for deal, papers in PAPERS.items():
            plan = folder / f"{deal}.yaml"
            plan.write_text(plan_of(deal), encoding="utf-8")
            self.program.run("import", str(plan))
            calls = [folder / f"{paper}.txt" for paper in papers]
            for paper, call in zip(papers, calls, strict=True):
                call.write_text(call_about(paper), encoding="utf-8")
            self.program.run("add", deal, *map(str, calls), "--date", DAY, "--no-wait")

    @contextmanager
    def worker(self) -> Iterator["Popen[str]"]:
        """A worker, killed with -9 at the end of the block if it is still there."""
        worker = self.program.start("worker")
        try:
            yield worker
        finally:
            worker.kill()
            worker.communicate()

    def read_the_rest(self) -> None:
        """Let a worker read all that is left, and stop it."""
        with self.worker() as worker:
            self.until_read(*self.sources)
            worker.terminate()
            worker.communicate(timeout=LONGEST_STOP)

    def remembered(self) -> set[str]:
        """Keys of the answers that the store has."""
        with self.store.read("default") as unit:
            return {key for key in self.model.asked if unit.answers.get(key)}

    def statuses(self, *sources: str) -> set[str]:
        """Where these sources stand."""
        with self.store.read("default") as unit:
            return {unit.sources.get(one).status for one in sources}

    def until_read(self, *sources: str) -> None:
        """Wait until these sources are read."""
        deadline = monotonic() + 60
        while (found := self.statuses(*sources)) - {"read"}:
            assert monotonic() < deadline, found
            sleep(0.05)

    def spent(self) -> int:
        """Tokens spent today, or yesterday if midnight was while the test ran."""
        today = datetime.now(UTC).date()
        with self.store.read("default") as unit:
            days = [unit.spending.on(day) for day in (today - timedelta(days=1), today)]
        return sum(one.tokens_in + one.tokens_out for one in days)


@pytest.fixture
def model() -> Watched:
    return Watched()


@pytest.fixture
def desk(program_on: Program, model: Watched, tmp_path: Path) -> Iterator[Desk]:
    with OpenAIServer(model.reply) as server:
        settings = {"TANDEM_MODEL": MODEL, "OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-x"}
        program = replace(program_on, more=settings)
        program.run("upgrade")
        store = SqlStore(program.url)
        desk = Desk(program, model, store)
        desk.fill(tmp_path)
        yield desk
        model.go_on()
        store.close()


BOLT = ("bolt.s1", "bolt.s2")
KILLS: list[tuple[str, Moment, bool, tuple[str, ...]]] = [
    ("while it drafts", of("Drafted", "a1"), True, ()),
    ("while it checks", of("Checked", "a1"), True, BOLT),
    ("while next actions are worded", of("Wording"), True, ()),
    ("between two sources", of("Drafted", "a2"), True, ("acme.s1",)),
    ("as the answer goes out", of("Drafted", "a3"), False, ("acme.s2",)),
]
"""What the worker is doing when it is killed: which request is on its way, whether its answer is
held back, and which sources are to be read first (a reading is given up after four starts)."""


@pytest.mark.xdist_group("kill")
def test_a_killed_worker_pays_for_no_answer_that_it_remembered(desk: Desk) -> None:
    remembered: set[str] = set()
    for what, moment, holding, read in KILLS:
        before = len(desk.model.asked)
        desk.model.wait_for(moment, holding=holding)
        with desk.worker():
            desk.model.caught()
            desk.until_read(*read)
        _asked_once_and_nothing_remembered(desk.model.asked[before:], remembered, what)
        remembered = desk.remembered()
        desk.model.go_on()
    before = len(desk.model.asked)
    desk.read_the_rest()
    _asked_once_and_nothing_remembered(desk.model.asked[before:], remembered, "to the end")
    _all_read_once(desk)


@pytest.mark.xdist_group("kill")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_stopped_worker_neither_waits_for_the_model_nor_does_without_it(desk: Desk) -> None:
    desk.model.wait_for(of("Wording"))
    with desk.worker() as worker:
        desk.model.caught()
        worker.terminate()
        worker.communicate(timeout=LONGEST_STOP)
    assert worker.returncode == 0
    assert desk.statuses(*desk.sources) <= {"queued", "reading"}
    remembered, before = desk.remembered(), len(desk.model.asked)
    desk.model.go_on()
    desk.read_the_rest()
    _asked_once_and_nothing_remembered(desk.model.asked[before:], remembered, "after the stop")
    _all_read_once(desk)


def _asked_once_and_nothing_remembered(asked: list[str], remembered: set[str], what: str) -> None:
    assert len(asked) == len(set(asked)), what
    assert not remembered & set(asked), what


def _all_read_once(desk: Desk) -> None:
    with desk.store.read("default") as unit:
        proposed = sorted(str(one.edit.set["title"]) for one in unit.proposals.find())
        readings = [unit.readings.get(one, n) for one in desk.sources for n in (1, 2)]
        worded = [one.by for deal in PAPERS for one in unit.observations.next_actions(deal)]
    assert proposed == [f"Send paper {one}" for papers in PAPERS.values() for one in papers]
    assert [bool(one) for one in readings] == [True, False] * len(desk.sources)
    assert set(worded) == {f"model:{MODEL}"}
    assert desk.remembered() == set(desk.model.asked)
    assert TOKENS * len(set(desk.model.asked)) <= desk.spent() <= TOKENS * len(desk.model.asked)
