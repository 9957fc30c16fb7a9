"""Commands typed in this process, which starts no other and so is quick."""

import json
import sys
from dataclasses import dataclass

import pytest

from api.cli import main


@dataclass(frozen=True)
class Typed:
    """What is typed and what is answered."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def run(self, *words: str, code: int = 0) -> str:
        """Run a command; returns what it printed, or what it complained of."""
        self.monkeypatch.setattr(sys, "argv", ["tandem", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = self.capsys.readouterr()
        assert (ended.value.code or 0) == code, printed.out + printed.err
        return " ".join((printed.out if code == 0 else printed.err).split())

    def json(self, *words: str) -> object:
        """Run a command with `--json`; returns what it printed, read."""
        return json.loads(self.run(*words, "--json"))
