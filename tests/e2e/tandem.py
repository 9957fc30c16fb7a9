"""The program as a user runs it: a process of its own, in a folder and database of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "evals" / "datasets" / "golden"
PROGRAM = (sys.executable, "-m", "api.cli")


@dataclass(frozen=True)
class Program:
    """Tandem on one database.

    Attributes:
        more: Further variables of its environment.
    """

    url: str
    home: Path
    samples: Path = GOLDEN
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What the process sees: its settings, and nothing of a model or a key but in `more`."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        settings = {
            "TANDEM_HOME": str(self.home),
            "TANDEM_DATABASE_URL": self.url,
            "TANDEM_USER": "rep",
            "TANDEM_SAMPLES": str(self.samples),
            "COLUMNS": "160",
            "PYTHONWARNINGS": "error::ResourceWarning",
        }
        return kept | settings | dict(self.more)

    def run(self, *words: str, code: int = 0) -> str:
        """Run a command to its end; its exit code must be `code`. Returns what it printed."""
        done = subprocess.run(  # noqa: S603 - our own program, with words of the tests
            [*PROGRAM, *words],
            capture_output=True,
            text=True,
            env=self.environment,
            cwd=ROOT,
            timeout=110,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout if code == 0 else done.stderr

    def json(self, *words: str) -> object:
        """Run a command with `--json`; returns what it printed, read."""
        return json.loads(self.run(*words, "--json"))

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """Start a command that goes on."""
        return subprocess.Popen(  # noqa: S603 - our own program, with words of the tests
            [*PROGRAM, *words], stderr=subprocess.PIPE, text=True, env=self.environment, cwd=ROOT
        )
