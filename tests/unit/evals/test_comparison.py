"""A run beside the accepted one: what fell beyond noise is worse, what wobbles is the same."""

from pathlib import Path

from evals.comparison import FIGURES, compare
from evals.predictions import Prediction
from evals.run import EditChange
from evals.scores import Scores, SourceScore
from tests.unit.evals.made import scored, source_run


def many(score: Scores, worse: SourceScore, n: int) -> Scores:
    """Twenty sources as good as the one scored, of which the first `n` are worse."""
    (good,) = score.each.values()
    each = {f"case/{i:02}": worse if i < n else good for i in range(20)}
    return score.model_copy(update={"each": each})


def test_two_equal_runs_are_the_same_in_everything(tmp_path: Path) -> None:
    run = scored(source_run(tmp_path))
    found = compare(run, run, "accepted")
    assert {change.verdict for change in found.changes} == {"same"}
    assert [change.figure for change in found.changes] == list(FIGURES)
    assert found.edits == ()


def test_one_source_may_be_chance_and_many_are_not(tmp_path: Path) -> None:
    good = scored(source_run(tmp_path / "a"))
    (bad,) = scored(source_run(tmp_path / "a", Prediction())).each.values()
    was = many(good, bad, 0)
    verdicts = {n: compare(many(good, bad, n), was, "accepted").changes[0] for n in (1, 15)}
    assert (verdicts[1].figure, verdicts[1].verdict) == ("strict.f1", "same")
    assert verdicts[15].verdict == "worse"
    assert (verdicts[15].was, verdicts[15].now) == (1, 0.4)
    assert compare(was, many(good, bad, 15), "accepted").changes[0].verdict == "better"


def test_a_verdict_may_be_made_to_need_more_sources_that_differ(tmp_path: Path) -> None:
    good = scored(source_run(tmp_path / "a"))
    (bad,) = scored(source_run(tmp_path / "a", Prediction())).each.values()
    was = many(good, bad, 0)
    assert compare(many(good, bad, 6), was, "accepted", least=6).changes[0].verdict == "worse"
    few = compare(many(good, bad, 5), was, "accepted", least=6).changes[0]
    assert (few.verdict, few.interval[1] < 0) == ("same", True)


def test_gold_edits_won_and_lost_are_named(tmp_path: Path) -> None:
    good, bad = scored(source_run(tmp_path)), scored(source_run(tmp_path, Prediction()))
    lost = compare(bad, good, "accepted").edits
    key = f"{tmp_path.name}/01"
    assert lost[0] == EditChange(source=key, index=0, was="right", now="missed")
    assert [one.index for one in lost] == [0, 1, 2, 3, 4]


def test_only_sources_that_both_have_are_compared(tmp_path: Path) -> None:
    good, bad = scored(source_run(tmp_path / "a")), scored(source_run(tmp_path / "b", Prediction()))
    found = compare(bad, good, "accepted")
    assert {change.verdict for change in found.changes} == {"same"}
    assert found.edits == ()


def test_a_gold_file_that_grew_is_not_compared_edit_by_edit(tmp_path: Path) -> None:
    run = scored(source_run(tmp_path))
    (key,) = run.each
    grown = run.each[key].model_copy(update={"gold": (*run.each[key].gold, "missed")})
    assert compare(run.model_copy(update={"each": {key: grown}}), run, "accepted").edits == ()
