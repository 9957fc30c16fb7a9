"""Databases of earlier revisions are upgraded for ever.

`tests/fixtures/databases/<revision>.sql` is the dump of a SQLite file as the program of that
revision made and filled it. Nothing in these files is ever edited: a new revision adds the one
of the revision before it.
"""

import sqlite3
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from memory.errors import NotUpgradedError
from memory.records import User
from memory.sql import SqlStore, SqlUnit
from memory.sql.revision import REVISION
from plan.observations import Absence, Risk
from tests.contract.memory.samples import (
    DAY,
    DEAL,
    action_mark,
    add_source,
    answer,
    digest,
    entry,
    keep_chunks,
    message,
    open_deal,
    reading,
    risk_mark,
    switch,
    thread,
)

FOLDER = Path(__file__).parents[2] / "fixtures" / "databases"
DUMPS = sorted(FOLDER.glob("*.sql"))


def check_what_0001_held(unit: SqlUnit) -> None:
    """See that all is there that every dump since the first holds."""
    (deal,) = unit.plans.deals()
    (source,) = unit.sources.of("acme-erp")
    (found,) = unit.proposals.find(source=source.id)
    (decided,) = unit.decisions.about(found.id)
    (user,) = unit.access.users()
    (key,) = unit.access.api_keys()
    seen = unit.readings.get(source.id, 1)
    assert (deal.account, str(deal.amount)) == ("Ácme 株式会社", "240000.1")
    assert unit.plans.current(deal.id).deal == deal
    turns = unit.sources.content(source.id).turns
    assert [turn.text for turn in turns] == ["We start on Monday.", "Bye."]
    assert seen is not None
    assert seen.drops[0].draft == {"quote": "wörds", "at": 1.5}
    assert unit.readings.published(source.id, 1)
    assert unit.observations.risks(deal.id) == (Risk(kind="budget_risk", why="Risk of 1"),)
    assert found.edit.set == {"title": "Call Jo"}
    assert decided.decided == {"due": "2025-04-01"}
    assert [row.id for row in unit.outbox.waiting(10)] == ["o1"]
    assert (user.name, key.user) == ("Kim Ångström", "kim")


def check_what_0002_held(unit: SqlUnit) -> None:
    """See that all is there that every dump since the second holds beside."""
    spent = unit.spending.on(DAY - timedelta(days=1))
    assert unit.answers.get(answer("Who?").key) == answer("Who?")
    assert (spent.money, spent.tokens_in, spent.unpriced_tokens) == (Decimal("0.01"), 11, 2)


def check_what_0003_held(unit: SqlUnit) -> None:
    """See that all is there that every dump since the third holds beside."""
    ids, kept = unit.chunks.vectors(DEAL)
    assert [one.text for one in unit.chunks.get(ids)] == [
        "Jo: The audit is done.",
        "Max Ångström: Überraschung.",
    ]
    assert kept.shape == (2, 3)
    assert unit.chunks.matching(DEAL, "uberraschung", 5) == (f"{DEAL}.s1.c2",)
    assert unit.threads.get("kim", "t1") == thread()
    assert unit.threads.messages("t1")[1] == message(2)


CHECKS = {
    "0001": check_what_0001_held,
    "0002": check_what_0002_held,
    "0003": check_what_0003_held,
}


def use_what_0002_brought(unit: SqlUnit) -> None:
    """Keep an answer and what it took."""
    unit.answers.keep(answer())
    unit.spending.add(DAY, "openai:gpt-x", 1, 2, None)
    assert unit.answers.get(answer().key) == answer()
    assert unit.spending.on(DAY).unpriced_tokens == 3


def use_what_0003_brought(unit: SqlUnit) -> None:
    """Keep chunks and a conversation, and search."""
    if not unit.plans.exists(DEAL):
        open_deal(unit)
        add_source(unit)
    of = unit.sources.get(f"{DEAL}.s1")
    (made,) = keep_chunks(unit, of, "Jo: The audit is done.")
    unit.threads.open(thread("new"))
    unit.threads.add(message(thread="new"))
    assert unit.chunks.matching(DEAL, "audits", 5) == (made.id,)
    assert unit.threads.messages("new") == (message(thread="new"),)


def use_what_0004_brought(unit: SqlUnit) -> None:
    """Keep a ledger with marks, and look which deals are due; no absence was kept before."""
    assert unit.observations.absences(DEAL) == ()
    away = (Absence(person="jo", until=DAY),)
    unit.observations.keep(DEAL, reading(absences=away), DAY)
    assert unit.observations.absences(DEAL) == away
    unit.ledger.keep([entry()])
    unit.marks.add(risk_mark())
    unit.marks.add(action_mark())
    unit.marks.switch(switch())
    unit.digests.keep(digest())
    assert [one.deal for one in unit.wakes.due(DAY)] == [DEAL]
    unit.wakes.set(DEAL, None, unit.plans.current(DEAL).version)
    assert unit.wakes.due(DAY) == ()
    assert unit.marks.on_risks(DEAL) == (risk_mark(),)


def test_every_earlier_revision_has_a_dump() -> None:
    earlier = [f"{number:04}" for number in range(1, int(REVISION))]
    assert [dump.stem for dump in DUMPS] == earlier


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
def test_a_file_of_an_earlier_revision_is_upgraded_where_it_lies(
    dump: Path, tmp_path: Path
) -> None:
    file = tmp_path / "tandem.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    store = SqlStore(f"sqlite:///{file}")
    with pytest.raises(NotUpgradedError, match=rf"{dump.stem}.*`tandem upgrade`"), store.read("w"):
        pass
    store.upgrade()
    with store.write("w") as unit:
        for revision, check in CHECKS.items():
            if revision <= dump.stem:
                check(unit)
        use_what_0002_brought(unit)
        use_what_0003_brought(unit)
        use_what_0004_brought(unit)
    store.close()


def test_each_engine_goes_from_the_first_revision_to_the_last(database_url: str) -> None:
    store = SqlStore(database_url)
    if database_url.startswith("sqlite"):
        Path(store.write_engine.url.database or "").parent.mkdir()
    config = Config()
    config.set_main_option("script_location", "memory.sql:migrations")
    with store.write_engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        kim = "INSERT INTO users (workspace, id, name, role) VALUES ('w', 'kim', 'Kim', 'rep')"
        connection.execute(text(kim))
    store.upgrade()
    with store.write("w") as unit:
        assert unit.access.users() == (User(id="kim", name="Kim"),)
        use_what_0002_brought(unit)
        use_what_0003_brought(unit)
        use_what_0004_brought(unit)
    store.close()
