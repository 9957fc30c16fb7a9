"""How often the first next action is right, given the right plan and risks."""

from pathlib import Path

import pytest

from agent.next import ranked
from evals.bench.next_actions import as_it_should_be, days_of
from evals.cases.loading import load_all
from evals.datasets import GOLDEN
from evals.predictions import PredictedAction
from evals.scorers.next_action import first_is_right


@pytest.mark.parametrize(("folder", "least"), [(GOLDEN, 0.85), (GOLDEN.parent / "dev", 0.9)])
def test_the_first_next_action_is_right_given_the_golds_risks(folder: Path, least: float) -> None:
    right: list[bool] = []
    for case in load_all([folder]):
        for sample in case.samples:
            actions = ranked(as_it_should_be(sample, days_of(case)))
            told = [PredictedAction(intent=one.intent, to=one.to) for one in actions]
            found = first_is_right(told, sample.gold.next_best_action)
            if found is not None:
                right.append(found)
    assert sum(right) >= least * len(right)
