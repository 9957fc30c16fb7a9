"""Figures become a metric's baseline, target or actual value."""

from collections.abc import Callable, Mapping

import pytest

from agent.ports import Context
from agent.readers.embedded.candidates.outcomes import FIGURES, read
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag
from plan.models import Plan

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]

PRIYA = "Priya Raman"
SCRIPT = {"errors": {Tag.OUTCOME: 0.8}}


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Picking errors: 1.9 percent.", [{"actual": 1.9}]),
        ("Picking errors: one point nine percent.", [{"actual": 1.9}]),
        ("Picking errors are at 1.9 today.", [{"actual": 1.9}]),
        ("Picking errors have to be down to 0.5.", [{"target": 0.5}]),
        ("Our baseline of picking errors was 2.6.", [{"baseline": 2.6}]),
        (
            "Our baseline of picking errors, 2.6, should be the target.",
            [{"baseline": 2.6}, {"target": 2.6}],
        ),
        ("Picking errors: 1.9, then 1.7.", [{"actual": 1.9}, {"actual": 1.7}]),
        ("Picking errors are at 2.4, and 0.8 is the goal.", []),
        ("Picking errors: 5000 of them.", []),
        ("Picking errors on March 2.", []),
        ("Picking errors, then.", []),
    ],
)
def test_every_figure_that_can_be_the_metric_s(
    call: Make, hear: Hear, words: str, values: list[dict[str, float]]
) -> None:
    found = list(read(hear(call((PRIYA, words)), SCRIPT)))
    assert [dict(one.claim.set) for one in found] == values
    assert all((one.tag, one.claim.id) == (Tag.OUTCOME, "pick-errors") for one in found)
    assert all(one.share > 0.5 and one.claim.evidence == (0,) for one in found)


def test_the_less_telling_value_ranks_lower(call: Make, hear: Hear) -> None:
    words = "Our baseline of picking errors, 2.6, should be the target."
    assert [one.rank for one in read(hear(call((PRIYA, words)), SCRIPT))] == [0, 1]


def test_a_list_of_figures_has_an_end(call: Make, hear: Hear) -> None:
    figures = ", ".join(f"1.{n}" for n in range(1, 10))
    assert len(list(read(hear(call((PRIYA, f"Picking errors: {figures}.")), SCRIPT)))) == FIGURES


def test_what_is_not_heard_or_has_no_metric_is_no_figure(
    call: Make, hear: Hear, empty_plan: Plan
) -> None:
    said = (PRIYA, "Picking errors: 1.9 percent.")
    assert not list(read(hear(call(said), {"errors": {Tag.DONE: 0.9}})))
    assert not list(read(hear(call(said, plan=empty_plan), SCRIPT)))
