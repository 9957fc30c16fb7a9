"""What the reading of a source is told of risks and absences before it, on a real store."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from agent.ports import Context
from api.reading_context import context_of
from memory.sql import SqlStore
from plan.observations import Absence, Risk
from plan.readings import Reading, Trace
from plan.sources import Evidence
from tests.integration.tools.desk.acme import NOW, PLAN, Desk
from tools.desk.marking import Judged, mark_risk
from tools.desk.opening import open_deal
from tools.desk.publishing import publish
from tools.desk.watching import look


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = SqlStore(f"sqlite:///{tmp_path / 'tandem.db'}")
    store.upgrade()
    here = Desk(store)
    with here.write() as unit:
        open_deal(unit, PLAN, here.acting())
    yield here
    store.close()


def words(source: str) -> Evidence:
    return Evidence(source=source, turn=1, start=0, end=7)


def blocker(*sources: str) -> Risk:
    said = tuple(words(one) for one in sources)
    return Risk(kind="blocker_raised", milestones=("pilot",), evidence=said, basis="said")


def away(source: str) -> Absence:
    return Absence(person="ada-okafor", until=date(2026, 4, 1), evidence=(words(source),))


def found(
    desk: Desk, day: int, source: str, risks: Sequence[Risk], absences: Sequence[Absence] = ()
) -> None:
    """Publish what a reading of a source of a day in March found, and look at the deal."""
    reading = Reading(
        source=source,
        n=1,
        plan_version=1,
        risks=tuple(risks),
        absences=tuple(absences),
        trace=Trace(reader="scripted"),
        finished_at=NOW,
    )
    with desk.write() as unit:
        unit.readings.keep(reading)
        publish(unit, source, 1, NOW)
        look(unit, "acme", risks, date(2026, 3, day))


def context(desk: Desk, source: str) -> Context:
    with desk.store.read("default") as unit:
        return context_of(unit, source)


def verdict(desk: Desk, said: Judged) -> None:
    with desk.write() as unit:
        mark_risk(unit, "acme", said, desk.acting(), NOW.date())


def test_a_later_source_is_told_of_open_risks_and_absences(desk: Desk) -> None:
    first, second = desk.source(10), desk.source(12)
    found(desk, 10, first, [blocker(first)], [away(first)])
    seen = context(desk, second)
    assert seen.risks == (blocker(first),)
    assert seen.absences == (away(first),)
    assert (seen.settled, seen.late) == ((), False)


def test_what_only_an_earlier_reading_of_the_source_found_is_to_be_found_anew(desk: Desk) -> None:
    first, second = desk.source(10), desk.source(12)
    found(desk, 10, first, [blocker(first)])
    found(desk, 12, second, [blocker(first, second)], [away(second)])
    seen = context(desk, second)
    assert seen.risks == (blocker(first),)
    assert seen.absences == ()


def test_an_older_source_is_late_and_told_what_was_settled_since(desk: Desk) -> None:
    first, third = desk.source(10), desk.source(14)
    found(desk, 10, first, [blocker(first)])
    found(desk, 14, third, [])
    seen = context(desk, desk.source(11))
    assert seen.late
    assert [one.key for one in seen.settled] == [blocker(first).key]


def test_what_was_settled_before_may_be_said_anew(desk: Desk) -> None:
    first, second, third = desk.source(10), desk.source(11), desk.source(14)
    found(desk, 10, first, [blocker(first)])
    found(desk, 11, second, [])
    assert context(desk, desk.source(15)).settled == (), "the latest"
    found(desk, 14, third, [])
    assert context(desk, desk.source(12)).settled == (), "settled by an earlier one"


def test_what_later_sources_opened_and_settled_is_settled(desk: Desk) -> None:
    second, third = desk.source(12), desk.source(14)
    found(desk, 12, second, [blocker(second)])
    found(desk, 14, third, [])
    assert [one.key for one in context(desk, desk.source(11)).settled] == [blocker(second).key]


def test_what_is_still_open_is_not_settled(desk: Desk) -> None:
    first, third = desk.source(10), desk.source(14)
    found(desk, 10, first, [blocker(first)])
    found(desk, 14, third, [blocker(first)])
    assert context(desk, desk.source(11)).settled == ()


@pytest.mark.parametrize(
    ("said", "statuses"),
    [
        (Judged(risk="blocker_raised.pilot", verdict="dismissed", reason="known"), ["dismissed"]),
        (Judged(risk="blocker_raised.pilot", verdict="settled", reason="over"), []),
    ],
)
def test_what_people_said_to_a_risk_is_told(desk: Desk, said: Judged, statuses: list[str]) -> None:
    first = desk.source(10)
    found(desk, 10, first, [blocker(first)])
    verdict(desk, said)
    assert [one.status for one in context(desk, desk.source(25)).risks] == statuses


def test_a_day_later_nothing_has_changed(desk: Desk) -> None:
    first = desk.source(10)
    found(desk, 10, first, [blocker(first)])
    before = context(desk, desk.source(12))
    with desk.write() as unit:
        look(unit, "acme", [blocker(first)], date(2026, 3, 10) + timedelta(days=1))
    assert context(desk, desk.source(12)).risks == before.risks
