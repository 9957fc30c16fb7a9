"""`tandem reindex` and `tandem doctor`, with an index of this process and of another one."""

from pathlib import Path
from typing import Any

import pytest

from api.cli import main
from memory.vectors.chroma import ChromaVectors
from tests.integration.api.cli.typed import Typed

NEW = ("--account", "Acme Foods", "--seller", "Us", "--as-of", "2026-03-02")
CALL = "Ada: The budget is signed.\n\nBo: The security review is on the 24th.\n"
OWNED = "Another process has the vector index open"


@pytest.fixture
def call(tmp_path: Path, typed: Typed) -> Path:
    """A call of the deal `acme`, added and not read; there is another deal without sources."""
    for deal in ("acme", "borealis"):
        typed.run("new", deal, *NEW)
    path = tmp_path / "call.txt"
    path.write_text(CALL)
    typed.run("add", "acme", str(path), "--date", "2026-03-03", "--no-wait")
    return path


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "var" / "chroma"


@pytest.mark.usefixtures("call")
def test_all_deals_are_made_searchable_and_the_doctor_counts(typed: Typed) -> None:
    assert "Reindexed 2 deals." in typed.run("reindex")
    assert "Reindexed 1 deal." in typed.run("reindex", "acme")
    found: Any = typed.json("doctor")
    assert (found["index"], found["model"]) == ("chroma", None)
    assert found["deals"] == [
        {
            "deal": "acme",
            "sources": 1,
            "indexed": 1,
            "chunks": 1,
            "held": 1,
            "state": "in step",
        },
        {
            "deal": "borealis",
            "sources": 0,
            "indexed": 0,
            "chunks": 0,
            "held": 0,
            "state": "in step",
        },
    ]
    told = typed.run("doctor")
    assert "2 of 2 deals are in step" in told
    assert "nothing leaves this machine" in told


@pytest.mark.usefixtures("call")
def test_the_doctor_says_what_is_lacking_and_reindexing_mends_it(typed: Typed, index: Path) -> None:
    typed.run("reindex")
    chroma = ChromaVectors.embedded(index)
    chroma.remove("default", "acme", sorted(chroma.held("default", "acme")))
    chroma.close()
    told = failing(typed, "doctor")
    assert "1 of 2 deals are in step" in told
    assert "lacking" in told
    assert "tandem reindex" in told
    typed.run("reindex")
    typed.run("doctor")


@pytest.mark.usefixtures("call")
def test_an_index_that_is_behind_is_no_fault(typed: Typed, index: Path) -> None:
    typed.run("reindex")
    chroma = ChromaVectors.embedded(index)
    chroma.drop("default", "acme")
    chroma.close()
    assert "catches up when the deal is next asked about" in typed.run("doctor")


@pytest.mark.usefixtures("call")
def test_both_work_while_another_process_owns_the_index(typed: Typed, index: Path) -> None:
    owner = ChromaVectors.embedded(index)
    assert "Reindexed 2 deals." in typed.run("reindex")
    found: Any = typed.json("doctor")
    assert found["index"] == "exact"
    assert [deal["state"] for deal in found["deals"]] == ["in step", "in step"]
    assert OWNED in complaint(typed, "doctor")
    owner.close()


def test_a_deal_that_is_not_there_is_refused(typed: Typed) -> None:
    assert "no deal `nobody`" in typed.run("reindex", "nobody", code=2)


def test_a_server_that_does_not_answer_is_told(typed: Typed) -> None:
    typed.monkeypatch.setenv("TANDEM_CHROMA_URL", "http://127.0.0.1:9")
    assert "127.0.0.1:9" in typed.run("doctor", code=2)
    typed.monkeypatch.setenv("TANDEM_CHROMA_URL", "nowhere")
    assert "TANDEM_CHROMA_URL cannot be used" in typed.run("doctor", code=2)


def failing(typed: Typed, *words: str) -> str:
    """Run a command that fails; returns what it printed all the same."""
    return _both(typed, *words, code=1)[0]


def complaint(typed: Typed, *words: str) -> str:
    """Run a command that ends well; returns what it said beside its answer."""
    return _both(typed, *words, code=0)[1]


def _both(typed: Typed, *words: str, code: int) -> tuple[str, str]:
    typed.monkeypatch.setattr("sys.argv", ["tandem", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = typed.capsys.readouterr()
    assert (ended.value.code or 0) == code, printed.out + printed.err
    return " ".join(printed.out.split()), " ".join(printed.err.split())
