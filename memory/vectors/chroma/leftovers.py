"""Removes from a folder of embedded Chroma what Chroma leaves: deleted collections, torn files.

Chroma 1.5 deletes a collection's rows and keeps its graph with all vectors in a folder of its own
(github.com/chroma-core/chroma/issues/5259).
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

_DATABASE = "chroma.sqlite3"

_PATIENCE = 30
"""Seconds to wait while Chroma writes."""


def empty(folder: Path) -> None:
    """Delete everything of Chroma's within; the caller owns `folder`, and Chroma is not open."""
    for path in _graphs(folder):
        shutil.rmtree(path)
    for path in folder.glob(f"{_DATABASE}*"):
        path.unlink()


def sweep(folder: Path) -> None:
    """Delete the folders within that belong to no collection; the caller owns `folder`.

    A collection's rows are committed before its folder is made, so that folders are listed first.
    """
    graphs = _graphs(folder)
    in_use = _segments(folder / _DATABASE)
    for path in graphs:
        if path.name not in in_use:
            shutil.rmtree(path)


def _graphs(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_dir() and _is_uuid(path.name)]


def _segments(database: Path) -> frozenset[str]:
    address = f"{database.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, timeout=_PATIENCE, uri=True)) as connection:
        return frozenset(row[0] for row in connection.execute("SELECT id FROM segments"))


def _is_uuid(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False
