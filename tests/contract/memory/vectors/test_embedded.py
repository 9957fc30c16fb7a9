"""Embedded Chroma: one owner of a folder, what it keeps open, and what it leaves on disk."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import pytest

from memory.vectors import OwnedElsewhereError, VectorsError
from memory.vectors.chroma import ChromaVectors, lock, opening
from tests.contract.memory.samples import DEAL
from tests.contract.memory.vectors.words import directions, fan, ids, said
from tests.fakes.vectors import MemoryVectors

NORTH = "north"
CHILD = Path(__file__).with_name("kill_child.py")
SIZE, SOURCES = 300, 5
GRAPH_FILES = "data_level0.bin"


def test_a_folder_has_one_owner_in_a_process(tmp_path: Path) -> None:
    with closing(ChromaVectors.embedded(tmp_path)):
        with pytest.raises(OwnedElsewhereError, match="in use by another Tandem process"):
            ChromaVectors.embedded(tmp_path)
        with closing(ChromaVectors.embedded(tmp_path / "another")):
            pass


def test_all_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        index.put(NORTH, DEAL, said(1, 1_500), directions(1_500))
        index.mark(NORTH, DEAL, 4)
        found = index.nearest(NORTH, DEAL, directions(1)[0], 10)
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        assert index.stamp(NORTH, DEAL) == 4
        assert index.nearest(NORTH, DEAL, directions(1)[0], 10) == found
        assert index.held(NORTH, DEAL) == ids(said(1, 1_500))


def test_what_is_dropped_leaves_no_vectors_on_disk(tmp_path: Path) -> None:
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        index.put(NORTH, DEAL, said(1, 1_100), directions(1_100))
        index.put(NORTH, "another", said(1, 2, "another"), fan(0, 1))
        assert len(list(tmp_path.glob(f"*/{GRAPH_FILES}"))) == 2
        index.drop(NORTH, DEAL)
        assert len(list(tmp_path.glob(f"*/{GRAPH_FILES}"))) == 1
        assert index.held(NORTH, "another") == ids(said(1, 2, "another"))
        index._chroma.api.delete_collection("tandem.north.another")
    with closing(ChromaVectors.embedded(tmp_path)):
        assert list(tmp_path.glob(f"*/{GRAPH_FILES}")) == []


def test_what_is_not_chromas_stays(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        index.put(NORTH, DEAL, said(1, 1), fan(0))
        index.drop(NORTH, DEAL)
    assert (tmp_path / "notes").is_dir()


def test_what_is_removed_leaves_no_vectors_on_disk(tmp_path: Path) -> None:
    gone, stays = directions(2, seed=7)
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        index.put(NORTH, DEAL, said(1, 1_200), directions(1_200))
        index.put(NORTH, DEAL, said(2, 2), np.stack([gone, stays]))
        index.remove(NORTH, DEAL, [f"{DEAL}.s2.c1"])
        assert index.held(NORTH, DEAL) == ids(said(1, 1_200)) | {f"{DEAL}.s2.c2"}
    on_disk = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert any(stays.tobytes() in held for held in on_disk)
    assert not any(gone.tobytes() in held for held in on_disk)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="files are counted in /proc")
def test_few_deals_are_open_at_once(tmp_path: Path) -> None:
    """By itself Chroma would keep all of them open, each with four files."""
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        deals = [f"deal-{n}" for n in range(opening.MOST_OPEN + 6)]
        for deal in deals:
            index.put(NORTH, deal, said(1, 1, deal), fan(0))
        for deal in deals * 3:
            assert len(index.nearest(NORTH, deal, fan(0)[0], 3)) == 1, "It was closed for another."
        open_files = [path.resolve() for path in Path("/proc/self/fd").iterdir()]
        ours = [path for path in open_files if path.parent.parent == tmp_path]
        assert 0 < len(ours) <= 4 * opening.MOST_OPEN


def test_a_folder_of_something_else_is_told(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"no database" * 1_000)
    with pytest.raises(VectorsError, match="delete that folder and run `tandem reindex`"):
        ChromaVectors.embedded(tmp_path)
    (tmp_path / "chroma.sqlite3").unlink()
    ChromaVectors.embedded(tmp_path).close()


def test_what_was_open_when_the_machine_went_down_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boot = tmp_path / "boot_id"
    boot.write_text("first")
    monkeypatch.setattr(lock, "_BOOT", boot)
    folder = tmp_path / "chroma"
    with closing(ChromaVectors.embedded(folder)) as index:
        index.put(NORTH, DEAL, said(1, 2), fan(0, 1))
        index.mark(NORTH, DEAL, 4)
        owned = (folder / "owner.lock").read_text()
        assert owned == "first"
    boot.write_text("second")
    with closing(ChromaVectors.embedded(folder)) as index:
        assert index.stamp(NORTH, DEAL) == 4, "It was closed before the machine went down."
    (folder / "owner.lock").write_text(owned)
    with closing(ChromaVectors.embedded(folder)) as index:
        assert index.stamp(NORTH, DEAL) == 0
        assert index.held(NORTH, DEAL) == frozenset()


def test_what_was_written_in_part_is_made_anew(tmp_path: Path) -> None:
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        index.put(NORTH, DEAL, said(1, 2), fan(0, 1))
        with pytest.raises(VectorsError):
            index.put(NORTH, DEAL, said(2, 2), fan(0, 1)[:, :5])
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        assert index.held(NORTH, DEAL) == frozenset()
        index.put(NORTH, DEAL, said(1, 2), fan(0, 1))
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        assert index.held(NORTH, DEAL) == ids(said(1, 2))


@pytest.mark.parametrize("after", [1, 3, 4])
def test_kill_9_of_the_owner_while_it_puts(tmp_path: Path, after: int) -> None:
    """The next owner sees that the deal is behind, and makes it equal to a fresh one."""
    with _owner(tmp_path, after, 99), pytest.raises(OwnedElsewhereError):
        ChromaVectors.embedded(tmp_path)
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        assert index.stamp(NORTH, DEAL) < 2
        fresh = _made_right(index)
        assert index.held(NORTH, DEAL) == fresh.held(NORTH, DEAL)
        assert index.stamp(NORTH, DEAL) == 2
        recalls = []
        for query in directions(20, seed=99):
            expected = {near.id for near in fresh.nearest(NORTH, DEAL, query, 10)}
            found = {near.id for near in index.nearest(NORTH, DEAL, query, 10)}
            recalls.append(len(expected & found) / 10)
        assert np.mean(recalls) >= 0.98


def test_kill_9_of_an_owner_at_rest_takes_nothing(tmp_path: Path) -> None:
    with _owner(tmp_path, 2, 2):
        pass
    with closing(ChromaVectors.embedded(tmp_path)) as index:
        assert index.stamp(NORTH, DEAL) == 1
        assert index.held(NORTH, DEAL) == ids(said(1, SIZE)) | ids(said(2, SIZE))
        query = directions(1, seed=2)[0]
        assert index.nearest(NORTH, DEAL, query, 1)[0].id == f"{DEAL}.s2.c1"


@contextmanager
def _owner(folder: Path, after: int, most: int) -> Iterator[None]:
    """A process that owns the folder and puts sources into it; killed at the end of the block.

    Then it said that `after` sources were in, and went on until `most` were.
    """
    command = [sys.executable, str(CHILD), str(folder), str(most)]
    environment = {"PYTHONPATH": str(Path(__file__).parents[4])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:  # noqa: S603 -- our own file
        try:
            assert process.stdout
            for _ in range(after):
                assert process.stdout.readline()
            yield
        finally:
            process.kill()


def _made_right(index: ChromaVectors) -> MemoryVectors:
    """Put what is lacking of the deal's sources, remove what is not of them, and mark."""
    fresh = MemoryVectors()
    held = index.held(NORTH, DEAL)
    for n in range(1, SOURCES + 1):
        chunks, vectors = said(n, SIZE), directions(SIZE, seed=n)
        fresh.put(NORTH, DEAL, chunks, vectors)
        lacking = [at for at, chunk in enumerate(chunks) if chunk.id not in held]
        index.put(NORTH, DEAL, [chunks[at] for at in lacking], vectors[lacking])
    index.remove(NORTH, DEAL, sorted(held - fresh.held(NORTH, DEAL)))
    index.mark(NORTH, DEAL, 2)
    return fresh
