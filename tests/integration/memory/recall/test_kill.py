"""kill -9 while indexing: after a reindex all is as if it had been built in peace."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from memory.recall import Memory
from memory.sql import SqlStore
from memory.vectors.chroma import ChromaVectors
from tests.fakes.embedders import WordsEmbedder
from tests.integration.memory.recall.library import HERE, ONE, add, open_deals

pytestmark = pytest.mark.xdist_group("kill")

CHILD = Path(__file__).with_name("index_child.py")
ROOT = Path(__file__).parents[4]
SOURCES = 12
KILLS = 4


class Built(NamedTuple):
    """All that is remembered of a deal."""

    chunks: tuple[str, ...]
    vectors: bytes
    matching: tuple[str, ...]
    held: frozenset[str]
    recalled: list[tuple[str, float]]


def test_a_killed_indexing_is_mended_by_a_reindex(database_url: str, tmp_path: Path) -> None:
    store = SqlStore(database_url)
    store.upgrade()
    _fill(store)
    chance = random.Random(7)  # noqa: S311 -- moments to kill in, not secrets
    for kill in range(KILLS):
        _index_until_killed(database_url, tmp_path / "chroma", 2 * kill + 1, chance.random() / 20)
    mended = _reindexed(store, tmp_path / "chroma", ONE)
    store.close()
    fresh = SqlStore(f"sqlite:///{tmp_path}/fresh.db")
    fresh.upgrade()
    _fill(fresh)
    in_peace = _reindexed(fresh, tmp_path / "fresh", ONE)
    fresh.close()
    assert mended._replace(matching=()) == in_peace._replace(matching=())
    assert set(mended.matching) == set(in_peace.matching)
    assert len(mended.held) == len(mended.chunks) > SOURCES


def _fill(store: SqlStore) -> None:
    open_deals(store)
    for number in range(SOURCES):
        talk = [f"In year {number} the budget line {n} is signed by Ada." for n in range(60)]
        add(store, *talk, days=number)


def _index_until_killed(url: str, folder: Path, begun: int, seconds: float) -> None:
    """Kill a process so long after it began with its source of that number."""
    process = subprocess.Popen(  # noqa: S603 -- our own file
        [sys.executable, str(CHILD), url, str(folder), ONE],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    for _ in range(begun):
        assert process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    process.communicate()


def _reindexed(store: SqlStore, folder: Path, deal: str) -> Built:
    index = ChromaVectors.embedded(folder)
    memory = Memory(store, index, WordsEmbedder())
    memory.reindex(HERE, deal)
    assert {one.state for one in memory.check(HERE)} == {"in step"}
    query = "who signed budget line 7 in year 5"
    with store.read(HERE) as unit:
        ids, rows = unit.chunks.vectors(deal)
        matching = unit.chunks.matching(deal, query, 99)
    near = index.nearest(HERE, deal, WordsEmbedder().embed([query])[0], 20)
    built = Built(ids, rows.tobytes(), matching, index.held(HERE, deal), [*near])
    index.close()
    return built
