"""Cases: folders in the golden layout, a plan file with sources and the days they are of."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tools.exchange.safe_yaml import load


class SourceFile(NamedTuple):
    """A source of a case: its file, and the day a reader is told."""

    path: Path
    day: date


def cases(folder: Path) -> tuple[Path, ...]:
    """The folders of all cases under a folder, by name."""
    return tuple(sorted(found.parent for found in folder.glob("*/deal.yaml")))


def source_files(case: Path) -> Iterator[SourceFile]:
    """A case's sources in order of arrival; of the gold files only `source` and `date` are read."""
    for gold in sorted((case / "gold").glob("*.yaml")):
        content = load(gold.read_text(encoding="utf-8"))
        if isinstance(content, dict):
            yield SourceFile(case / "sources" / str(content["source"]), content["date"])
