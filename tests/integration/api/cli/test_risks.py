"""`tandem risks`: of a plan file without a database, of a stored deal, and what becomes of them."""

import sys
from pathlib import Path
from typing import Any

import pytest

from api.cli import main
from plan.risks import derived_risks
from tests.e2e.tandem import GOLDEN
from tests.integration.api.cli.typed import Typed
from tools.exchange.plan_file import read_plan

CASES = sorted(GOLDEN.glob("*/deal.yaml"))
BLUEGUM = str(GOLDEN / "bluegum-rosters" / "deal.yaml")
DEAL = "bluegum-rosters"
OVERDUE = "overdue_milestone.trial"
LATE = ("--on", "2026-05-12")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.parent.name)
def test_a_golden_plan_file_is_looked_at_without_a_database(
    typed: Typed, tmp_path: Path, case: Path
) -> None:
    plan = read_plan(case.read_text(encoding="utf-8")).to_plan()
    day = plan.as_of.replace(year=plan.as_of.year + 1)
    found: Any = typed.json("risks", "--plan", str(case), "--on", day.isoformat())
    shown = [(one["key"], one["severity"], one["why"], one["evidence"]) for one in found]
    derived = derived_risks(plan, {}, day)
    assert shown == [(one.key, one.severity, one.why, []) for one in derived]
    assert shown
    assert not (tmp_path / "var").exists()


def test_each_risk_says_all_there_is_to_it(typed: Typed) -> None:
    found: Any = typed.json("risks", "--plan", BLUEGUM, *LATE)
    (one,) = (one for one in found if one["key"] == OVERDUE)
    assert (one["kind"], one["severity"], one["basis"]) == ("overdue_milestone", "high", "derived")
    assert (one["milestones"], one["stakeholders"]) == (["trial"], [])
    assert (one["since"], one["quiet_until"], one["quiet_why"]) == ("2026-05-08", None, "")
    told = typed.run("risks", "--plan", BLUEGUM, *LATE)
    assert f"high {OVERDUE} since 2026-05-08 {one['why']}" in told


def test_a_plan_file_without_a_day_is_looked_at_today(typed: Typed) -> None:
    assert OVERDUE in typed.run("risks", "--plan", BLUEGUM)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Name a deal, or a plan file"),
        (("acme", "--plan", BLUEGUM), "Name a deal, or a plan file"),
        (("--plan", "nowhere.yaml"), "cannot be read"),
        (("nowhere",), "no deal `nowhere`"),
        (("dismiss", "nowhere", OVERDUE, "--reason", "no"), "no deal `nowhere`"),
        (("--plan", BLUEGUM, "--on", "May"), "does not match"),
    ],
)
def test_what_cannot_be_looked_at_is_told(typed: Typed, words: tuple[str, ...], told: str) -> None:
    assert told in typed.run("risks", *words, code=2).replace(" │ ", " ")


def test_a_stored_deal_is_looked_at_and_a_risk_is_judged(typed: Typed) -> None:
    typed.run("import", BLUEGUM)
    assert OVERDUE in typed.run("risks", DEAL, *LATE)
    assert OVERDUE not in typed.run("risks", DEAL, "--on", "2026-05-07")
    assert typed.run("risks", "dismiss", DEAL, OVERDUE, "--reason", "Jess knows.") == (
        f"{OVERDUE}: dismissed."
    )
    assert OVERDUE not in typed.run("risks", DEAL)
    assert "dismissed by rep on" in typed.run("risks", DEAL, "--all")
    assert ": Jess knows." in typed.run("risks", DEAL, "--all")
    typed.run("risks", "reopen", DEAL, OVERDUE)
    assert OVERDUE in typed.run("risks", DEAL)


@pytest.mark.parametrize(
    ("command", "verdict", "status"),
    [("settle", "settled", "resolved"), ("wrong", "wrong", "dismissed")],
)
def test_a_verdict_is_answered_with_the_risk(
    typed: Typed, command: str, verdict: str, status: str
) -> None:
    typed.run("import", BLUEGUM)
    done: Any = typed.json("risks", command, DEAL, OVERDUE, "--reason", "We met.")
    assert (done["key"], done["status"]) == (OVERDUE, status)
    assert (done["verdict"]["verdict"], done["verdict"]["reason"]) == (verdict, "We met.")
    every: Any = typed.json("risks", DEAL, "--all")
    assert done in every
    still_open: Any = typed.json("risks", DEAL)
    assert done not in still_open


def test_a_verdict_on_what_is_not_there_tells_what_is(typed: Typed) -> None:
    typed.run("import", BLUEGUM)
    told = typed.run("risks", "settle", DEAL, "overdue_milestone.nothing", code=2)
    assert "no risk `overdue_milestone.nothing`" in told
    assert f"`{OVERDUE}`" in told
    assert "reason" in typed.run("risks", "dismiss", DEAL, OVERDUE, code=2)
    assert "Say why" in typed.run("risks", "wrong", DEAL, OVERDUE, "--reason", " ", code=2)


def test_a_plan_with_nothing_at_risk_says_so(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "deal.yaml"
    file.write_text(
        "deal: {id: won, name: Won, account: Acme, seller: Us, stage: closed_won}\n"
        "as_of: 2026-03-02\nplan: {}\n"
    )
    assert "Nothing is at risk" in typed.run("risks", "--plan", str(file), "--on", "2026-03-02")
    assert typed.json("risks", "--plan", str(file), "--on", "2026-03-02") == []


@pytest.mark.parametrize(
    ("country", "told"), [("", "no country"), (", country: QQ", "of QQ"), (", country: NO", "")]
)
def test_holidays_that_are_not_known_are_told(
    typed: Typed, tmp_path: Path, country: str, told: str
) -> None:
    file = tmp_path / "deal.yaml"
    file.write_text(
        f"deal: {{id: won, name: Won, account: Acme, seller: Us{country}}}\n"
        "as_of: 2026-03-02\nplan: {}\n"
    )
    typed.monkeypatch.setattr(
        sys, "argv", ["tandem", "risks", "--plan", str(file), "--on", "2026-03-02"]
    )
    with pytest.raises(SystemExit):
        main()
    noted = typed.capsys.readouterr().err
    assert ("public holidays" in noted) is bool(told)
    assert told in noted
