"""What is indexed is recalled, once and where it belongs; what is forgotten is gone."""

import pytest
from sqlalchemy import inspect, text

from memory.base import VectorIndex
from memory.chunking import MOST
from memory.errors import NotFoundError
from memory.recall import Memory, OtherEmbedderError
from memory.sql import SqlStore
from memory.vectors import ExactVectors
from tests.contract.memory import samples
from tests.fakes.embedders import WordsEmbedder
from tests.integration.memory.recall.library import HERE, ONE, OTHER, add, withdraw

LONG = "We agreed the next step and the day on which it is due. " * (MOST // 30)


def recalled(memory: Memory, query: str, k: int = 5, deal: str = ONE) -> list[str]:
    return [one.chunk.id for one in memory.recall(HERE, deal, query, k)]


def state(memory: Memory, deal: str = ONE) -> str:
    return next(one.state for one in memory.check(HERE) if one.deal == deal)


def test_what_was_said_is_recalled_best_first(store: SqlStore, memory: Memory) -> None:
    for words in ("The security review slipped.", "Budget is signed.", "Hello everybody."):
        memory.index(HERE, add(store, words).id)
    found = memory.recall(HERE, ONE, "what about the security review?", 2)
    best, other = found
    assert best.chunk.text == "Voice 1: The security review slipped."
    assert best.score > other.score
    assert memory.recall(HERE, OTHER, "security review", 5) == ()


def test_only_what_was_said_before_is_recalled(store: SqlStore, memory: Memory) -> None:
    records = [add(store, "The budget is signed.", days=days) for days in (2, 0, 1)]
    for record in records:
        memory.index(HERE, record.id)
    before = records[2].occurred_at
    found = memory.recall(HERE, ONE, "budget", 5, before)
    assert [one.chunk.source for one in found] == [records[1].id]


def test_indexing_again_embeds_nothing_and_changes_nothing(
    store: SqlStore, memory: Memory, embedder: WordsEmbedder
) -> None:
    source = add(store, "The budget is signed.", LONG).id
    memory.index(HERE, source)
    asked = list(embedder.asked)
    with store.read(HERE) as unit:
        stamp, chunks = unit.chunks.stamp(ONE), unit.chunks.of(ONE)
    memory.index(HERE, source)
    with store.read(HERE) as unit:
        assert (unit.chunks.stamp(ONE), unit.chunks.of(ONE)) == (stamp, chunks)
    assert embedder.asked == asked == [chunk.text for chunk in chunks]
    assert len(chunks) > 1


def test_a_source_without_words_is_indexed_and_nothing_is_found(
    store: SqlStore, memory: Memory, embedder: WordsEmbedder
) -> None:
    memory.index(HERE, add(store).id)
    assert recalled(memory, "anything") == []
    assert state(memory) == "in step"
    assert embedder.asked == ["anything"]


def test_nobody_elses_source_is_indexed(store: SqlStore, memory: Memory) -> None:
    source = add(store, "The budget is signed.").id
    with pytest.raises(NotFoundError):
        memory.index("elsewhere", source)
    with pytest.raises(NotFoundError):
        memory.reindex(HERE, "no-such-deal")


def test_what_another_process_indexed_and_forgot_is_followed(
    store: SqlStore, memory: Memory
) -> None:
    first, second = add(store, "The budget is signed."), add(store, "The budget is frozen.")
    elsewhere = Memory(store, ExactVectors(store), WordsEmbedder())
    memory.index(HERE, first.id)
    elsewhere.index(HERE, second.id)
    assert set(recalled(memory, "budget")) == {f"{first.id}.c1", f"{second.id}.c1"}
    assert state(memory) == "in step"
    elsewhere.forget(HERE, first.id)
    assert recalled(memory, "budget") == [f"{second.id}.c1"]


def test_vectors_that_another_process_made_anew_are_followed(
    store: SqlStore, memory: Memory, vectors: VectorIndex
) -> None:
    memory.index(HERE, add(store, "The budget is signed.").id)
    held = vectors.held(HERE, ONE)
    other = WordsEmbedder("other")
    Memory(store, ExactVectors(store), other).reindex(HERE, ONE)
    following = Memory(store, vectors, other)
    (found,) = following.recall(HERE, ONE, "budget", 5)
    (near,) = vectors.nearest(HERE, ONE, other.embed([found.chunk.text])[0], 5)
    assert near.likeness == pytest.approx(1, abs=1e-5)
    assert vectors.held(HERE, ONE) != held or vectors.name == "exact"


def test_vectors_of_another_embedder_are_refused_until_they_are_made_anew(
    store: SqlStore, vectors: VectorIndex, memory: Memory
) -> None:
    first, second = add(store, "The budget is signed."), add(store, "It is frozen.")
    memory.index(HERE, first.id)
    other = WordsEmbedder("other")
    changed = Memory(store, vectors, other)
    with pytest.raises(OtherEmbedderError, match=f"words, and other .* `tandem reindex {ONE}`"):
        changed.recall(HERE, ONE, "budget", 5)
    with pytest.raises(OtherEmbedderError):
        changed.index(HERE, second.id)
    assert state(changed) == "lacking"
    changed.reindex(HERE, ONE)
    assert len(other.asked) == 2
    assert set(recalled(changed, "budget is")) == {f"{first.id}.c1", f"{second.id}.c1"}
    assert state(changed) == "in step"


def test_reindexing_takes_vectors_from_the_database_and_tells_how_far_it_is(
    store: SqlStore, memory: Memory, vectors: VectorIndex, embedder: WordsEmbedder
) -> None:
    for words in ("The budget is signed.", "It is frozen.", LONG):
        memory.index(HERE, add(store, words).id)
    held, asked = vectors.held(HERE, ONE), len(embedder.asked)
    vectors.remove(HERE, ONE, sorted(held)[:1])
    told: list[tuple[int, int]] = []
    memory.reindex(HERE, ONE, lambda done, of: told.append((done, of)))
    assert vectors.held(HERE, ONE) == held
    assert len(embedder.asked) == asked
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_reindexing_finds_what_was_read_before_there_was_an_index(
    store: SqlStore, memory: Memory
) -> None:
    source = add(store, "The budget is signed.").id
    assert state(memory) == "lacking"
    assert recalled(memory, "budget") == []
    memory.reindex(HERE, ONE)
    assert recalled(memory, "budget") == [f"{source}.c1"]
    assert state(memory) == "in step"


def test_a_source_that_is_withdrawn_is_not_remembered(store: SqlStore, memory: Memory) -> None:
    first, second = add(store, "The budget is signed."), add(store, "The budget is frozen.")
    memory.index(HERE, first.id)
    withdraw(store, first.id)
    withdraw(store, second.id)
    memory.index(HERE, second.id)
    assert state(memory) == "lacking"
    memory.reindex(HERE, ONE)
    assert recalled(memory, "budget") == []
    assert state(memory) == "in step"


def test_what_is_gone_from_the_index_is_seen(
    store: SqlStore, memory: Memory, vectors: VectorIndex
) -> None:
    memory.index(HERE, add(store, "The budget is signed.").id)
    assert state(memory) == state(memory, OTHER) == "in step"
    if vectors.name == "exact":
        return  # it holds nothing that could be gone
    vectors.remove(HERE, ONE, sorted(vectors.held(HERE, ONE)))
    assert state(memory) == "lacking"
    vectors.drop(HERE, ONE)
    assert state(memory) == "behind"


def test_a_forgotten_source_leaves_none_of_its_words(
    store: SqlStore, memory: Memory, vectors: VectorIndex
) -> None:
    secret = add(store, "The xylophone budget is signed.").id
    other = add(store, "The budget is frozen.").id
    for source in (secret, other):
        memory.index(HERE, source)
    keep_answers(store, secret)
    assert "xylophone" in everything_but_turns(store)
    memory.forget(HERE, secret)
    assert "xylophone" not in everything_but_turns(store)
    assert {key.partition(".c")[0] for key in vectors.held(HERE, ONE)} == {other}
    assert recalled(memory, "xylophone budget") == [f"{other}.c1"]


def keep_answers(store: SqlStore, source: str) -> None:
    """An answer of a model, and one in a thread, that hold words of the source."""
    with store.write(HERE) as unit:
        unit.answers.keep(samples.answer(source=source, text="xylophone"))
        unit.threads.open(samples.thread())
        unit.threads.add(samples.message(role="tandem", text="xylophone", sources=(source,)))


def everything_but_turns(store: SqlStore) -> str:
    """All that stands in any table or index but the source's own turns, as one text."""
    with store.write_engine.connect() as connection:
        names = set(inspect(connection).get_table_names()) - {"turns"}
        rows = (connection.execute(text(f'SELECT * FROM "{name}"')).all() for name in names)  # noqa: S608 -- the tables' own names
        return " ".join(str(row) for some in rows for row in some)
