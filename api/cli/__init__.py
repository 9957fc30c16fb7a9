"""The command line: `tandem --help` teaches, `--json` gives programs what people read."""

from api.cli.app import main

__all__ = ["main"]
