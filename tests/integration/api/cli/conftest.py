from pathlib import Path

import pytest

from tests.integration.api.cli.typed import Typed


@pytest.fixture
def typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Typed:
    """The command line in this process, on a new embedded database."""
    monkeypatch.setenv("TANDEM_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("TANDEM_USER", "rep")
    return Typed(monkeypatch, capsys)
