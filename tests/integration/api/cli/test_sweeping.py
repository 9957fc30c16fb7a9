"""`tandem sweep`, and the sweeps beside what runs."""

from datetime import date
from time import sleep

import pytest

from api.cli.session import Session, session
from api.cli.sweeping import sweeping
from tests.integration.api.cli.typed import Typed

NEW = ("--name", "Acme WMS", "--account", "Acme", "--seller", "Us")
NOTHING = {"deals": 0, "opened": 0, "renewed": 0, "worsened": 0, "settled": 0}


def forget(*deals: str) -> None:
    """Let it be as if nobody had looked at the deals."""
    with session() as now, now.write() as unit:
        for deal in deals:
            unit.wakes.set(deal, None, 0)


def test_a_sweep_looks_at_what_is_due_and_tells_how_much(typed: Typed) -> None:
    for deal in ("acme", "other"):
        typed.run("new", deal, *NEW)
    assert typed.json("sweep") == NOTHING
    forget("acme")
    assert typed.run("sweep").startswith("Deals looked at: 1. Risks new: 0, anew: 0,")
    assert typed.json("sweep") == NOTHING


def test_another_day_is_looked_at(typed: Typed) -> None:
    typed.run("new", "acme", *NEW)
    forget("acme")
    typed.json("sweep", "--on", "2999-01-01")
    with session() as now, now.read() as unit:
        days = {one.last_seen_on for one in unit.ledger.of("acme") if one.settled_on is None}
    assert days == {date(2999, 1, 1)}


def test_what_runs_sweeps_all_workspaces_beside_it(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for workspace in ("default", "other"):
        monkeypatch.setenv("TANDEM_WORKSPACE", workspace)
        typed.run("new", "acme", *NEW)
        forget("acme")
    with session() as now, sweeping(now):
        _wait_until_swept(now, "default", "other")


def _wait_until_swept(now: Session, *workspaces: str) -> None:
    for _ in range(1000):
        due = 0
        for workspace in workspaces:
            with now.tandem.store.read(workspace) as unit:
                due += len(unit.wakes.due(now.tandem.now().date()))
        if not due:
            return
        sleep(0.01)
    pytest.fail("nothing swept these workspaces")
    raise AssertionError("Not all was swept.")


def test_days_need_a_time_zone_that_there_is(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TANDEM_TIME_ZONE", "Atlantis/Capital")
    assert "TANDEM_TIME_ZONE cannot be used" in typed.run("sweep", code=2)
