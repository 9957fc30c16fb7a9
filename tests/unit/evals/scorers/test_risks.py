"""Risks match by kind, and by person or milestone where the rule is about one thing."""

from collections.abc import Mapping

import pytest

from evals.cases.gold import GoldRisk
from evals.predictions import PredictedRisk
from evals.scorers.risks import RiskTallies, kind_tallies, risk_tallies
from evals.tally import Tally


def said(kind: str, *quotes: str) -> PredictedRisk:
    return PredictedRisk(kind=kind, quotes=quotes)


def tallies(predicted: list[PredictedRisk], *gold: Mapping[str, object]) -> RiskTallies:
    return risk_tallies(predicted, [GoldRisk.model_validate(one) for one in gold])


def test_said_risks_match_by_kind_alone_one_to_one() -> None:
    blocker = {"kind": "blocker_raised", "quote": "no", "stakeholders": ["ada"]}
    found = tallies([said("blocker_raised", "x")], blocker, blocker)
    assert found.said == Tally(right=1, predicted=1, expected=2)
    found = tallies([said("blocker_raised", "x")] * 3, blocker, blocker)
    assert found.said == Tally(right=2, predicted=3, expected=2)


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        ("sponsor_silent", "stakeholders"),
        ("overdue_milestone", "milestones"),
        ("unowned_milestone", "milestones"),
        ("timeline_drift", "milestones"),
    ],
)
def test_a_rule_about_one_thing_counts_each_thing(kind: str, by: str) -> None:
    both = PredictedRisk.model_validate({"kind": kind, by: ["a", "b"]})
    found = tallies([both], {"kind": kind, by: ["a"]}, {"kind": kind, by: ["c"]})
    assert found.state == Tally(right=1, predicted=2, expected=2)
    assert found.said == Tally()


def test_the_other_rules_count_by_kind_alone() -> None:
    one = PredictedRisk(kind="single_threaded", stakeholders=("a",))
    found = tallies([one], {"kind": "single_threaded", "stakeholders": ["b"]})
    assert found.state == Tally(right=1, predicted=1, expected=1)


def test_fresh_risks_are_those_said_in_this_very_source() -> None:
    old = {"kind": "budget_risk", "quote": "tight", "source_nn": "01"}
    new = {"kind": "scope_change", "quote": "also Ghent"}
    carried, renewed = said("budget_risk"), said("budget_risk", "still tight")
    assert tallies([carried], old, new).fresh == Tally(right=0, predicted=0, expected=1)
    assert tallies([renewed], old, new).fresh == Tally(right=0, predicted=0, expected=1)
    found = tallies([carried, said("scope_change", "Ghent"), said("budget_risk", "x")], old, new)
    assert found.fresh == Tally(right=1, predicted=1, expected=1)
    assert found.said == Tally(right=2, predicted=3, expected=2)


def test_a_kind_that_nobody_knows_is_a_wrong_said_one() -> None:
    found = tallies([said("bad_weather", "rain")])
    assert found.said == found.fresh == Tally(right=0, predicted=1, expected=0)
    assert kind_tallies([said("bad_weather")], [])["bad_weather"].predicted == 1
