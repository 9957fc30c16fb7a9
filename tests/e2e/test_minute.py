"""The minute after a call, on the command line: add, look, approve, see, undo."""

from pathlib import Path
from typing import Any

from tests.e2e.tandem import GOLDEN, Program

DEAL = "brinkmann-wms"
CALL = GOLDEN / DEAL / "sources" / "01-call.vtt"


def test_a_call_becomes_an_approved_change_that_can_be_undone(program_on: Program) -> None:
    program_on.run("import", str(GOLDEN / DEAL / "deal.yaml"))
    added: Any = program_on.json("add", DEAL, str(CALL), "--date", "2026-03-09")
    assert [one["status"] for one in added["sources"]] == ["read"]
    proposals: Any = program_on.json("proposals", DEAL)
    assert proposals == added["proposals"] != []
    update = next(one for one in proposals if one["op"] == "update")
    change = update["changes"][0]
    before: Any = program_on.json("show", DEAL)
    decided: Any = program_on.json("approve", update["id"])
    assert decided["failed"] == {}
    history: Any = program_on.json("history", DEAL)
    assert history[-1]["after"][change["field"]] == change["new"]
    assert history[-1]["words"][0]["quote"] == update["evidence"][0]["quote"]
    program_on.run("undo", DEAL)
    after: Any = program_on.json("show", DEAL)
    assert {**after["plan"], "version": 1} == {**before["plan"], "version": 1}
    assert program_on.json("show", DEAL, "--version", "1") != after


def test_the_same_file_twice_is_one_source(program: Program) -> None:
    program.run("import", str(GOLDEN / DEAL / "deal.yaml"))
    words = ("add", DEAL, str(CALL), "--date", "2026-03-09")
    program.run(*words)
    assert "is brinkmann-wms.s1 already" in program.run(*words)
    shown: Any = program.json("show", DEAL)
    assert len(shown["sources"]) == 1


def test_read_prints_one_object_for_one_file_and_a_list_for_several(program: Program) -> None:
    plan = str(GOLDEN / DEAL / "deal.yaml")
    mail = str(GOLDEN / DEAL / "sources" / "02-email.eml")
    one: Any = program.json("read", "--plan", plan, "--date", "2026-03-09", str(CALL))
    known = {"source", "edits", "risks", "further_risks", "next_best_actions", "addressed"}
    assert set(one) == known
    assert one["source"] == "01-call.vtt"
    keys = {"op", "entity", "id", "set", "quotes", "confidence", "warnings"}
    assert all(set(edit) == keys for edit in one["edits"])
    both: Any = program.json("read", "--plan", plan, "--date", "2026-03-09", str(CALL), mail)
    assert both[0] == one
    assert not program.home.exists()


def test_the_demo_reads_prints_and_ends(program: Program, tmp_path: Path) -> None:
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / DEAL).symlink_to(GOLDEN / DEAL)
    demo = Program(program.url, program.home, samples=tmp_path / "samples")
    printed = demo.run("demo", "--no-serve")
    assert "2026-03-30" in printed
    first: Any = demo.json("proposals")
    demo.run("demo", "--no-serve")
    assert demo.json("proposals") == first
