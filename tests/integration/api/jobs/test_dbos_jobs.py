"""Jobs as the application sees them, on both engines."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from agent.errors import ReaderUnavailableError, ReadingFailedError
from api.jobs import UsedJobError, WorkerRunningError
from api.jobs.lock import only_worker_on

if TYPE_CHECKING:
    from memory.base import Unit
    from tests.integration.api.jobs.conftest import Desk

WORKSPACE = "default"


def raising(error: Exception) -> None:
    raise error


def of(noted: list[str], deal: str) -> list[str]:
    return [line for line in noted if f" {deal}." in line]


def test_each_source_is_read_then_published_in_order_of_number(desk: Desk) -> None:
    for _ in range(4):
        for deal in ("acme", "borealis", "cobalt"):
            desk.add(deal)
    assert desk.jobs.unfinished() == 12
    desk.jobs.launch()
    desk.settle()
    for deal in ("acme", "borealis", "cobalt"):
        assert of(desk.noted, deal) == [
            f"{what} {deal}.s{number} 1" for number in (1, 2, 3, 4) for what in ("read", "publish")
        ]


def test_a_deal_is_read_one_source_at_a_time_and_two_deals_at_once(desk: Desk) -> None:
    both = threading.Barrier(2, timeout=10)
    desk.troubles = {"acme.s1": both.wait, "borealis.s1": both.wait}
    desk.add("acme")
    desk.add("acme")
    desk.add("borealis")
    desk.jobs.launch()
    desk.settle()
    assert desk.status("acme.s1")[0] == desk.status("borealis.s1")[0] == "read"
    lines = of(desk.noted, "acme")
    assert lines.index("publish acme.s1 1") < lines.index("read acme.s2 1")


def test_a_job_is_there_if_and_only_if_its_transaction_commits(desk: Desk) -> None:
    desk.jobs.launch()
    desk.add("acme")
    with pytest.raises(KeyError), desk.store.write(WORKSPACE) as unit:
        asked_again(desk, unit)
    desk.settle()
    assert desk.noted == ["read acme.s1 1", "publish acme.s1 1"]


def asked_again(desk: Desk, unit: Unit) -> None:
    unit.sources.ask_again("acme.s1")
    desk.jobs.enqueue(unit, unit.sources.get("acme.s1"))
    raise KeyError


def test_a_reading_is_asked_for_once(desk: Desk) -> None:
    record = desk.add("acme")
    with (
        pytest.raises(UsedJobError, match=r"Reading 1 of source acme\.s1 was asked for before"),
        desk.store.write(WORKSPACE) as unit,
    ):
        desk.jobs.enqueue(unit, record)
    assert desk.jobs.unfinished() == 1


def test_reading_an_older_source_again_comes_before_newer_ones_that_wait(desk: Desk) -> None:
    going_on = threading.Event()
    desk.troubles = {"acme.s2": lambda: going_on.wait(10)}
    desk.add("acme")
    desk.add("acme")
    desk.add("acme")
    desk.jobs.launch()
    desk.until(lambda: "read acme.s2 1" in desk.noted)
    desk.reread("acme.s1")
    going_on.set()
    desk.settle()
    assert [line for line in desk.noted if line.startswith("read")] == [
        "read acme.s1 1",
        "read acme.s2 1",
        "read acme.s1 2",
        "read acme.s3 1",
    ]


def test_an_outage_is_waited_out(desk: Desk) -> None:
    errors = [ReaderUnavailableError("503.")] * 2
    desk.troubles = {"acme.s1": lambda: raising(errors.pop()) if errors else None}
    desk.add("acme")
    desk.jobs.launch()
    desk.settle()
    assert desk.noted == ["read acme.s1 1"] * 3 + ["publish acme.s1 1"]


def test_a_failed_source_keeps_none_after_it_and_can_be_read_again(desk: Desk) -> None:
    desk.troubles = {"acme.s1": lambda: raising(ReadingFailedError("The answer is no JSON."))}
    desk.add("acme")
    desk.add("acme")
    desk.jobs.launch()
    desk.settle()
    assert desk.status("acme.s1") == ("failed", "The answer is no JSON.")
    assert desk.status("acme.s2") == ("read", "")
    desk.troubles = {}
    desk.reread("acme.s1")
    desk.settle()
    assert desk.status("acme.s1") == ("read", "")


def test_each_source_is_indexed_in_the_end_whatever_became_of_it(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.troubles = {
        "acme.s1": lambda: raising(ReadingFailedError("It cannot be read.")),
        "index acme.s2": lambda: raising(RuntimeError("no index")),
    }
    for _ in range(3):
        desk.add("acme")
    desk.jobs.launch()
    desk.settle()
    assert desk.indexed == ["acme.s1", "acme.s2", "acme.s3"]
    assert [desk.status(f"acme.s{n}")[0] for n in (1, 2, 3)] == ["failed", "read", "read"]
    assert "source acme.s2 cannot be searched yet" in caplog.text


def test_only_old_rows_of_finished_jobs_are_forgotten(desk: Desk) -> None:
    desk.troubles = {"acme.s1": lambda: raising(ReadingFailedError("No."))}
    desk.add("acme")
    desk.add("borealis")
    desk.jobs.launch()
    desk.settle()
    desk.jobs.close()
    desk.add("acme")
    now = datetime.now(UTC)
    assert desk.jobs.forget(now - timedelta(days=7)) == 0
    assert desk.jobs.forget(now + timedelta(seconds=1)) == 2
    assert desk.jobs.forget(now + timedelta(seconds=1)) == 0
    assert desk.jobs.unfinished() == 1


def test_upgrading_again_changes_nothing(desk: Desk) -> None:
    desk.add("acme")
    desk.jobs.upgrade()
    assert desk.jobs.unfinished() == 1


def test_dbos_logs_to_the_application_and_not_to_the_terminal(
    desk: Desk, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    desk.jobs.launch()
    logging.getLogger("dbos").warning("Trouble.")
    assert "Trouble." in caplog.text
    assert capfd.readouterr() == ("", "")


def test_one_worker_a_process(desk: Desk) -> None:
    desk.jobs.launch()
    with pytest.raises(WorkerRunningError, match="This process works on jobs already"):
        desk.another().launch()
    desk.add("acme")
    desk.settle()
    assert desk.status("acme.s1") == ("read", "")


def test_one_worker_a_database(desk: Desk) -> None:
    with only_worker_on(desk.url):
        with pytest.raises(WorkerRunningError, match="Another process works on the jobs of"):
            desk.jobs.launch()
        desk.add("acme")
        assert desk.jobs.unfinished() == 1
    desk.jobs.launch()
    desk.settle()
    assert desk.status("acme.s1") == ("read", "")


def test_many_enqueue_while_the_worker_works(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.jobs.launch()
    deals = ("acme", "borealis", "cobalt", "acme")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda deal: [desk.add(deal) for _ in range(50)], deals))
    desk.settle(60)
    for deal in set(deals):
        expected = [f"publish {deal}.s{n} 1" for n in range(1, 51 + 50 * (deal == "acme"))]
        assert [line for line in of(desk.noted, deal) if line.startswith("publish")] == expected
    assert [record for record in caplog.records if record.name.startswith("dbos")] == []
