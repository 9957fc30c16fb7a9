"""Verdicts on hand-written predictions come out exactly as FORMAT.md says."""

from pathlib import Path

import pytest

from evals.cases.loading import load_all
from evals.cases.sample import Sample
from evals.judging.judge import judge
from evals.judging.verdicts import Verdict
from evals.predictions import PredictedEdit, Prediction
from evals.scorers.edits import lenient, strict
from evals.tally import Tally
from tests.unit.evals.small import edit, perfect, predicted, small_sample

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"
SAMPLES = [sample for case in load_all([GOLDEN]) for sample in case.samples]
LATE = "We won't have it back until the twentieth"
CLOSES = "So the review closes on the twentieth"
PRICING = "I'll send you the pricing sheet by Friday"


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    return small_sample(tmp_path / "small")


def verdicts(sample: Sample, *edits: PredictedEdit) -> list[Verdict]:
    """The verdicts on what was predicted, without the misses."""
    return [one.verdict for one in judge(sample, predicted(*edits)) if one.predicted]


@pytest.mark.parametrize("golden", SAMPLES, ids=lambda one: one.key)
def test_gold_against_itself_is_all_right(golden: Sample) -> None:
    judged = judge(golden, perfect(golden))
    required = sum(one.required for one in golden.gold.edits)
    everything = Tally(right=required, predicted=required, expected=required)
    assert strict(judged) == lenient(judged) == everything


def test_an_empty_prediction_misses_every_required_edit(sample: Sample) -> None:
    judged = judge(sample, Prediction())
    assert [one.verdict for one in judged] == ["missed"] * 5
    assert strict(judged) == Tally(right=0, predicted=0, expected=5)


def test_split_edits_are_merged_before_they_are_matched(sample: Sample) -> None:
    halves = (
        edit("update", "milestone", "security-review", LATE, status="blocked"),
        edit("update", "milestone", "security-review", CLOSES, due="2026-03-20"),
    )
    (whole, *missed) = judge(sample, predicted(*halves))
    assert whole.verdict == "right"
    assert whole.predicted
    assert whole.predicted.set == {"status": "blocked", "due": "2026-03-20"}
    assert whole.predicted.quotes == (LATE, CLOSES)
    assert len(missed) == 4


def test_of_split_edits_the_later_value_counts(sample: Sample) -> None:
    halves = (
        edit("update", "milestone", "security-review", LATE, due="2026-03-20"),
        edit("update", "milestone", "security-review", CLOSES, due="2026-03-27"),
    )
    assert verdicts(sample, *halves) == ["partly"]


def test_what_is_added_and_then_updated_is_one_add(sample: Sample) -> None:
    halves = (
        edit("add", "action", "pricing", PRICING, title="Send pricing", owner="dan-cole"),
        edit("update", "action", "pricing", PRICING, due="2026-03-06"),
    )
    assert verdicts(sample, *halves) == ["right"]


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("send you the pricing sheet by Friday", "right"),
        ("I'll send you the", "right"),  # all of the shorter
        ("on the twentieth. I'll send you the pricing sheet", "right"),  # six of eight
        ("closes on the twentieth. I'll send you the", "right"),  # four of eight: half
        ("review closes on the twentieth. I'll send you", "wrong"),  # three of eight
    ],
)
def test_an_add_is_matched_by_half_of_the_shorter_quote(
    sample: Sample, quote: str, verdict: Verdict
) -> None:
    add = edit("add", "action", "x", quote, title="?", owner="dan-cole", due="2026-03-06")
    assert verdicts(sample, add) == [verdict]


def test_a_wrong_owner_is_partly_right_and_told_field_by_field(sample: Sample) -> None:
    add = edit("add", "action", "x", PRICING, title="?", owner="lena-ortiz", due="2026-03-06")
    (judged, *_) = judge(sample, predicted(add))
    assert judged.verdict == "partly"
    assert [(one.field, one.given, one.right) for one in judged.fields] == [
        ("due", "2026-03-06", True),
        ("owner", "lena-ortiz", False),
    ]
    assert strict([judged]).right == 0
    assert lenient([judged]).right == 1


def test_a_compared_field_left_out_is_wrong_and_a_title_is_not_compared(sample: Sample) -> None:
    add = edit("add", "action", "x", PRICING, title="Whatever", owner="dan-cole")
    (judged, *_) = judge(sample, predicted(add))
    assert [(one.field, one.given, one.right) for one in judged.fields] == [
        ("due", None, False),
        ("owner", "dan-cole", True),
    ]


def test_a_trap_hit_is_wrong_and_says_which_trap(sample: Sample) -> None:
    words = "If we did it all again I'd probably start in June."
    move = edit("update", "milestone", "signature", words, due="2026-06-01")
    (judged, *missed) = judge(sample, predicted(move))
    assert judged.verdict == "trap"
    assert judged.trap
    assert judged.trap.why == "hypothetical"
    assert strict([judged]) == Tally(right=0, predicted=1, expected=0)
    assert len(missed) == 5


def test_words_of_a_trap_beside_words_of_a_gold_edit_are_no_trap_hit(sample: Sample) -> None:
    trap = "If we did it all again I'd probably start in June."
    both = edit("update", "milestone", "security-review", trap, LATE, due="2026-03-20")
    assert verdicts(sample, both) == ["right"]


@pytest.mark.parametrize("value", ["negative", "positive"])
def test_an_optional_edit_is_neither_credit_nor_blame(sample: Sample, value: str) -> None:
    mood = edit("update", "stakeholder", "lena-ortiz", "But the pen test is late.", sentiment=value)
    judged = judge(sample, predicted(mood))
    assert judged[0].verdict == "optional"
    assert strict(judged) == Tally(right=0, predicted=0, expected=5)


def test_words_that_nobody_said_make_an_edit_wrong(sample: Sample) -> None:
    made_up = edit("update", "milestone", "security-review", LATE, "I swear it", due="2026-03-20")
    (judged, *missed) = judge(sample, predicted(made_up))
    assert (judged.verdict, judged.faults) == ("ungrounded", ("I swear it",))
    assert len(missed) == 5
    assert strict([judged]) == Tally(right=0, predicted=1, expected=0)


def test_an_edit_without_any_words_is_wrong(sample: Sample) -> None:
    bare = edit("update", "milestone", "security-review", due="2026-03-20")
    assert verdicts(sample, bare) == ["ungrounded"]


def test_white_space_and_typographic_quotes_do_not_count(sample: Sample) -> None:
    words = "We won’t  have it\nback until the twentieth"
    move = edit("update", "milestone", "security-review", words, due="2026-03-20")
    assert verdicts(sample, move) == ["right"]


def test_a_person_is_matched_by_name_and_owns_by_whatever_id(sample: Sample) -> None:
    words = "she will read the contract by the thirtieth"
    both = (
        edit("add", "action", "read", words, title="?", owner="berg", due="2026-03-30"),
        edit("add", "stakeholder", "berg", "Good.", name="UMA BERG", side="buyer", roles=["legal"]),
    )
    assert verdicts(sample, *both) == ["right", "right"]


def test_an_owner_may_be_given_by_name(sample: Sample) -> None:
    add = edit("add", "action", "x", PRICING, title="?", owner="Dan Cole", due="2026-03-06")
    assert verdicts(sample, add) == ["right"]


def test_more_roles_than_expected_agree_and_fewer_do_not(sample: Sample) -> None:
    words = "Uma Berg joins us from legal"
    many = edit(
        "add", "stakeholder", "u", words, name="U", side="buyer", roles=["legal", "blocker"]
    )
    none = edit("add", "stakeholder", "u", words, name="U", side="buyer", roles=["blocker"])
    assert verdicts(sample, many) == ["right"]
    assert verdicts(sample, none) == ["partly"]


def test_matching_is_one_to_one_best_overlap_first(sample: Sample) -> None:
    worse = edit("add", "action", "a", "send you the pricing sheet by Friday", owner="lena-ortiz")
    better = edit("add", "action", "b", PRICING, owner="dan-cole", due="2026-03-06")
    half = worse.model_copy(update={"quotes": ("the twentieth. I'll send you the pricing sheet",)})
    assert verdicts(sample, half, better) == ["wrong", "right"]


def test_an_update_needs_the_same_item(sample: Sample) -> None:
    other = edit("update", "milestone", "signature", LATE, due="2026-03-20")
    assert verdicts(sample, other) == ["wrong"]


def test_anything_at_all_may_be_predicted(sample: Sample) -> None:
    odd = (
        edit("delete", "universe", None, LATE, nothing={"a": [1]}),
        edit("update", "milestone", "security-review", LATE, due={"at": ["noon"]}, colour="red"),
        edit("update", "deal", None, LATE, amount="lots"),
    )
    assert verdicts(sample, *odd) == ["wrong", "partly", "wrong"]
