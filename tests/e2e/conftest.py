from pathlib import Path

import pytest

from tests.e2e.tandem import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Tandem on a new embedded database."""
    return Program(f"sqlite:///{tmp_path}/var/tandem.db", tmp_path / "var")


@pytest.fixture
def program_on(database_url: str, tmp_path: Path) -> Program:
    """Tandem on a new database of each engine."""
    return Program(database_url, tmp_path / "var")
