from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import PrimaryKeyConstraint, text

from memory.sql import SqlStore
from memory.sql.revision import REVISION
from memory.sql.schema import deals, metadata
from plan.models import Deal
from plan.readings import Drop
from tests.contract.memory.samples import (
    AT,
    DAY,
    action_mark,
    answer,
    decision,
    entry,
    keep_chunks,
    message,
    open_deal,
    outbox_row,
    proposal,
    reading,
    record,
    risk_mark,
    source,
    thread,
)

WORDS = "Only the source says this."


def apart_from_full_text(name: str | None, kind: str, _: object) -> bool:
    """The full text is of each engine's own kind, and no part of the common schema."""
    return kind != "table" or not str(name).startswith("chunk_words")


def test_the_migrations_lead_to_the_schema(store: SqlStore) -> None:
    opts = {
        "compare_type": True,
        "compare_server_default": True,
        "include_name": apart_from_full_text,
    }
    with store.write_engine.begin() as connection:
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_the_program_knows_its_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "memory.sql:migrations")
    script = ScriptDirectory.from_config(config)
    ids = [one.revision for one in script.walk_revisions()]
    assert script.get_current_head() == REVISION
    assert ids == sorted(ids, reverse=True)
    assert all(len(one) == 4 and one.isdigit() for one in ids)


def test_every_key_begins_with_the_workspace() -> None:
    keys = [
        [column.name for column in constraint.columns]
        for table in metadata.tables.values()
        for constraint in (table.primary_key, *table.foreign_key_constraints)
    ]
    assert {key[0] for key in keys} == {"workspace"}
    assert all(isinstance(one.primary_key, PrimaryKeyConstraint) for one in metadata.sorted_tables)


def test_a_deal_has_a_column_for_each_of_its_fields() -> None:
    assert deals.c.keys() == ["workspace", "id", "version", *list(Deal.model_fields)[1:]]


def test_words_live_where_they_are_purged_with_their_source(store: SqlStore) -> None:
    content = source(WORDS, quoted=(WORDS,))
    drops = (Drop(stage="ground", reason="", draft={"quote": WORDS}),)
    with store.write("w") as unit:
        open_deal(unit)
        unit.sources.add(record(content), content)
        unit.readings.keep(reading(drops=drops))
        unit.observations.keep(record(content).deal, reading(drops=drops), DAY)
        unit.proposals.add([proposal(source=record(content).id)])
        unit.decisions.add(decision(proposal=proposal().id))
        unit.outbox.add(outbox_row("o", at=AT))
        unit.answers.keep(answer(text=WORDS))
        keep_chunks(unit, record(content), WORDS)
        unit.threads.open(thread())
        unit.threads.add(message(text=WORDS))
        unit.ledger.keep([entry()])
        unit.marks.add(risk_mark())
        unit.marks.add(action_mark())
        found = {
            table
            for table in metadata.tables
            if WORDS in repr(unit.connection.execute(text(f'SELECT * FROM "{table}"')).all())  # noqa: S608 -- our own names
        }
    assert found == {"turns", "sources", "readings", "answers", "chunks", "messages"}
