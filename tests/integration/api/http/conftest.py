from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile

import pytest

from api.bootstrap import Tandem
from api.settings import Settings
from tests.fakes.jobs import RecordedJobs
from tests.integration.api.http.service import MOVE, Service

DATABASE = "tandem.db"


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database to copy: its migrations take longer than most tests."""
    home = tmp_path_factory.mktemp("template")
    tandem = Tandem(Settings(home=home, database_url=None))
    tandem.store.upgrade()
    tandem.close()
    return home / DATABASE


@pytest.fixture
def service(tmp_path: Path, new_database: Path) -> Iterator[Service]:
    """An API with nothing in it."""
    with served(tmp_path, new_database) as made:
        yield made


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory, new_database: Path) -> Iterator[Service]:
    """An API with the deal `acme` and a proposal, for all tests of a module that change nothing."""
    with served(tmp_path_factory.mktemp("still"), new_database) as made:
        made.propose(MOVE)
        yield made


@contextmanager
def served(home: Path, database: Path) -> Iterator[Service]:
    copyfile(database, home / DATABASE)
    settings = Settings(
        home=home,
        database_url=None,
        user="rep",
        workspace="default",
        allowed_hosts="tandem.example",
    )
    tandem = Tandem(settings)
    jobs = RecordedJobs()
    tandem.__dict__["jobs"] = jobs
    yield Service(tandem, jobs)
    tandem.close()
