import pytest
from sqlalchemy.exc import StatementError

from memory.errors import ConflictError, NotFoundError
from memory.sql import SqlStore
from plan.sources import Person, Turn
from plan.values import SourceStatus
from tests.contract.memory.samples import AT, DEAL, add_source, open_deal, plan, record, source


@pytest.fixture
def _deal(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)


pytestmark = pytest.mark.usefixtures("_deal")


def test_a_source_comes_back_word_for_word(store: SqlStore) -> None:
    content = source(
        '  Ünïcode 株式会社 🙂 é (combining) \u2028 \t\n "quotes" \\ back  ',
        message_id="<é>@acme",
        notice="calendar",
        people=(Person(), Person(name="Zoë", address="zoe@acme.example")),
        filename="mail'; DROP TABLE turns;--.eml",
    )
    kept = record(content, authenticated=False, status="reading", reason="Why ♥", reading=3)
    with store.write("w") as unit:
        unit.sources.add(kept, content)
    with store.read("w") as unit:
        assert unit.sources.get(kept.id) == kept
        assert unit.sources.content(kept.id) == content
        assert unit.sources.of(DEAL) == (kept,)


def test_turns_keep_their_order_and_times(store: SqlStore) -> None:
    turns = tuple(Turn(n=n, text=f"Turn {n}", start=n / 3, end=n * 1e6 / 7) for n in range(1, 120))
    content = source(turns=turns)
    with store.write("w") as unit:
        unit.sources.add(record(content), content)
    with store.read("w") as unit:
        assert unit.sources.content(f"{DEAL}.s1").turns == turns


def test_a_source_may_have_no_turns(store: SqlStore) -> None:
    content = source(turns=(), quoted=(), people=())
    with store.write("w") as unit:
        unit.sources.add(record(content), content)
        assert unit.sources.content(f"{DEAL}.s1") == content


def test_numbers_count_on_in_each_deal(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit, plan("other"))
        assert unit.sources.next_number(DEAL) == 1
        add_source(unit, 1)
        add_source(unit, 2)
        assert unit.sources.next_number(DEAL) == 3
        assert unit.sources.next_number("other") == 1


@pytest.mark.parametrize(
    ("number", "text", "message_id"),
    [(1, "new words", "new"), (2, "old words", "new"), (2, "new words", "old")],
)
def test_number_bytes_and_message_id_are_unique_in_the_deal(
    store: SqlStore, number: int, text: str, message_id: str
) -> None:
    first = source("old words", message_id="old")
    with store.write("w") as unit:
        unit.sources.add(record(first), first)
        open_deal(unit, plan("other"))
        unit.sources.add(record(first, deal="other"), first)
    again = source(text, message_id=message_id)
    twin = record(again, number, id="another-id")
    with pytest.raises(ConflictError, match=DEAL), store.write("w") as unit:
        unit.sources.add(twin, again)
    with store.read("w") as unit:
        assert len(unit.sources.of(DEAL)) == 1


def test_sources_without_a_message_id_do_not_conflict(store: SqlStore) -> None:
    with store.write("w") as unit:
        add_source(unit, 1)
        add_source(unit, 2)
        assert len(unit.sources.of(DEAL)) == 2


def test_the_same_source_is_found_by_bytes_or_message_id(store: SqlStore) -> None:
    first, second = source("one", message_id="m1"), source("two")
    with store.write("w") as unit:
        open_deal(unit, plan("other"))
        unit.sources.add(record(second, 2), second)
        unit.sources.add(record(first, 1), first)
    with store.read("w") as unit:
        same = unit.sources.same
        assert same(DEAL, first.sha256, None) == record(first, 1)
        assert same(DEAL, "0" * 64, "m1") == record(first, 1)
        assert same(DEAL, second.sha256, "m1") == record(first, 1)
        assert same(DEAL, second.sha256, "m2") == record(second, 2)
        assert same(DEAL, "0" * 64, None) is None
        assert same("other", first.sha256, "m1") is None


def test_record_and_content_must_agree(store: SqlStore) -> None:
    content = source()
    with store.write("w") as unit, pytest.raises(ValueError, match="occurred_at, title"):
        unit.sources.add(record(content, title="Other", occurred_at=AT.replace(year=2024)), content)


def test_sources_come_in_order_of_arrival(store: SqlStore) -> None:
    with store.write("w") as unit:
        for number in (10, 9, 2, 1):
            add_source(unit, number)
    with store.read("w") as unit:
        assert [one.number for one in unit.sources.of(DEAL)] == [1, 2, 9, 10]


@pytest.mark.parametrize("status", ["reading", "read", "failed", "withdrawn"])
def test_a_source_stands_where_it_was_last_put(store: SqlStore, status: SourceStatus) -> None:
    with store.write("w") as unit:
        kept = add_source(unit)
        other = add_source(unit, 2)
        unit.sources.set_status(kept.id, status, "Because.")
    with store.write("w") as unit:
        changed = kept.model_copy(update={"status": status, "reason": "Because."})
        assert unit.sources.of(DEAL) == (changed, other)
        unit.sources.set_status(kept.id, "queued")
        assert unit.sources.get(kept.id) == kept


def test_asking_again_counts_readings_and_queues(store: SqlStore) -> None:
    with store.write("w") as unit:
        kept = add_source(unit)
        other = add_source(unit, 2)
        unit.sources.set_status(kept.id, "failed", "The model was away.")
        assert unit.sources.ask_again(kept.id) == 2
        assert unit.sources.ask_again(kept.id) == 3
    with store.read("w") as unit:
        assert unit.sources.get(kept.id) == kept.model_copy(update={"reading": 3})
        assert unit.sources.get(other.id) == other


def test_what_is_not_there_is_said_so(store: SqlStore) -> None:
    with store.write("w") as unit:
        with pytest.raises(NotFoundError, match="source `none`"):
            unit.sources.get("none")
        with pytest.raises(NotFoundError, match="source `none`"):
            unit.sources.content("none")
        with pytest.raises(NotFoundError, match="source `none`"):
            unit.sources.set_status("none", "read")
        with pytest.raises(NotFoundError, match="source `none`"):
            unit.sources.ask_again("none")


def test_an_instant_without_a_zone_is_refused(store: SqlStore) -> None:
    content = source(occurred_at=AT.replace(tzinfo=None))
    with pytest.raises(StatementError, match="no time zone"), store.write("w") as unit:
        unit.sources.add(record(content), content)
