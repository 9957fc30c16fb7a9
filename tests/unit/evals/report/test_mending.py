"""Groups of mistakes, and what mending one would bring."""

from pathlib import Path

import pytest

from evals.predictions import PredictedEdit
from evals.report.mending import Group, groups
from evals.report.mistakes import mistakes
from evals.scorers.edits import strict
from evals.tally import Tally, rate
from tests.unit.evals.report.runs import FLAWED, flawed_source
from tests.unit.evals.small import edit


def made(folder: Path, *edits: PredictedEdit) -> dict[str, Group]:
    source = flawed_source(folder, edits or FLAWED)
    found = groups(mistakes([source]), strict(source.judged))
    return {one.says: one for one in found}


def test_mistakes_are_grouped_by_what_they_share(tmp_path: Path) -> None:
    found = made(tmp_path)

    assert {says: len(group.mistakes) for says, group in found.items()} == {
        "Not said: add action": 1,
        "Trap, hypothetical: add action": 1,
        "Missed: add action": 2,
        "Missed: add stakeholder": 1,
        "Due wrong: update milestone": 1,
        "Needless: add action, on words that change nothing": 1,
    }


def test_what_costs_trust_comes_first_then_what_brings_most(tmp_path: Path) -> None:
    found = list(made(tmp_path).values())

    assert [group.grave for group in found] == [True, True, False, False, False, False]
    gains = [group.gain for group in found if not group.grave]
    assert gains == sorted(gains, reverse=True)


def test_the_gain_is_the_rise_of_f1_were_the_group_mended(tmp_path: Path) -> None:
    source = flawed_source(tmp_path)
    now = strict(source.judged)
    found = {one.says: one.gain for one in groups(mistakes([source]), now)}

    assert now == Tally(right=1, predicted=5, expected=5)

    def f1(right: int, proposed: int) -> float:
        return rate(Tally(right=right, predicted=proposed, expected=5)).f1

    assert found["Missed: add action"] == pytest.approx(f1(3, 7) - f1(1, 5))
    assert found["Due wrong: update milestone"] == pytest.approx(f1(2, 5) - f1(1, 5))
    assert found["Trap, hypothetical: add action"] == pytest.approx(f1(1, 4) - f1(1, 5))


def test_an_edit_with_two_wrong_fields_is_in_both_groups_and_neither_alone_helps(
    tmp_path: Path,
) -> None:
    quote = "I'll send you the pricing sheet by Friday"
    found = made(tmp_path, edit("add", "action", "x", quote, owner="lena-ortiz"))

    assert found["Owner wrong: add action"].gain == 0
    assert found["Due not set: add action"].gain == 0
    assert found["Owner wrong: add action"].mistakes == found["Due not set: add action"].mistakes


def test_missed_updates_say_what_they_set(tmp_path: Path) -> None:
    found = made(tmp_path, edit("add", "action", "x", "Good."))

    assert "Missed: update milestone, due" in found
    assert "Missed: update action, status done" in found


def test_a_needless_edit_on_words_that_mean_another_is_told_apart(tmp_path: Path) -> None:
    found = made(tmp_path, edit("add", "action", "x", "It did, thank you."))

    (needless,) = found["Needless: add action, on words that mean another edit"].mistakes
    (other,) = needless.related
    assert (other.kind, other.verdict, other.anchor) == ("update action", "missed", "deal-01-1")
    (missed,) = found["Missed: update action, status done"].mistakes
    assert [one.anchor for one in missed.related] == ["deal-01-x0"]
