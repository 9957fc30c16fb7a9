"""Recall never crosses deals or workspaces, whatever is asked, though all say the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memory.base import VectorIndex
from memory.recall import Memory
from memory.sql import SqlStore
from memory.vectors import ExactVectors
from memory.vectors.chroma import ChromaVectors
from tests.fakes.embedders import WordsEmbedder
from tests.integration.memory.recall.library import HERE, ONE, OTHER, THERE, add, open_deals

SAID = (
    "The budget is signed by Ada.",
    "The security review is on the 24th.",
    "Ada leaves, and nobody decides.",
)
DAYS = {(HERE, ONE): 1, (HERE, OTHER): 2, (THERE, ONE): 3, (THERE, OTHER): 4}
"""The same is said in all four, each on a day of its own, by which they are told apart."""


@pytest.fixture(scope="module", params=["chroma", "exact"])
def memory(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Memory]:
    folder: Path = tmp_path_factory.mktemp("isolation")
    store = SqlStore(f"sqlite:///{folder}/tandem.db")
    store.upgrade()
    exact = request.param == "exact"
    index: VectorIndex = ExactVectors(store) if exact else ChromaVectors.embedded(folder / "chroma")
    memory = Memory(store, index, WordsEmbedder())
    for workspace in (HERE, THERE):
        open_deals(store, workspace)
    for (workspace, deal), days in DAYS.items():
        for words in SAID:
            source = add(store, words, deal=deal, workspace=workspace, days=days)
            memory.index(workspace, source.id)
    yield memory
    index.close()
    store.close()


QUERIES = st.one_of(
    st.text(max_size=30),
    st.sampled_from([*SAID, ONE, OTHER, f"{ONE} OR {OTHER}", "deal:*", '"budget" NOT signed']),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES, place=st.sampled_from(sorted(DAYS)), k=st.integers(1, 20))
def test_nothing_of_another_deal_or_workspace_is_recalled(
    memory: Memory, query: str, place: tuple[str, str], k: int
) -> None:
    workspace, deal = place
    found = [one.chunk for one in memory.recall(workspace, deal, query, k)]
    assert len(found) == min(k, len(SAID))
    assert {one.deal for one in found} == {deal}
    assert {one.day.day for one in found} == {3 + DAYS[place]}


def test_what_is_forgotten_in_one_place_stays_in_the_others(memory: Memory) -> None:
    memory.forget(HERE, f"{ONE}.s1")
    counts = {place: len(memory.recall(*place, "budget", 9)) for place in DAYS}
    assert counts == {place: 2 if place == (HERE, ONE) else 3 for place in DAYS}
