import multiprocessing
import sqlite3
import stat
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from sqlalchemy import text

from memory.errors import NotUpgradedError
from memory.sql import SqlStore
from tests.contract.memory.samples import DEAL, open_deal

PROCESSES = 3
SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def new(database_url: str) -> Iterator[SqlStore]:
    """A store on an empty database."""
    store = SqlStore(database_url)
    yield store
    store.close()


def stamp(store: SqlStore, revision: str) -> None:
    """Make the database one of another revision."""
    with store.write_engine.begin() as connection:
        connection.execute(
            text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision}
        )


def test_a_store_that_was_never_upgraded_says_what_to_do(new: SqlStore) -> None:
    with pytest.raises(NotUpgradedError, match="run `tandem upgrade`"), new.read("w"):
        pass
    with pytest.raises(NotUpgradedError, match="run `tandem upgrade`"), new.write("w"):
        pass
    with pytest.raises(NotUpgradedError, match="run `tandem upgrade`"):
        new.workspace_of("digest")


def test_looking_at_a_file_that_is_not_there_does_not_make_it(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path}/folder/tandem.db")
    with pytest.raises(NotUpgradedError), store.read("w"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_upgraded_store_works_at_once(new: SqlStore) -> None:
    new.upgrade()
    with new.write("w") as unit:
        open_deal(unit)


def test_upgrading_again_keeps_the_data_and_runs_nothing(
    new: SqlStore, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    new.upgrade()
    with new.write("w") as unit:
        now = open_deal(unit)
    monkeypatch.delattr("memory.sql.migrate.migrate")
    new.upgrade()
    later = SqlStore(database_url)
    later.upgrade()
    with later.read("w") as unit:
        assert unit.plans.current(DEAL) == now
    later.close()


def test_a_newer_database_is_refused(new: SqlStore, database_url: str) -> None:
    new.upgrade()
    stamp(new, "9999")
    old_program = SqlStore(database_url)
    with pytest.raises(NotUpgradedError, match="9999, written by a newer Tandem"):
        old_program.upgrade()
    with pytest.raises(NotUpgradedError, match="newer Tandem"), old_program.read("w"):
        pass
    old_program.close()


def test_an_older_database_is_to_be_upgraded(new: SqlStore, database_url: str) -> None:
    new.upgrade()
    stamp(new, "0000")
    new_program = SqlStore(database_url)
    with pytest.raises(NotUpgradedError, match=r"0000.*`tandem upgrade`"), new_program.read("w"):
        pass
    new_program.close()


def test_other_programs_tables_are_left_alone(new: SqlStore, database_url: str) -> None:
    if database_url.startswith("sqlite"):
        Path(new.write_engine.url.database or "").parent.mkdir()
    with new.write_engine.begin() as connection:
        connection.execute(text("CREATE TABLE workflow_status (id INTEGER)"))
        connection.execute(text("INSERT INTO workflow_status VALUES (7)"))
    new.upgrade()
    with new.write_engine.begin() as connection:
        assert connection.scalar(text("SELECT id FROM workflow_status")) == 7


def upgrade_at_once(url: str, ready: Barrier) -> None:
    """Upgrade when all processes are ready."""
    store = SqlStore(url)
    ready.wait()
    store.upgrade()
    with store.write("w") as unit:
        unit.plans.deals()
    store.close()


def test_many_processes_may_upgrade_at_once(new: SqlStore, database_url: str) -> None:
    ready = SPAWN.Barrier(PROCESSES)
    started = [
        SPAWN.Process(target=upgrade_at_once, args=(database_url, ready)) for _ in range(PROCESSES)
    ]
    for process in started:
        process.start()
    for process in started:
        process.join(60)
    assert [process.exitcode for process in started] == [0] * PROCESSES
    with new.read("w") as unit:
        assert unit.plans.deals() == ()


def test_an_upgrade_waits_while_others_use_a_file_that_is_not_yet_in_wal(tmp_path: Path) -> None:
    file = tmp_path / "tandem.db"
    store = SqlStore(f"sqlite:///{file}")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.executescript("CREATE TABLE things (id); BEGIN IMMEDIATE")
        with ThreadPoolExecutor(1) as pool:
            upgrade = pool.submit(store.upgrade)
            assert wait([upgrade], timeout=0.3).not_done
            other.execute("COMMIT")
            upgrade.result(timeout=10)
    store.close()


def start_up_lightly(url: str) -> None:
    """Start as every command does; fails where that takes Alembic."""
    store = SqlStore(url)
    store.upgrade()
    store.close()
    if "alembic" in sys.modules:
        sys.exit("Alembic was imported.")


def test_starting_on_an_upgraded_database_does_not_import_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/tandem.db"
    store = SqlStore(url)
    store.upgrade()
    store.close()
    process = SPAWN.Process(target=start_up_lightly, args=(url,))
    process.start()
    process.join(60)
    assert process.exitcode == 0


def test_folder_and_file_are_their_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "tandem.db"
    store = SqlStore(f"sqlite:///{file}")
    store.upgrade()
    with store.write("w") as unit:
        open_deal(unit)
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode)
            for path in (file.parent, *file.parent.iterdir())
        }
    store.close()
    assert modes.pop("folder") == 0o700
    assert modes == {"tandem.db": 0o600, "tandem.db-wal": 0o600, "tandem.db-shm": 0o600}


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    store = SqlStore(f"sqlite:///{tmp_path}/tandem.db")
    store.upgrade()
    store.close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_sqlite_is_durable_and_patient(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path}/tandem.db")
    store.upgrade()
    wanted = {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 30000, "foreign_keys": 1}
    with store.write_engine.begin() as connection:
        assert {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted
        } == wanted
    store.close()
