"""Sentences that may bear a tag stand together where they are near one another."""

from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.ports import Context
from agent.readers.embedded.candidates.candidate import (
    BESIDE,
    GAP,
    LEAST,
    LONGEST,
    SELDOM_LEAST,
    evidence,
    groups,
    heard,
)
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]
Bear = Callable[..., Material]


@pytest.fixture
def bear(call: Make, hear: Hear) -> Bear:
    """A call whose sentences bear a tag with these likelihoods."""

    def _bear(*likelihoods: float, tag: Tag = Tag.MOVE) -> Material:
        lines = [("Dan Cole", f"Sentence <{at}>.") for at in range(len(likelihoods))]
        return hear(call(*lines), {f"<{at}>": {tag: one} for at, one in enumerate(likelihoods)})

    return _bear


def test_sentences_are_heard_from_the_least_likelihood_on(bear: Bear) -> None:
    read = bear(LEAST - 0.01, LEAST + 0.01, 1.0, 0.0)
    assert heard(read, Tag.MOVE) == [1, 2]
    assert heard(read, Tag.DONE) == []


def test_tags_that_few_bear_are_heard_earlier(bear: Bear) -> None:
    likelihoods = SELDOM_LEAST - 0.01, SELDOM_LEAST + 0.01, LEAST + 0.01
    assert heard(bear(*likelihoods, tag=Tag.GONE), Tag.GONE) == [1, 2]
    assert heard(bear(*likelihoods), Tag.MOVE) == [2]


def test_near_ones_are_one_group_and_far_ones_two(bear: Bear) -> None:
    apart = [0.0] * GAP
    assert list(groups(bear(0.9, *apart[1:], 0.9), Tag.MOVE)) == [(0, GAP)]
    assert list(groups(bear(0.9, *apart, 0.9), Tag.MOVE)) == [(0,), (GAP + 1,)]


def test_a_group_has_no_end_of_sentences(bear: Bear) -> None:
    sizes = [len(group) for group in groups(bear(*[0.9] * (2 * LONGEST + 1)), Tag.MOVE)]
    assert sizes == [LONGEST, LONGEST, 1]


def test_without_a_tag_there_is_no_group(bear: Bear) -> None:
    assert list(groups(bear(), Tag.MOVE)) == []
    assert list(groups(bear(0.9), Tag.DONE)) == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from([0.0, LEAST + 0.01, 0.9]), max_size=40))
def test_groups_hold_what_is_heard_in_order(bear: Bear, likelihoods: list[float]) -> None:
    read = bear(*likelihoods)
    found = list(groups(read, Tag.MOVE))
    assert [at for group in found for at in group] == heard(read, Tag.MOVE)
    assert all(0 < len(group) <= LONGEST for group in found)
    pairs = [pair for group in found for pair in pairwise(group)]
    assert all(later - earlier <= GAP for earlier, later in pairs)


def test_neighbours_that_bear_it_about_as_surely_are_evidence(bear: Bear) -> None:
    read = bear(0.9, 0.9 * BESIDE - 0.01, 0.8, 0.9 * BESIDE + 0.01, 0.0)
    assert evidence(read, Tag.MOVE, 0) == (0, 2, 3)
    assert evidence(read, Tag.MOVE, 0, 1) == (0,)
    assert evidence(read, Tag.MOVE, 4, 2) == (2, 3, 4)


def test_evidence_is_never_what_is_not_heard(bear: Bear) -> None:
    read = bear(LEAST, LEAST - 0.01)
    assert evidence(read, Tag.MOVE, 0) == (0,)
    assert evidence(read, Tag.DONE, 1) == (1,)
