from pathlib import Path

import pytest

from evals.cases.sample import Sample
from evals.run import SourceRun
from evals.variants import Harm, varied
from evals.variants.swapped_speakers import SWAPPED_SPEAKERS
from tests.unit.evals.small import edit
from tests.unit.evals.variants.slight import MAIL, gold_edit, run_of, sample_of, spoken

CALL = """\
Lena Ortiz: The pen test is late and we will not have the report back until the twentieth.
Tom Vance: I see, so the review itself cannot close before that day, which is a pity.
Dan Cole: I'll tell them.
Lena Ortiz: Good.
Dan Cole: Now.
Kai Unknown: I only listen.
"""
LATE = "until the twentieth"
TELL = "I'll tell them."
GOLD = (
    gold_edit("milestone", "security-review", LATE, owner="lena-ortiz", due="2026-03-20"),
    gold_edit("action", "send-soc2", TELL, owner="dan-cole"),
)


@pytest.fixture
def plain(tmp_path: Path) -> Sample:
    return sample_of(tmp_path, CALL, *GOLD)


@pytest.fixture
def swapped(plain: Sample) -> Sample:
    found = varied(plain, SWAPPED_SPEAKERS)
    assert found
    return found


def harm(plain: Sample, varied: SourceRun) -> Harm:
    return SWAPPED_SPEAKERS.harm(run_of(plain), varied)


def test_who_speaks_most_and_who_does_on_the_other_side_change_labels(
    plain: Sample, swapped: Sample
) -> None:
    labels = {"Lena Ortiz": "Dan Cole", "Dan Cole": "Lena Ortiz"}
    assert spoken(swapped) == [(labels.get(who or "", who), text) for who, text in spoken(plain)]
    assert swapped.gold == plain.gold


def test_on_one_side_the_two_who_speak_most_change_labels(tmp_path: Path) -> None:
    call = CALL.replace("Dan Cole", "Kai Unknown")
    swapped = varied(sample_of(tmp_path, call), SWAPPED_SPEAKERS)
    assert swapped
    assert [who for who, _ in spoken(swapped)][:3] == ["Tom Vance", "Lena Ortiz", "Kai Unknown"]


@pytest.mark.parametrize("call", [MAIL, CALL.replace("Tom Vance", "X Y").replace("Dan Cole", "Z")])
def test_where_fewer_than_two_people_of_the_deal_speak_nothing_is_varied(
    tmp_path: Path, call: str
) -> None:
    assert varied(sample_of(tmp_path, call), SWAPPED_SPEAKERS) is None


def test_a_wrong_owner_of_the_two_is_harm_unless_it_is_doubted(
    plain: Sample, swapped: Sample
) -> None:
    wrong = edit("update", "action", "send-soc2", TELL, owner="lena-ortiz")
    doubted = wrong.model_copy(update={"warnings": ("Labels look exchanged.",)})
    assert harm(plain, run_of(swapped, wrong)) == Harm(1, 1)
    assert harm(plain, run_of(swapped, doubted)) == Harm(0, 1)


def test_a_right_owner_a_third_one_and_an_unmatched_edit_are_no_harm(
    plain: Sample, swapped: Sample
) -> None:
    found = (
        edit("update", "action", "send-soc2", TELL, owner="tom-vance"),
        edit("update", "milestone", "security-review", LATE, owner="lena-ortiz"),
        edit("update", "milestone", "signature", LATE, owner="dan-cole"),
    )
    assert harm(plain, run_of(swapped, *found)) == Harm(0, 2)
