"""kill -9 in the middle of reading: nothing is lost, nothing happens twice, order is kept."""

import random
import time
from collections import Counter
from itertools import pairwise

import pytest

from memory.sql import SqlStore
from tests.e2e.tandem import GOLDEN, Program
from tools.exchange.cases import source_files

DEALS = {"brinkmann-wms": 4, "bluegum-rosters": 3, "valmarin-indirect-purchasing": 3}
"""Three deals, ten sources."""
KILLS = 3


@pytest.mark.xdist_group("kill")
def test_a_killed_worker_reads_every_source_once_and_in_order(program_on: Program) -> None:
    ids = _add_ten(program_on)
    chance = random.Random(9)  # noqa: S311 - moments to kill in, not secrets
    for _ in range(KILLS):
        worker = program_on.start("worker")
        time.sleep(chance.uniform(1.0, 3.0))
        worker.kill()
        worker.communicate()
    worker = program_on.start("worker")
    _wait_until_read(program_on, ids)
    worker.terminate()
    worker.communicate()
    _all_read_once_in_order(program_on, ids)


def _add_ten(program: Program) -> list[str]:
    ids: list[str] = []
    for deal, count in DEALS.items():
        program.run("import", str(GOLDEN / deal / "deal.yaml"))
        for file in list(source_files(GOLDEN / deal))[:count]:
            words = ("add", deal, str(file.path), "--date", f"{file.day}", "--no-wait")
            program.run(*words)
            ids.append(f"{deal}.s{len([one for one in ids if one.startswith(deal)]) + 1}")
    return ids


def _wait_until_read(program: Program, ids: list[str]) -> None:
    store = SqlStore(program.url)
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        with store.read("default") as unit:
            states = {unit.sources.get(one).status for one in ids}
        if states == {"read"}:
            break
        time.sleep(0.2)
    store.close()
    assert states == {"read"}


def _all_read_once_in_order(program: Program, ids: list[str]) -> None:
    store = SqlStore(program.url)
    with store.read("default") as unit:
        readings = {one: unit.readings.get(one, 1) for one in ids}
        proposals = unit.proposals.find()
        again = [one for one in ids if unit.readings.get(one, 2)]
    store.close()
    assert again == []
    for one, other in pairwise(ids):
        first, second = readings[one], readings[other]
        assert first is not None
        assert second is not None
        if one.split(".")[0] == other.split(".")[0]:
            assert first.finished_at <= second.finished_at
    contents = Counter(
        (
            one.source,
            one.edit.op,
            one.edit.entity,
            one.edit.id if one.edit.op == "update" else None,
            str(one.edit.set),
            one.edit.evidence,
        )
        for one in proposals
        if one.status != "superseded"
    )
    assert [content for content, times in contents.items() if times > 1] == []
    assert proposals
