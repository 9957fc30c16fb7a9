"""Every candidate, of whatever kind, is told to the scorer in one row of the same numbers."""

from collections.abc import Callable, Mapping

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.ports import Context
from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.candidates.features import KINDS, RULED, best, rows
from agent.readers.embedded.candidates.gather import gather
from agent.readers.embedded.claims import Claim
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import CHANGES, Tag
from plan.models import Plan

Make = Callable[..., Context]
Script = Mapping[str, Mapping[Tag, float]]
Hear = Callable[[Context, Script], Material]
Calls = Callable[[Callable[[], object]], int]

DAN, MIA, LENA, PRIYA = "Dan Cole", "Mia Berg", "Lena Ortiz", "Priya Raman"
EVERYTHING = dict.fromkeys(CHANGES, 0.8)
WORDS = (
    "I'll send the price list for the security review by April 17, so Mia has it.",
    "Meet Nora Blake, our counsel: picking errors are at 1.9 today.",
    "We negotiate 225,000 now.",
)
LINES = tuple(zip((DAN, PRIYA, LENA), WORDS, strict=True))


def everything(hear: Hear, context: Context) -> Material:
    """A source all of whose sentences may change anything."""
    return hear(context, dict.fromkeys(WORDS, EVERYTHING))


def test_all_kinds_of_candidates_have_rows_of_one_width(call: Make, hear: Hear) -> None:
    read = everything(hear, call(*LINES))
    found = gather(read)
    told = rows(read, found)
    assert {(one.tag, one.claim.entity) for one in found} >= {*KINDS}
    assert told.shape[0] == len(found)
    assert told.dtype == np.float32
    assert np.isfinite(told).all()


def test_a_row_s_width_depends_on_nothing(
    call: Make, mail: Make, hear: Hear, empty_plan: Plan
) -> None:
    contexts = (
        call(*LINES),
        call(*LINES, plan=empty_plan),
        mail(DAN, *WORDS, to=[LENA]),
        call(("Speaker 9", WORDS[2])),
    )
    read = [everything(hear, context) for context in contexts]
    told = [rows(one, gather(one)) for one in read]
    assert all(len(one) for one in told)
    assert len({one.shape[1] for one in told}) == 1


def test_no_candidate_has_no_row(call: Make, hear: Hear) -> None:
    read = hear(call((DAN, "Hm.")), {})
    assert gather(read) == ()
    assert len(rows(read, ())) == 0


def test_a_row_tells_its_candidate_s_kind_and_no_other(call: Make, hear: Hear) -> None:
    read = everything(hear, call(*LINES))
    found = gather(read)
    for one, row in zip(found, rows(read, found), strict=True):
        told = [kind for kind, value in zip(KINDS, row, strict=False) if value]
        kind = (one.tag, one.claim.entity)
        assert told == ([kind] if kind in KINDS else [])


def test_one_column_is_how_sure_the_rules_are(call: Make, hear: Hear) -> None:
    read = everything(hear, call(*LINES))
    found = gather(read)
    ruled = [np.float32(one.ruled) for one in found]
    assert len(set(ruled)) > 2
    assert rows(read, found)[:, RULED].tolist() == ruled


@pytest.mark.parametrize("ruled", [0.0, 0.25, 1.0])
def test_it_is_the_rules_column_alone_that_changes_with_them(
    call: Make, hear: Hear, ruled: float
) -> None:
    read = hear(call(*LINES), {})
    claim = Claim("update", "milestone", "pilot", {"status": "done"}, (0,), 0.5, "Said so.")
    (plain,) = rows(read, [Candidate(claim, Tag.DONE, 0.4, 0.3, 2, 0.5)])
    (other,) = rows(read, [Candidate(claim, Tag.DONE, 0.4, 0.3, 2, ruled)])
    assert np.flatnonzero(plain != other).tolist() == [RULED]
    assert other[RULED] == ruled


def test_an_item_that_is_none_of_the_plan_is_unknown(call: Make, hear: Hear) -> None:
    read = hear(call(*LINES), {})
    told = [
        rows(
            read,
            [
                Candidate(
                    Claim("update", "milestone", item, {"status": "done"}, (0,), 0.5, "Said so."),
                    Tag.DONE,
                )
            ],
        )
        for item in ("pilot", "nothing")
    ]
    assert told[0].shape == told[1].shape
    assert (told[1] == -1).sum() > (told[0] == -1).sum()


def test_the_best_sentence_is_the_one_that_bears_the_tag_most(call: Make, hear: Hear) -> None:
    read = hear(call(*LINES), {WORDS[0]: {Tag.DONE: 0.3}, WORDS[2]: {Tag.DONE: 0.6}})
    claim = Claim("update", "milestone", "pilot", {"status": "done"}, (0, 1, 2), 0.5, "Said so.")
    assert best(read, Candidate(claim, Tag.DONE)) == 2
    first = rows(read, [Candidate(claim, Tag.DONE)])
    assert first[0, len(KINDS) + 1] == pytest.approx(0.6)


def test_rivals_for_the_same_words_are_told(call: Make, hear: Hear) -> None:
    read = everything(hear, call((DAN, WORDS[0])))
    found = gather(read)
    together, alone = rows(read, found)[0], rows(read, found[:1])[0]
    assert not np.array_equal(together, alone)
    assert np.array_equal(together[: RULED + 1], alone[: RULED + 1])


words = st.sampled_from([*WORDS, "Scratch that.", "Yes, on Friday.", "Tom left.", "Hm."])
lines = st.lists(st.tuples(st.sampled_from([DAN, LENA, "Nora Blake", "Speaker 9"]), words))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lines.map(lambda found: found[:8]), st.data())
def test_whatever_is_heard_each_candidate_is_one_and_rests_on_words(
    call: Make, hear: Hear, lines: list[tuple[str, str]], data: st.DataObject
) -> None:
    likely = st.dictionaries(st.sampled_from(CHANGES), st.sampled_from([0.04, 0.13, 0.9]))
    script = {text: data.draw(likely) for text in dict.fromkeys(text for _, text in lines)}
    read = hear(call(*lines), script)
    found = gather(read)
    for one in found:
        evidence = one.claim.evidence
        assert evidence == tuple(sorted(set(evidence))) != ()
        assert set(evidence) <= set(range(len(read.sentences)))
        assert one.claim.set
        assert 0 <= one.share <= 1
    told = rows(read, found)
    assert len(told) == len(found)
    assert np.isfinite(told).all()


def hostile(call: Make, hear: Hear, many: int, more: str) -> Material:
    said = [
        (DAN if at % 2 else LENA, f"I'll send sheet {at} by Friday.{more}") for at in range(many)
    ]
    return hear(call(*said), {"I'll": {Tag.PROMISE: 0.9}})


@pytest.mark.parametrize("more", ["", " Scratch that."], ids=["promises", "taken back"])
def test_a_source_twice_as_long_takes_twice_the_work(
    call: Make, hear: Hear, calls: Calls, more: str
) -> None:
    half, whole = (hostile(call, hear, many, more) for many in (100, 200))
    few, all_ = gather(half), gather(whole)
    assert 0 < len(all_) < 2.2 * len(few)
    assert calls(lambda: gather(whole)) < 2.2 * calls(lambda: gather(half))
    assert calls(lambda: rows(whole, all_)) < 2.2 * calls(lambda: rows(half, few))


def test_what_is_said_a_thousand_times_makes_few_candidates_for_each(
    call: Make, hear: Hear
) -> None:
    """Four people at most for each of the days that stand near a group's words."""
    many = 500
    assert len(gather(hostile(call, hear, many, ""))) <= 4 * many
