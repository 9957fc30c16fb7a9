"""The rules against the deals a careful person worked out by hand: nothing missed, nothing more."""

from pathlib import Path

import pytest

from agent.assess import assess
from evals.cases.forcing import as_edit
from evals.cases.loading import load_all
from evals.cases.sample import Sample
from evals.predictions import PredictedRisk
from evals.scorers.risks import FROM_STATE, risk_tallies
from plan.readings import Finding

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"
SAMPLES = [sample for case in load_all([GOLDEN]) for sample in case.samples]


def derived(sample: Sample) -> list[PredictedRisk]:
    """The risks of the plan as it is once the required edits are made."""
    edits = [as_edit(one) for one in sample.gold.edits if one.required]
    found = assess(sample.context, [Finding(edit=edit) for edit in edits], ())
    return [
        PredictedRisk(kind=risk.kind, stakeholders=risk.stakeholders, milestones=risk.milestones)
        for risk in found.risks
        if risk.basis == "derived"
    ]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.key)
def test_the_derived_risks_are_exactly_those_of_the_gold(sample: Sample) -> None:
    tally = risk_tallies(derived(sample), sample.gold.risks or ()).state
    assert tally.right == tally.predicted == tally.expected, derived(sample)


def test_all_sources_and_all_kinds_are_covered() -> None:
    assert len(SAMPLES) == 44
    kinds = {risk.kind for sample in SAMPLES for risk in sample.gold.risks or ()}
    assert kinds >= FROM_STATE
