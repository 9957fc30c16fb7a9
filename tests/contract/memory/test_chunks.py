"""Chunks, vectors and full text, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, inspect, text

from memory.base import Unit
from memory.errors import NotFoundError
from memory.sql import SqlStore, SqlUnit
from memory.sql.scope import Scope
from tests.contract.memory.samples import (
    AT,
    DAY,
    DEAL,
    add_source,
    chunk,
    keep_chunks,
    open_deal,
    plan,
    undone,
    vectors,
)

FIRST, SECOND, THIRD = (f"{DEAL}.s{n}" for n in (1, 2, 3))
OTHER = "acme-erp-2"
MANY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""Each example is rolled back, so that they may share one store."""


@pytest.fixture(autouse=True)
def _sources(store: SqlStore) -> None:
    """Two workspaces with the same deals: the second source of each occurred first."""
    for workspace in ("w", "another"):
        with store.write(workspace) as unit:
            for deal in (DEAL, OTHER):
                open_deal(unit, plan(deal))
                add_source(unit, 1, deal)
                add_source(unit, 2, deal, occurred_at=AT - timedelta(days=1))
                add_source(unit, 3, deal)


def keep(unit: Unit, source: str, *texts: str, embedder: str = "mini", seed: int = 1) -> None:
    """Keep these texts as the source's chunks."""
    keep_chunks(unit, unit.sources.get(source), *texts, embedder=embedder, seed=seed)


def everything_in(connection: Connection) -> dict[str, str]:
    """What each table of the database holds, those of the full text among them."""
    names = inspect(connection).get_table_names()
    query = 'SELECT * FROM "{}"'
    return {name: repr(connection.execute(text(query.format(name))).all()) for name in names}


def ids(*which: str) -> tuple[str, ...]:
    """Ids of the deal's chunks, such as `1.2` for the first source's second."""
    return tuple(f"{DEAL}.s{one.replace('.', '.c')}" for one in which)


def test_chunks_come_back_as_they_were_by_instant_number_and_position(store: SqlStore) -> None:
    with store.write("w") as unit:
        third, first, second = (
            keep_chunks(unit, unit.sources.get(one), "Ünï 🙂", *["more"] * 10)
            for one in (THIRD, FIRST, SECOND)
        )
    with store.read("w") as unit:
        assert unit.chunks.of(DEAL) == (*second, *first, *third)
        assert unit.chunks.of(OTHER) == unit.chunks.of("nothing") == ()
        assert unit.chunks.get([third[1].id, "none", first[10].id]) == (third[1], first[10])
        assert unit.chunks.get([]) == ()


def test_vectors_come_back_bit_for_bit_in_the_order_of_the_chunks(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, "a", "b", seed=1)
        keep(unit, SECOND, "c", seed=2)
    with store.read("w") as unit:
        keys, found = unit.chunks.vectors(DEAL)
        some, chosen = unit.chunks.vectors(DEAL, [*ids("1.2"), "none", *ids("2.1")])
        nothing, none = unit.chunks.vectors(OTHER)
    kept = np.concatenate([vectors(1, seed=2), vectors(2, seed=1)])
    assert keys == ids("2.1", "1.1", "1.2")
    assert found.dtype == np.float32
    assert found.tobytes() == kept.tobytes()
    assert some == ids("2.1", "1.2")
    assert chosen.tobytes() == kept[[0, 2]].tobytes()
    assert (nothing, none.shape) == ((), (0, 0))


def test_more_ids_than_one_statement_holds_are_found(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, *["word"] * 1200)
        wanted = [f"{FIRST}.c{n}" for n in range(1200, 0, -1)]
        assert [one.id for one in unit.chunks.get(wanted)] == wanted
        assert unit.chunks.vectors(DEAL, wanted)[0] == tuple(reversed(wanted))


@MANY
@given(
    numbers=st.lists(st.lists(st.floats(width=32), min_size=3, max_size=3), max_size=4),
    texts=st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), max_size=4),
)
def test_whatever_is_kept_comes_back(
    store: SqlStore, numbers: list[list[float]], texts: list[str]
) -> None:
    count = min(len(numbers), len(texts))
    given_vectors = np.array(numbers[:count], np.float32).reshape(count, 3)
    with undone(store) as unit:
        of = unit.sources.get(FIRST)
        made = tuple(chunk(of, n, one) for n, one in enumerate(texts[:count], start=1))
        unit.chunks.keep(FIRST, made, given_vectors, "mini")
        assert unit.chunks.of(DEAL) == made
        assert unit.chunks.vectors(DEAL)[1].tobytes() == given_vectors.tobytes()
        assert unit.chunks.forget(FIRST) == count
        assert unit.chunks.of(DEAL) == ()


def test_the_same_again_changes_nothing(store: SqlStore) -> None:
    for _ in range(2):
        with store.write("w") as unit:
            keep(unit, FIRST, "Jo: audit", "Max: budget")
            keep(unit, SECOND)
            assert unit.chunks.stamp(DEAL) == 2
            assert unit.chunks.matching(DEAL, "audit", 5) == ids("1.1")


@pytest.mark.parametrize(
    ("texts", "embedder", "seed"),
    [
        (("Jo: audit",), "mini", 1),
        (("Jo: audit", "Max: budgets"), "mini", 1),
        (("Jo: audit", "Max: budget", "Bye."), "mini", 1),
        ((), "mini", 1),
        (("Jo: audit", "Max: budget"), "other", 1),
        (("Jo: audit", "Max: budget"), "mini", 2),
    ],
)
def test_a_change_takes_the_place_of_what_was_there(
    store: SqlStore, texts: tuple[str, ...], embedder: str, seed: int
) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, "Jo: audit", "Max: budget")
    with store.write("w") as unit:
        keep(unit, FIRST, *texts, embedder=embedder, seed=seed)
        assert unit.chunks.stamp(DEAL) == 2
        assert [one.text for one in unit.chunks.of(DEAL)] == list(texts)
        assert unit.chunks.indexed(DEAL) == {FIRST}
        assert unit.chunks.embedders(DEAL) == ({embedder} if texts else frozenset())
        assert len(unit.chunks.vectors(DEAL)[0]) == len(texts)


def test_a_stamp_is_its_own_deals_and_counts_each_change(store: SqlStore) -> None:
    with store.write("w") as unit:
        assert unit.chunks.stamp(DEAL) == unit.chunks.stamp("nothing") == 0
        keep(unit, FIRST, "a")
        keep(unit, SECOND)
        unit.chunks.forget(SECOND)
        unit.chunks.forget(SECOND)
        assert unit.chunks.stamp(DEAL) == 3
        assert unit.chunks.stamp(OTHER) == 0


def test_what_is_not_the_sources_is_refused(store: SqlStore) -> None:
    with store.write("w") as unit:
        first, second = unit.sources.get(FIRST), unit.sources.get(SECOND)
        wrong = (
            [chunk(second)],
            [chunk(first, 2)],
            [chunk(first).model_copy(update={"day": DAY + timedelta(days=1)})],
            [chunk(first).model_copy(update={"deal": OTHER})],
        )
        for one in wrong:
            with pytest.raises(ValueError, match=f"not number 1 of source `{FIRST}`"):
                unit.chunks.keep(FIRST, one, vectors(1), "mini")
        with pytest.raises(ValueError, match="argument 2 is"):
            unit.chunks.keep(FIRST, [chunk(first)], vectors(2), "mini")
        with pytest.raises(NotFoundError, match=f"no source `{DEAL}.s9`"):
            unit.chunks.keep(f"{DEAL}.s9", [], vectors(0), "mini")
        assert unit.chunks.indexed(DEAL) == frozenset()


def test_vectors_of_different_embedders_are_not_mixed_up(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, "a")
        second = unit.sources.get(SECOND)
        unit.chunks.keep(SECOND, [chunk(second)], vectors(1, dimensions=4), "other")
        assert unit.chunks.embedders(DEAL) == {"mini", "other"}
        with pytest.raises(ValueError, match="differ in dimensions"):
            unit.chunks.vectors(DEAL)
        assert unit.chunks.vectors(DEAL, ids("2.1"))[1].shape == (1, 4)


def test_nothing_is_left_of_a_forgotten_source(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, "Jo: a xylophone", "Max: xylophones")
        keep(unit, SECOND, "Jo: a drum")
    with store.write("w") as unit:
        assert unit.chunks.forget(FIRST) == 2
        assert unit.chunks.forget(FIRST) == unit.chunks.forget("none") == 0
        assert unit.chunks.indexed(DEAL) == {SECOND}
        assert unit.chunks.matching(DEAL, "xylophone drum", 5) == ids("2.1")
        assert unit.chunks.vectors(DEAL)[0] == ids("2.1")
    with store.read("w") as unit:
        held = everything_in(unit.connection)
    assert "drum" in held["chunk_words"]
    assert [name for name, rows in held.items() if "xylophon" in rows] == []


def test_what_was_forgotten_may_be_kept_again(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, "Jo: audit")
        unit.chunks.forget(FIRST)
        keep(unit, FIRST, "Jo: budget")
        assert unit.chunks.matching(DEAL, "audit", 5) == ()
        assert unit.chunks.matching(DEAL, "budget", 5) == ids("1.1")


@pytest.mark.parametrize(
    "query",
    [
        "approval",
        "APPROVALS?",
        "what is the 240,000",
        "$240.000",
        "Ødegård’s cafe",
        "'café' OR",
        "soc",
        "SOC-2",
        "l’œuvre",
        "株式会社",
        "jo.smith@acme.example",
    ],
)
def test_words_are_found_however_they_are_written(store: SqlStore, query: str) -> None:
    said = (
        "Jo Ødegård: the approvals of Acme 株式会社 for 240,000 (SOC 2) at the Café, L'œuvre; "
        "Jo.Smith@Acme.example"
    )
    with store.write("w") as unit:
        keep(unit, FIRST, "Max: nothing of it", said)
        assert unit.chunks.matching(DEAL, query, 5) == ids("1.2")


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "?!",
        "what is it",
        "\0",
        '"',
        "words:",
        "NEAR(",
        "*",
        "audi*",
        "aud",
        "240",
        "-",
        "\ud800",
    ],
)
def test_what_nobody_said_is_not_found(store: SqlStore, query: str) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, "Jo: what is it with the audit, 24,000?")
        assert unit.chunks.matching(DEAL, query, 5) == ()


def test_numbers_must_stand_together(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, "Jo: 240 people, 100,000 calls", "Jo: 100,240", "Jo: 240,100")
        assert unit.chunks.matching(DEAL, "240,100", 5) == ids("1.3")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param("Jo: the audit is here", "Jo: the pilot is here", id="rarer"),
        pytest.param("Jo: the pilot, a pilot", "Jo: the pilot, a start", id="more often"),
        pytest.param("Jo: the pilot", "Jo: the pilot, and much else that is said", id="shorter"),
        pytest.param("Jo: audit of the pilot", "Jo: audit of the audit", id="more of the words"),
    ],
)
def test_better_matches_come_first(store: SqlStore, better: str, worse: str) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, worse, better, "Max: one more pilot", "Max: nothing of it")
        found = unit.chunks.matching(DEAL, "Is the audit in the pilot?", 5)
        assert found.index(f"{FIRST}.c2") < found.index(f"{FIRST}.c1")
        assert set(found) == set(ids("1.1", "1.2", "1.3"))
        assert unit.chunks.matching(DEAL, "Is the audit in the pilot?", 2) == found[:2]


def test_of_the_same_score_the_earlier_comes_first(store: SqlStore) -> None:
    with store.write("w") as unit:
        for source in (FIRST, THIRD, SECOND):
            keep(unit, source, "Jo: audit", "Jo: audit")
        assert unit.chunks.matching(DEAL, "audit", 5) == ids("2.1", "2.2", "1.1", "1.2", "3.1")


def test_only_what_was_said_before_an_instant_is_found_and_counts(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, SECOND, "Jo: audit", "Jo: budget")
        alone = unit.chunks.matching(DEAL, "audit budget", 5, before=AT)
        keep(unit, FIRST, "Jo: audit or audit", "Jo: audit")
        assert (
            unit.chunks.matching(DEAL, "audit budget", 5, before=AT) == alone == ids("2.1", "2.2")
        )
        assert unit.chunks.matching(DEAL, "audit", 1, before=AT) == ids("2.1")
        assert unit.chunks.matching(DEAL, "audit", 5, before=AT - timedelta(days=1)) == ()
        later = AT + timedelta(seconds=1)
        assert unit.chunks.matching(DEAL, "audit", 5, before=later) == ids("1.1", "2.1", "1.2")


def test_what_other_deals_say_does_not_show_in_the_order(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, FIRST, "Jo: audit", "Jo: budget", "Jo: budget")
        alone = unit.chunks.matching(DEAL, "audit budget", 5)
        keep(unit, f"{OTHER}.s1", *["Jo: audit"] * 20)
        assert unit.chunks.matching(DEAL, "audit budget", 5) == alone == ids("1.1", "1.2", "1.3")


SAID = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=40)


@MANY
@given(texts=st.lists(SAID, max_size=3), query=st.text(), k=st.integers(0, 5))
def test_no_query_fails_or_leaves_its_deal_and_workspace(
    store: SqlStore, texts: list[str], query: str, k: int
) -> None:
    asked = f"{query} secret {' '.join(texts)}"
    with undone(store) as unit:
        another = SqlUnit(Scope("another", unit.connection))
        for deal in (DEAL, OTHER):
            keep(another, f"{deal}.s1", "Jo: secret", *texts)
        keep(unit, f"{OTHER}.s1", "Jo: secret", *texts)
        assert unit.chunks.matching(DEAL, asked, 50) == ()
        found = unit.chunks.matching(OTHER, asked, 50)
        assert f"{OTHER}.s1.c1" in found
        assert set(found) <= {one.id for one in unit.chunks.of(OTHER)}
        assert another.chunks.matching(OTHER, asked, 50) == found
        assert unit.chunks.matching(OTHER, asked, k) == found[:k]


def test_two_units_that_index_one_deal_follow_each_other(store: SqlStore) -> None:
    def index(source: str) -> None:
        with store.write("w") as unit:
            keep(unit, source, "Jo: audit")

    with ThreadPoolExecutor(2) as pool:
        with store.write("w") as unit:
            keep(unit, FIRST, "Jo: audit")
            others = [pool.submit(index, source) for source in (FIRST, SECOND)]
            with pytest.raises(TimeoutError):
                others[1].result(timeout=0.3)
        for other in others:
            other.result(timeout=10)
    with store.read("w") as unit:
        assert unit.chunks.stamp(DEAL) == 2
        assert unit.chunks.indexed(DEAL) == {FIRST, SECOND}
