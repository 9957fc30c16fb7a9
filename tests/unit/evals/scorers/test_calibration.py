import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.judging.verdicts import Judged, Verdict
from evals.predictions import PredictedEdit
from evals.scorers.calibration import calibration
from evals.scores import Bin


def judged(confidence: float | None, verdict: Verdict = "right") -> Judged:
    # An untrusted value gets past the model here: what refuses it is tested below.
    edit = PredictedEdit.model_construct(op="add", entity="action", confidence=confidence)
    return Judged.model_construct(verdict=verdict, predicted=edit)


def test_without_any_confidence_there_is_no_calibration() -> None:
    assert calibration([]) is None
    assert calibration([judged(None), Judged(verdict="missed")]) is None


def test_error_and_bins_of_a_small_set() -> None:
    found = calibration(
        [judged(0.95), judged(0.91), judged(0.62, "partly"), judged(0.68), judged(0.05, "trap")]
    )
    assert found is not None
    assert found.edits == 5
    assert found.bins == (
        Bin(low=0.0, high=0.1, n=1, confidence=0.05, right=0.0),
        Bin(low=0.6, high=0.7, n=2, confidence=0.65, right=0.5),
        Bin(low=0.9, high=1.0, n=2, confidence=0.93, right=1.0),
    )
    assert found.ece == pytest.approx((0.05 + 0.3 + 0.14) / 5, abs=1e-4)
    assert found.brier == pytest.approx(
        (0.05**2 + 0.09**2 + 0.62**2 + 0.32**2 + 0.05**2) / 5, abs=1e-4
    )


@pytest.mark.parametrize("verdict", ["partly", "wrong", "trap", "ungrounded"])
def test_all_but_right_edits_are_not_right(verdict: Verdict) -> None:
    found = calibration([judged(1.0, verdict)])
    assert found is not None
    assert (found.ece, found.brier, found.bins[0].right) == (1.0, 1.0, 0.0)


def test_optional_edits_are_left_out() -> None:
    assert calibration([judged(0.9, "optional")]) is None
    found = calibration([judged(0.9, "optional"), judged(1.0), judged(None, "wrong")])
    assert found is not None
    assert (found.edits, found.ece) == (1, 0.0)


@pytest.mark.parametrize(("confidence", "low"), [(0.0, 0.0), (0.1, 0.1), (0.7, 0.7), (1.0, 0.9)])
def test_a_bound_belongs_to_the_bin_above_it_and_one_to_the_last(
    confidence: float, low: float
) -> None:
    found = calibration([judged(confidence)])
    assert found is not None
    assert [one.low for one in found.bins] == [low]


@pytest.mark.parametrize("confidence", [-0.1, 1.1, math.nan, math.inf])
def test_a_confidence_that_is_none_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="not from 0 to 1"):
        calibration([judged(confidence)])


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_errors_are_shares_and_every_edit_is_in_one_bin(edits: list[tuple[float, bool]]) -> None:
    found = calibration([judged(sure, "right" if right else "wrong") for sure, right in edits])
    assert found is not None
    assert 0 <= found.ece <= 1
    assert 0 <= found.brier <= 1
    assert sum(one.n for one in found.bins) == found.edits == len(edits)
    assert all(one.low - 1e-4 <= one.confidence <= one.high + 1e-4 for one in found.bins)
