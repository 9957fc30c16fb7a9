"""All figures of a run: perfect for the gold itself, nothing for nothing, exact in between."""

from pathlib import Path

from evals.predictions import PredictedRisk, Prediction
from evals.scores import Scores, StatusCount
from evals.tally import Share, Tally
from tests.unit.evals.made import scored, source_run
from tests.unit.evals.small import edit, predicted

TRAP = "If we did it all again I'd probably start in June."
PRICING = "I'll send you the pricing sheet by Friday"


def mixed(tmp_path: Path) -> Scores:
    """One run with an edit of every verdict: right, partly, wrong, trap, ungrounded, optional."""
    edits = (
        edit("update", "action", "send-soc2", "It did, thank you.", status="done"),
        edit("add", "action", "x", PRICING, title="?", owner="lena-ortiz", due="2026-03-06"),
        edit("update", "milestone", "signature", "Hi Lena.", status="done"),
        edit("update", "milestone", "security-review", TRAP, due="2026-06-01"),
        edit("update", "deal", None, "never said", "nor this", amount=1),
        edit("update", "stakeholder", "lena-ortiz", "But the pen test is late.", sentiment="x"),
    )
    return scored(source_run(tmp_path, predicted(*edits)))


def test_the_gold_itself_is_perfect(tmp_path: Path) -> None:
    found = scored(source_run(tmp_path))
    for one in (found.strict, found.lenient, found.risks.said, found.risks.fresh):
        assert (one.p, one.r, one.f1) == (1, 1, 1)
    assert found.risks.state.f1 == 1
    assert {share.rate for share in found.fields.values()} == {1}
    assert found.next_action == Share(right=1, of=1, rate=1)
    assert (found.traps.hits, found.grounding.faults) == (0, 0)


def test_an_empty_prediction_scores_nothing_and_divides_by_nothing(tmp_path: Path) -> None:
    found = scored(source_run(tmp_path, Prediction()))
    assert (found.strict.p, found.strict.r, found.strict.f1) == (0, 0, 0)
    assert found.strict.interval.f1 == (0, 0)
    assert found.risks.said.r == 0
    assert found.next_action.rate == 0
    assert found.grounding.of == 0
    assert found.calibration is None


def test_no_sources_at_all() -> None:
    found = scored()
    assert found.sources == 0
    assert found.next_action.rate is None


def test_a_known_mixture_comes_out_exactly(tmp_path: Path) -> None:
    found = mixed(tmp_path)
    assert found.counts == {
        "right": 1, "partly": 1, "wrong": 1, "trap": 1, "ungrounded": 1, "optional": 1, "missed": 3,
    }  # fmt: skip
    assert found.strict.tally == Tally(right=1, predicted=5, expected=5)
    assert found.lenient.tally == Tally(right=2, predicted=5, expected=5)
    assert (found.strict.f1, found.lenient.f1) == (0.2, 0.4)
    assert found.fields == {
        "due": Share(right=1, of=1, rate=1),
        "owner": Share(right=0, of=1, rate=0),
        "status": Share(right=1, of=1, rate=1),
    }
    assert (found.traps.hits, found.traps.of) == (1, 1)
    assert found.traps.by_why == {"hypothetical": Share(right=1, of=1, rate=1)}
    assert (found.grounding.faults, found.grounding.of, found.grounding.edits) == (2, 7, 1)
    assert found.statuses == (StatusCount(entity="action", expected="done", given="done", n=1),)


def test_groups_add_up_to_the_whole(tmp_path: Path) -> None:
    found = mixed(tmp_path)
    for groups in (found.by_case, found.by_kind, found.by_format):
        sums = [sum(getattr(one.strict.tally, part) for one in groups.values())
                for part in ("right", "predicted", "expected")]  # fmt: skip
        assert sums == [1, 5, 5]
    assert set(found.by_case) == {tmp_path.name}
    assert set(found.by_format) == {"text"}
    assert found.by_kind["update deal"].counts == {"ungrounded": 1}


def test_each_source_keeps_the_verdicts_on_its_gold_edits(tmp_path: Path) -> None:
    (source,) = mixed(tmp_path).each.values()
    assert source.gold == ("missed", "right", "partly", "missed", "missed", "optional")
    assert (source.traps.right, source.faults, source.action) == (1, 2, False)


def test_a_missed_status_is_in_the_confusion_as_not_given(tmp_path: Path) -> None:
    found = scored(source_run(tmp_path, Prediction()))
    assert found.statuses == (StatusCount(entity="action", expected="done", given=None, n=1),)


def test_risks_by_kind(tmp_path: Path) -> None:
    guess = Prediction(
        risks=(PredictedRisk(kind="budget_risk"), PredictedRisk(kind="no_next_step"))
    )
    kinds = scored(source_run(tmp_path, guess)).risks.by_kind
    assert {kind: one.tally for kind, one in kinds.items()} == {
        "blocker_raised": Tally(right=0, predicted=0, expected=1),
        "budget_risk": Tally(right=0, predicted=1, expected=0),
        "no_next_step": Tally(right=1, predicted=1, expected=1),
    }


def test_scores_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    found = mixed(tmp_path)
    assert Scores.model_validate_json(found.model_dump_json()) == found
