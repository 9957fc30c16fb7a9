"""Histories as files: everything comes back as it was, and what does not fit is refused by line."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from memory.base import Unit
from memory.errors import NotFoundError
from plan.events import VERSION
from tests.fakes.jobs import RecordedJobs
from tests.integration.tools.desk.acme import Desk, edit
from tools.desk.undoing import undo_last
from tools.exchange.errors import DealExistsError, UnreadableFileError
from tools.exchange.history import export_history, import_history

Change = Callable[[dict[str, Any]], object]


def export(desk: Desk, workspace: str = "default") -> list[str]:
    with desk.store.read(workspace) as unit:
        return list(export_history(unit, "acme"))


def bring_in(desk: Desk, lines: list[str], jobs: RecordedJobs | None = None) -> str:
    with desk.store.write("elsewhere") as unit:
        return import_history(unit, jobs or RecordedJobs(), lines)


@contextmanager
def both(desk: Desk) -> Iterator[tuple[Unit, Unit]]:
    with desk.store.read("default") as here, desk.store.read("elsewhere") as there:
        yield here, there


def line_of(lines: list[str], kind: str, nth: int = 0) -> int:
    return [n for n, line in enumerate(lines) if json.loads(line)["row"] == kind][nth]


def changed(lines: list[str], kind: str, change: Change, nth: int = 0) -> tuple[list[str], int]:
    """The lines with one row changed, and that line's number as people count."""
    at = line_of(lines, kind, nth)
    row = json.loads(lines[at])
    change(row)
    return [*lines[:at], json.dumps(row), *lines[at + 1 :]], at + 1


def test_export_import_and_export_again_are_the_same_bytes(desk: Desk) -> None:
    lines = export(desk)
    assert {json.loads(line)["row"] for line in lines} == {
        *("tandem", "event", "source", "reading", "proposal", "decision")
    }
    assert bring_in(desk, lines) == "acme"
    assert export(desk, "elsewhere") == lines


def test_a_file_is_imported_as_it_was_written(desk: Desk, tmp_path: Path) -> None:
    # Words may hold what ends a line in Unicode; only a line feed ends a row.
    stage = edit("milestone", "signature", title="One\u2028two\x85three\u2029four")
    desk.publish(desk.source(14), stage)
    lines = export(desk)
    file = tmp_path / "acme.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    with file.open(encoding="utf-8") as opened, desk.store.write("elsewhere") as unit:
        import_history(unit, RecordedJobs(), opened)
    assert export(desk, "elsewhere") == lines


def test_everything_the_deal_had_is_there(desk: Desk) -> None:
    bring_in(desk, export(desk))
    with both(desk) as (here, there):
        assert there.plans.current("acme") == here.plans.current("acme")
        assert there.plans.events("acme") == here.plans.events("acme")
        assert there.plans.used_ids("acme") == here.plans.used_ids("acme")
        assert there.proposals.find("acme") == here.proposals.find("acme")
        assert there.decisions.of("acme") == here.decisions.of("acme")
        assert there.observations.engagement("acme") == {"ada-okafor": date(2026, 3, 11)}
        assert there.observations.risks("acme") == here.observations.risks("acme")
        for one in here.sources.of("acme"):
            assert there.sources.content(one.id) == here.sources.content(one.id)
            for n in range(1, one.reading + 1):
                assert there.readings.get(one.id, n) == here.readings.get(one.id, n)
                assert there.readings.published(one.id, n) == here.readings.published(one.id, n)


def test_what_the_world_was_told_is_not_told_again(desk: Desk) -> None:
    bring_in(desk, export(desk))
    with both(desk) as (here, there):
        assert here.outbox.waiting(100)
        assert there.outbox.waiting(100) == ()


def test_what_was_still_to_be_read_is_queued_and_what_was_under_way_starts_anew(
    desk: Desk,
) -> None:
    jobs = RecordedJobs()
    bring_in(desk, export(desk), jobs)
    assert jobs.asked == [("acme.s1", 2), ("acme.s5", 1), ("acme.s6", 1)]
    with both(desk) as (here, there):
        assert here.sources.get("acme.s5").status == "reading"
        assert there.sources.get("acme.s5").status == "queued"
        failed = there.sources.get("acme.s7")
        assert (failed.status, failed.reason) == ("failed", "The model was away.")


def test_a_source_that_was_being_read_in_the_file_is_queued(desk: Desk) -> None:
    jobs = RecordedJobs()
    lines, _ = changed(export(desk), "source", lambda row: row.update(status="reading"), nth=4)
    bring_in(desk, lines, jobs)
    assert ("acme.s5", 1) in jobs.asked
    with both(desk) as (_, there):
        assert there.sources.get("acme.s5").status == "queued"


def test_the_deal_goes_on_where_it_was(desk: Desk) -> None:
    bring_in(desk, export(desk))
    with both(desk) as (here, there):
        assert there.sources.next_number("acme") == here.sources.next_number("acme")
        assert there.proposals.next_number("acme") == here.proposals.next_number("acme")
        assert there.decisions.next_number("acme") == here.decisions.next_number("acme")
    for workspace in ("default", "elsewhere"):
        with desk.store.write(workspace) as unit:
            undo_last(unit, "acme", desk.acting())
    assert export(desk, "elsewhere") == export(desk)


def test_a_deal_that_is_there_is_left_alone(desk: Desk) -> None:
    lines = export(desk)
    with pytest.raises(DealExistsError, match=r"`acme` here already"), desk.write() as unit:
        import_history(unit, desk.jobs, lines)
    assert export(desk) == lines


def test_a_deal_that_is_not_there_is_not_exported(desk: Desk) -> None:
    with pytest.raises(NotFoundError), desk.write() as unit:
        list(export_history(unit, "nowhere"))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], "its first line names no deal"),
        (["", "  "], "its first line names no deal"),
        (["{"], "Line 1 is no JSON"),
        (["[" * 100_000], "Line 1 is no JSON"),
        (["9" * 5000], "Line 1 is no JSON"),
        (["[]"], "Line 1 is of no known type"),
        (['{"row":"deal"}'], "Line 1 is of no known type"),
        (['{"row":["event"]}'], "Line 1 is of no known type"),
        (['{"row":"event"}'], "its first line names no deal"),
        (['{"row":"tandem","format":1}'], "its first line names no deal"),
        (['{"row":"tandem","format":2,"deal":"acme"}'], "of format 2; this Tandem reads 1"),
        (['{"row":"tandem","deal":"acme"}'], "of format None"),
        (['{"row":"tandem","format":1,"deal":"acme"}'], "The events of acme do not add up"),
        (['{"row":"tandem","format":1,"deal":"acme"}'] * 2, "Line 2: There is one row `tandem`"),
    ],
)
def test_what_is_no_history_is_refused(desk: Desk, lines: list[str], told: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        bring_in(desk, lines)
    assert told in str(refused.value)


def test_a_file_that_is_no_text_is_refused(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "acme.jsonl"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    with (
        file.open(encoding="utf-8") as opened,
        pytest.raises(UnreadableFileError, match="no text in UTF-8"),
        desk.store.write("elsewhere") as unit,
    ):
        import_history(unit, RecordedJobs(), opened)


def into(row: dict[str, Any], *path: str | int) -> Any:  # noqa: ANN401 - any JSON value
    found: Any = row
    for step in path:
        found = found[step]
    return found


@pytest.mark.parametrize(
    ("kind", "change", "told"),
    [
        ("event", lambda row: row.pop("v"), "of no known form"),
        ("event", lambda row: row.update(v=VERSION + 1), "written by a newer Tandem"),
        ("event", lambda row: row.update(v=0), "of no known form"),
        ("event", lambda row: row.update(type="deleted"), "of no known form"),
        ("source", lambda row: row.pop("content"), "lacks 'content'"),
        ("source", lambda row: row.pop("number"), "number: field required"),
        ("source", lambda row: row.update(colour="red"), "colour: extra inputs"),
        ("source", lambda row: row.update(id="beta.s1", deal="beta"), "beta.s1 is of another deal"),
        ("source", lambda row: row.update(deal="beta"), "acme.s1 is of another deal"),
        ("source", lambda row: row.update(id="acme.s9"), "acme.s9 is of another deal"),
        ("source", lambda row: row.update(id="beta.s1"), "beta.s1 is of another deal"),
        ("source", lambda row: into(row, "content").pop("turns"), "turns: field required"),
        ("reading", lambda row: row.pop("published"), "lacks 'published'"),
        ("reading", lambda row: row.update(published="yes"), "`published` is true or false"),
        ("reading", lambda row: row.update(source="acme.s99"), "acme.s99, which does not stand"),
        ("reading", lambda row: row.update(n=0), "n: input should be"),
        ("proposal", lambda row: row.update(id="beta.p1", deal="beta"), "of another deal"),
        ("proposal", lambda row: row.update(id="acme.p9"), "of another deal"),
        ("proposal", lambda row: row.update(source="beta.s1"), "beta.s1, which does not stand"),
        ("proposal", lambda row: row.update(status="open"), "status: input should be"),
        (
            "proposal",
            lambda row: into(row, "edit", "evidence", 0).update(source="beta.s1"),
            "beta.s1, which does not stand",
        ),
        (
            "proposal",
            lambda row: into(row, "edit", "evidence", 0).update(end=999),
            "rests on no words at turn 1, 0-999",
        ),
        ("decision", lambda row: row.update(id="beta.d1", deal="beta"), "of another deal"),
        ("decision", lambda row: row.update(proposal="beta.p1"), "beta.p1, which does not stand"),
        ("decision", lambda row: row.update(verdict="perhaps"), "verdict: input should be"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_by_its_line(
    desk: Desk, kind: str, change: Change, told: str
) -> None:
    lines, number = changed(export(desk), kind, change)
    with pytest.raises(UnreadableFileError) as refused:
        bring_in(desk, lines)
    assert str(refused.value).startswith(f"Line {number}")
    assert told in str(refused.value)
    with desk.store.read("elsewhere") as unit:
        assert not unit.plans.exists("acme")


@pytest.mark.parametrize("kind", ["source", "reading", "proposal", "decision"])
def test_a_row_that_stands_twice_is_refused(desk: Desk, kind: str) -> None:
    lines = export(desk)
    at = line_of(lines, kind)
    with pytest.raises(UnreadableFileError, match=rf"Line {at + 2}: acme.* stands twice"):
        bring_in(desk, [*lines[: at + 1], *lines[at:]])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda row: row.update(title="Another"), "differ in title"),
        (lambda row: row.update(sha256="9" * 64), "differ in sha256"),
    ],
)
def test_a_source_that_contradicts_itself_is_refused(desk: Desk, change: Change, told: str) -> None:
    lines, _ = changed(export(desk), "source", change)
    with pytest.raises(UnreadableFileError, match=told):
        bring_in(desk, lines)


def test_the_same_bytes_as_two_sources_are_refused(desk: Desk) -> None:
    def same(row: dict[str, Any]) -> None:
        row["sha256"] = row["content"]["sha256"] = f"{10:064}"

    lines, _ = changed(export(desk), "source", same)
    with pytest.raises(UnreadableFileError, match="The sources of acme do not fit"):
        bring_in(desk, lines)


def test_events_of_another_deal_or_with_a_gap_are_refused(desk: Desk) -> None:
    lines = export(desk)
    header = json.dumps({"row": "tandem", "format": 1, "deal": "beta"})
    with pytest.raises(UnreadableFileError, match="of beta, its events are of acme"):
        bring_in(desk, [header, *(line for line in lines[1:] if '"row":"event"' in line)])
    at = line_of(lines, "event", 1)
    with pytest.raises(UnreadableFileError, match="do not add up: Event 3 does not follow"):
        bring_in(desk, [*lines[:at], *lines[at + 1 :]])


def test_blank_lines_are_no_rows(desk: Desk) -> None:
    lines = export(desk)
    bring_in(desk, [lines[0], "", *lines[1:], "", ""])
    assert export(desk, "elsewhere") == lines
