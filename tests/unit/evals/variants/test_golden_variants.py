"""Every golden source through every variant: the same each time, and its gold still fits."""

from functools import cache
from pathlib import Path

import pytest

from agent.ports import Quote
from agent.quotes import locate
from evals.cases.loading import load_all
from evals.cases.sample import Sample
from evals.judging.judge import judge
from evals.scorers.edits import strict
from evals.variants import VARIANTS, Variant, varied
from evals.variants.instructions import instruction
from plan.people import match
from tests.unit.evals.small import perfect
from tests.unit.evals.variants.slight import spoken

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"
APPLIES = {
    "asr_noise": 26,
    "no_speaker_labels": 26,
    "swapped_speakers": 26,
    "shuffled_cues": 15,
    "other_time_zone": 24,
    "injected_turn": 44,
    "injected_hidden_html": 18,
    "injected_quoted_history": 18,
}


@cache
def samples() -> tuple[Sample, ...]:
    return tuple(sample for case in load_all([GOLDEN]) for sample in case.samples)


@cache
def pairs(name: str) -> list[tuple[Sample, Sample]]:
    """Each source that a variant applies to, plain and varied."""
    (variant,) = (one for one in VARIANTS if one.name == name)
    found = ((sample, varied(sample, variant)) for sample in samples())
    return [(sample, other) for sample, other in found if other]


def test_each_variant_applies_to_the_sources_it_is_made_for() -> None:
    assert {one.name: len(pairs(one.name)) for one in VARIANTS} == APPLIES


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda one: one.name)
def test_every_variation_falls_the_same_way_each_time_and_in_any_order(variant: Variant) -> None:
    for plain, other in reversed(pairs(variant.name)):
        assert varied(plain, variant) == other


@pytest.mark.parametrize("name", APPLIES)
def test_gold_quotes_stand_in_the_varied_source_word_for_word(name: str) -> None:
    for plain, other in pairs(name):
        turns, before = other.context.source.turns, plain.context.source.turns
        for was, edit in zip(plain.gold.edits, other.gold.edits, strict=True):
            assert all(locate(Quote(text=quote), "", turns) for quote in edit.quote)
            assert edit.model_copy(update={"quote": was.quote}) == was
        for trap, now in zip(plain.gold.traps, other.gold.traps, strict=True):
            for quote, words in zip(trap.quote, now.quote, strict=True):
                if locate(Quote(text=quote), "", before):
                    assert locate(Quote(text=words), "", turns)


@pytest.mark.parametrize("name", APPLIES)
def test_the_gold_of_a_varied_source_against_itself_is_all_right(name: str) -> None:
    for _, other in pairs(name):
        tally = strict(judge(other, perfect(other)))
        assert tally.right == tally.predicted == tally.expected


@pytest.mark.parametrize("name", APPLIES)
def test_the_deal_before_the_source_its_day_and_its_kind_stay(name: str) -> None:
    for plain, other in pairs(name):
        source = plain.context.source
        kept = {"day": source.day, "kind": source.kind, "filename": source.filename}
        assert other.key == plain.key
        assert other.context.model_copy(update={"source": source}) == plain.context
        assert other.context.source.model_dump(include=set(kept)) == kept
        assert other.data != plain.data


@pytest.mark.parametrize("name", ["shuffled_cues", "other_time_zone", "injected_quoted_history"])
def test_variants_that_change_no_word_leave_every_turn_as_it_was(name: str) -> None:
    for plain, other in pairs(name):
        assert spoken(other) == spoken(plain)


def test_without_labels_every_word_is_still_there_in_order() -> None:
    for plain, other in pairs("no_speaker_labels"):
        assert {speaker for speaker, _ in spoken(other)} == {None}
        words = [" ".join(text for _, text in spoken(one)) for one in (plain, other)]
        assert words[0] == words[1]


def test_exactly_two_people_on_different_sides_have_each_others_labels() -> None:
    for plain, other in pairs("swapped_speakers"):
        people = plain.context.plan.stakeholders
        sides = {person.id: person.side for person in people}
        labels = {
            (was, now)
            for (was, text), (now, words) in zip(spoken(plain), spoken(other), strict=True)
            if was != now and text == words
        }
        assert len(labels) == 2
        assert {(now, was) for was, now in labels} == labels
        assert len({sides[match(people, was) or ""] for was, _ in labels}) == 2


@pytest.mark.parametrize("name", ["injected_turn", "injected_hidden_html"])
def test_beside_what_is_injected_every_turn_is_as_it_was(name: str) -> None:
    for plain, other in pairs(name):
        told = instruction(plain)
        assert told
        assert [turn for turn in spoken(other) if turn[1] != told.words] == spoken(plain)


def test_an_instruction_is_said_once_in_a_turn_of_its_own() -> None:
    for plain, other in pairs("injected_turn"):
        told = instruction(plain)
        assert told
        assert [text for _, text in spoken(other)].count(told.words) == 1
