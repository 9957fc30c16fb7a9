"""Sources read by a model that has troubles, by the command that people type.

Each trouble ends with the source where it belongs, and with the reading telling what it took:
every request that went out, and the tokens and the money of every answer that came.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from threading import Barrier, Semaphore

import pytest

from memory.sql import SqlStore
from plan.observations import NextAction
from plan.readings import Reading
from plan.usage import Usage
from tests.fakes.openai_replies import Cuts, Fails, Reply, Says
from tests.fakes.openai_server import OpenAIServer, Request
from tests.fakes.paper_model import DAY, answer_to, call_about, form_of, plan_of
from tests.integration.api.cli.typed import Typed

DEAL, SOURCE = "acme", "acme.s1"
TOKENS, MONEY = 110, Decimal("0.000045")
"""What an answer of the fake server takes, the money at gpt-5-mini's price."""


@dataclass
class Troubled:
    """A model that reads, once it is over its troubles.

    Attributes:
        troubles: By the form asked for, what it replies first.
        replies: All its replies.
        meanwhile: What it does before it replies.
    """

    troubles: dict[str, list[Reply]] = field(default_factory=dict)
    replies: list[Reply] = field(default_factory=list)
    meanwhile: Callable[[Request], object] = form_of

    def reply(self, request: Request) -> Reply:
        """The next trouble, or the answer."""
        self.meanwhile(request)
        first = self.troubles.get(form_of(request))
        reply = first.pop(0) if first else Says(answer_to(request))
        self.replies.append(reply)
        return reply

    @property
    def answers(self) -> int:
        """How many replies were answers, which have tokens."""
        return sum(isinstance(one, Says) for one in self.replies)


@dataclass
class Desk:
    """The command line, its model and its store."""

    typed: Typed
    model: Troubled
    store: SqlStore
    folder: Path

    def open(self, deal: str) -> None:
        """Open a deal."""
        plan = self.folder / f"{deal}.yaml"
        plan.write_text(plan_of(deal), encoding="utf-8")
        self.typed.run("import", str(plan))

    def add(self, paper: str, *words: str, deal: str = DEAL) -> str:
        """Add a call, and read it unless the words say otherwise."""
        call = self.folder / f"{paper}.txt"
        call.write_text(call_about(paper), encoding="utf-8")
        return self.typed.run("add", deal, str(call), "--date", DAY, *words)

    def status(self, source: str = SOURCE) -> tuple[str, str]:
        """Where a source stands, and why."""
        with self.store.read("default") as unit:
            record = unit.sources.get(source)
        return record.status, record.reason

    def reading(self, n: int = 1, source: str = SOURCE) -> Reading:
        """A reading of a source."""
        with self.store.read("default") as unit:
            reading = unit.readings.get(source, n)
        assert reading is not None
        return reading

    def next_actions(self) -> tuple[NextAction, ...]:
        """What is to be done next."""
        with self.store.read("default") as unit:
            return unit.observations.next_actions(DEAL)

    def proposed(self) -> list[object]:
        """Titles of what waits."""
        with self.store.read("default") as unit:
            return [one.edit.set["title"] for one in unit.proposals.find(DEAL)]

    def spent(self) -> int:
        """Tokens spent today, or yesterday if midnight was while the test ran."""
        today = datetime.now(UTC).date()
        with self.store.read("default") as unit:
            days = [unit.spending.on(day) for day in (today - timedelta(days=1), today)]
        return sum(one.tokens_in + one.tokens_out for one in days)


@pytest.fixture
def desk(typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    model = Troubled()
    with OpenAIServer(model.reply) as server:
        monkeypatch.setenv("TANDEM_MODEL", "openai:gpt-5-mini")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
        store = SqlStore(f"sqlite:///{tmp_path}/var/tandem.db")
        desk = Desk(typed, model, store, tmp_path)
        desk.open(DEAL)
        yield desk
        store.close()


def assert_all_is_counted(desk: Desk, reading: Reading) -> None:
    trace, answers = reading.trace, desk.model.answers
    assert trace.reader == "model:openai:gpt-5-mini"
    assert trace.attempts == len(desk.model.replies)
    assert trace.tokens_in + trace.tokens_out == TOKENS * answers == desk.spent()
    assert trace.money == MONEY * answers


PASSING: list[tuple[str, Callable[[], list[Reply]]]] = [
    ("Drafted", list),
    ("Drafted", lambda: [Fails(429, headers={"Retry-After": "1"})]),
    ("Drafted", lambda: [Fails(500), Fails(503)]),
    ("Checked", lambda: [Cuts(Says("{}"))]),
    ("Checked", lambda: [Says("{}")]),
    ("Wording", lambda: [Fails(502)]),
    ("Wording", lambda: [Says('{"text": "Hi, a discount of 40 % is yours."}')]),
    # The provider asks for more patience than a question has: the job waits, and asks anew.
    ("Drafted", lambda: [Fails(429, headers={"Retry-After": "600"})]),
    ("Checked", lambda: [Fails(429, headers={"Retry-After": "600"})]),
]


@pytest.mark.parametrize(("form", "troubles"), PASSING)
def test_what_passes_is_waited_out_and_counted(
    desk: Desk, form: str, troubles: Callable[[], list[Reply]]
) -> None:
    desk.model.troubles[form] = troubles()
    desk.add("a1")
    assert desk.status() == ("read", "")
    assert desk.proposed() == ["Send paper a1"]
    assert {one.by for one in desk.next_actions()} == {"model:openai:gpt-5-mini"}
    assert desk.reading().failure == ""
    assert_all_is_counted(desk, desk.reading())


NO_FORM = [Says("{}"), Says("I found nothing.")]
STAYING: list[tuple[str, list[Reply], str]] = [
    ("Drafted", [*NO_FORM], "was asked twice and its answer has not the form asked for"),
    ("Checked", [*NO_FORM], "was asked twice and its answer has not the form asked for"),
    ("Checked", [Says(refusal="I will not.")], "is a refusal"),
    ("Drafted", [Fails(401)], "refused the key"),
    ("Checked", [Says("{}"), Fails(400, "No such thing.")], "refused the request"),
]


@pytest.mark.parametrize(("form", "troubles", "told"), STAYING)
def test_what_stays_fails_the_source_with_its_reason_and_it_can_be_read_again(
    desk: Desk, form: str, troubles: list[Reply], told: str
) -> None:
    desk.model.troubles[form] = [*troubles]
    assert "failed" in desk.add("a1")
    status, reason = desk.status()
    assert status == "failed"
    assert told in reason
    failed = desk.reading()
    assert failed.failure == reason
    assert (failed.findings, failed.next_actions, failed.risks) == ((), (), ())
    assert_all_is_counted(desk, failed)
    assert desk.proposed() == []
    asked = len(desk.model.replies)
    desk.typed.run("reread", SOURCE)
    assert desk.status() == ("read", "")
    assert desk.proposed() == ["Send paper a1"]
    assert desk.reading() == failed
    assert desk.reading(2).trace.attempts == len(desk.model.replies) - asked


def test_over_budget_the_source_fails_and_says_until_when(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TANDEM_DAILY_TOKENS", "100")
    desk.add("a1")
    desk.add("a2")
    told = (
        "The workspace `default` has used 110 of its 100 tokens for today. "
        "It may go on at midnight UTC, or with a higher TANDEM_DAILY_TOKENS."
    )
    assert desk.status() == desk.status("acme.s2") == ("failed", told)
    assert_all_is_counted(desk, desk.reading())
    took = desk.reading(source="acme.s2").trace
    assert took.model_dump(include=set(Usage.model_fields)) == Usage().model_dump()
    monkeypatch.setenv("TANDEM_DAILY_TOKENS", "100000")
    desk.typed.run("reread", "acme.s2")
    assert desk.status("acme.s2") == ("read", "")


def test_next_actions_are_worded_side_by_side_in_their_order(desk: Desk) -> None:
    together = Barrier(3, timeout=10)
    desk.model.meanwhile = lambda one: together.wait() if form_of(one) == "Wording" else None
    desk.add("a1")
    desk.model.meanwhile = form_of
    side_by_side = desk.next_actions()
    assert len(side_by_side) == 3
    assert {one.by for one in side_by_side} == {"model:openai:gpt-5-mini"}
    desk.typed.monkeypatch.setenv("TANDEM_MODEL_PARALLEL", "1")
    desk.typed.run("reread", SOURCE)
    assert desk.next_actions() == side_by_side


def test_no_more_requests_at_once_than_the_setting_says_for_all_deals_together(
    desk: Desk,
) -> None:
    now, most = Semaphore(1), []

    def alone(_: Request) -> None:
        most.append(now.acquire(blocking=False))
        time.sleep(0.05)
        now.release()

    desk.model.meanwhile = alone
    desk.typed.monkeypatch.setenv("TANDEM_MODEL_PARALLEL", "1")
    desk.open("bolt")
    desk.add("a1", "--no-wait")
    desk.add("b1", deal="bolt")
    desk.typed.run("add", DEAL, str(desk.folder / "a1.txt"), "--date", DAY)
    assert desk.status() == desk.status("bolt.s1") == ("read", "")
    assert most == [True] * 10


def test_who_worded_what_to_do_next_is_told_with_what_to_know_of_it(desk: Desk) -> None:
    desk.model.troubles["Wording"] = [Fails(400, "Not [bold]me[/bold].")]
    desk.add("a1")
    shown = desk.typed.run("show", DEAL)
    by = Counter(one.by.removeprefix("model:") for one in desk.next_actions())
    assert sorted(by) == ["openai:gpt-5-mini", "templates"]
    assert {one: shown.count(f"worded by {one}") for one in by} == by
    assert "! The template wrote this, because the model could not word it" in shown
    assert "Not [bold]me[/bold]." in shown
