"""Which figures decide a verdict."""

import pytest

from evals.run import Change
from evals.trials.judgement import sentence, verdict


def figures(**verdicts: str) -> tuple[Change, ...]:
    """All deciding figures and one other, the same but where a verdict is given."""
    names = {"strict": "strict.f1", "traps": "traps avoided", "quotes": "grounded edits"}
    return tuple(
        Change(
            figure=names.get(key, key),
            was=0.5,
            now=0.75,
            interval=(0.125, 0.375),
            verdict=verdicts.get(key, "same"),
        )
        for key in (*names, "risks.said.f1")
    )


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ({}, "same"),
        ({"strict": "better"}, "better"),
        ({"strict": "worse"}, "worse"),
        ({"traps": "better"}, "better"),
        ({"strict": "better", "traps": "worse"}, "worse"),
        ({"strict": "better", "quotes": "worse"}, "worse"),
        ({"risks.said.f1": "worse"}, "same"),
    ],
)
def test_trust_goes_before_finding_more(verdicts: dict[str, str], expected: str) -> None:
    assert verdict(figures(**verdicts)) == expected


def test_the_sentence_names_every_figure_that_decided() -> None:
    found = sentence("v3", "v4", figures(strict="better", traps="worse"), 44, 20)
    assert found == (
        "v4 reads worse than v3: strict F1 0.500 to 0.750 (+0.250, 95 % interval +0.125 to +0.375)"
        "; traps avoided 0.500 to 0.750 (+0.250, 95 % interval +0.125 to +0.375), over 44 sources."
    )
