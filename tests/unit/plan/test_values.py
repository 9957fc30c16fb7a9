"""The closed lists are those of the golden cases' FORMAT.md, value for value."""

import re
from pathlib import Path
from typing import get_args

import pytest

from plan import values

FORMAT = Path(__file__).parents[3] / "evals" / "datasets" / "golden" / "FORMAT.md"

ROWS = {
    "stage": values.Stage,
    "side": values.Side,
    "influence": values.Influence,
    "sentiment": values.Sentiment,
    "milestone kind": values.MilestoneKind,
    "phase": values.Phase,
    "milestone status": values.MilestoneStatus,
    "action status": values.ActionStatus,
    "risk severity": values.Severity,
    "risk status": values.RiskStatus,
}


def row(name: str) -> set[str]:
    text = FORMAT.read_text(encoding="utf-8")
    found = re.search(rf"^\| {re.escape(name)} \| (.+) \|$", text, re.MULTILINE)
    assert found, name
    return set(found[1].split(", "))


@pytest.mark.parametrize(("name", "literal"), ROWS.items())
def test_a_list_is_the_one_written_down(name: str, literal: object) -> None:
    assert set(get_args(literal)) == row(name)


def test_roles_are_those_of_both_sides() -> None:
    assert set(get_args(values.Role)) == row("roles (buyer)") | row("roles (seller)")


def test_risk_kinds_and_intents_are_those_written_down() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    kinds = text.partition("Risk kinds. ")[2].partition("\n\n")[0]
    named = set(re.findall(r"`([a-z_]+)`", kinds)) - {"as_of"}
    known = {*get_args(values.SaidRiskKind), *get_args(values.StateRiskKind)}
    assert known <= named
    assert named.isdisjoint(get_args(values.FurtherRiskKind))
    intents = text.partition("Next best action intents: ")[2].partition("\n\n")[0].rstrip(".")
    assert set(re.split(r",\s+", intents.rstrip(".\n"))) == set(get_args(values.Intent))
