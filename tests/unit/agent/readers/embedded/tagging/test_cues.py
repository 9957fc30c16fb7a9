"""What rules know of a sentence reaches the network as one row, its neighbours' beside it."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.ports import Context
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.tagging.cues import (
    DATED,
    FEW,
    LATELY,
    MANY,
    OWN,
    SAID,
    SIGNALS,
    TOPIC,
    WIDTH,
)
from agent.readers.embedded.tagging.tagger import Spoken
from plan.models import Plan

Make = Callable[..., Context]
Told = Callable[[Context], Spoken]

DAN, LENA, PRIYA = "Dan Cole", "Lena Ortiz", "Priya Raman"

DAYS = len(SIGNALS)
STANDING, NEW, PLANNED, PAST, REJECTED, UNSURE, SEVERAL = range(DAYS, DAYS + DATED)
ABOUT = DAYS + DATED
NAMED, LATELY_NAMED, CLOSED, ACTION, OWNS, KIND, SAME_DAY = range(ABOUT, ABOUT + TOPIC)
HOW = ABOUT + TOPIC
SELLER, BUYER, NOBODY, NAMES, BRIEF, LONG, FIGURE, DIGITS = range(HOW, HOW + SAID)
INTRODUCED, WRITTEN = range(HOW + SAID, OWN)


def row(spoken: Spoken, at: int = 0) -> Rows:
    """A sentence's own numbers."""
    own: Rows = spoken.cues[at, :OWN]
    return own


def test_a_row_is_as_wide_as_told_and_its_neighbours_stand_beside(call: Make, told: Told) -> None:
    said = [(DAN, "I'll send it by Friday."), (LENA, "Is the pilot done?"), (DAN, "Not yet.")]
    cues = told(call(*said)).cues
    assert cues.shape == (3, WIDTH)
    assert cues.dtype == np.float32
    assert WIDTH == 3 * OWN
    own, before, after = cues[:, :OWN], cues[:, OWN : 2 * OWN], cues[:, 2 * OWN :]
    assert np.array_equal(before[1:], own[:-1])
    assert np.array_equal(after[:-1], own[1:])
    assert not before[0].any()
    assert not after[-1].any()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from([DAN, LENA, "Speaker 9"]), st.text(max_size=40))))
def test_whatever_is_said_rows_are_finite_and_one_a_sentence(
    call: Make, told: Told, lines: list[tuple[str, str]]
) -> None:
    spoken = told(call(*lines))
    assert spoken.cues.shape == (len(spoken.sentences), WIDTH)
    assert len(spoken.labels) == len(spoken.sentences)
    assert np.isfinite(spoken.cues).all()


def test_a_source_without_words_has_no_rows(call: Make, told: Told) -> None:
    assert told(call()).cues.shape == (0, WIDTH)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("I'll send you the price list.", Signal.COMMIT),
        ("Is it done?", Signal.QUESTION),
        ("Scratch that.", Signal.RETRACT),
    ],
)
def test_signals_stand_at_their_places(call: Make, told: Told, words: str, signal: Signal) -> None:
    assert row(told(call((DAN, words))))[SIGNALS.index(signal)] == 1
    assert row(told(call((DAN, "Hm."))))[SIGNALS.index(signal)] == 0


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("We meet on March 12.", {STANDING, NEW}),
        ("We meet on March 20.", {STANDING, PLANNED}),
        ("We met on March 2.", {PAST}),
        ("Not on March 12.", {REJECTED}),
        ("Not on March 20.", {REJECTED, PLANNED}),
        ("On March 12 or on March 20.", {STANDING, NEW, PLANNED, SEVERAL}),
        ("Next Friday we meet.", {STANDING, UNSURE, PLANNED}),
        ("We meet again.", set()),
    ],
)
def test_days_are_told_by_what_the_plan_knows_of_them(
    call: Make, told: Told, words: str, marked: set[int]
) -> None:
    own = row(told(call((DAN, words))))
    assert {at for at in range(DAYS, DAYS + DATED) if own[at]} == marked


def test_the_topic_is_how_far_an_item_is_named(call: Make, told: Told) -> None:
    spoken = told(
        call(
            (LENA, "The security review has begun."),
            *((DAN, "Right."),) * LATELY,
            (DAN, "And so on."),
            (DAN, "I order the handheld scanners."),
            (PRIYA, "No, I order the handheld scanners."),
        )
    )
    assert row(spoken)[NAMED] > 0
    assert row(spoken)[OWNS] == 1
    assert row(spoken)[ACTION] == 0
    assert row(spoken)[KIND] == 1
    lately = [row(spoken, at)[LATELY_NAMED] > 0 for at in range(LATELY + 2)]
    assert lately == [True] * (LATELY + 1) + [False]
    assert (row(spoken, LATELY + 2)[ACTION], row(spoken, LATELY + 2)[OWNS]) == (1, 0)
    assert (row(spoken, LATELY + 3)[ACTION], row(spoken, LATELY + 3)[OWNS]) == (1, 1)


def test_the_day_of_an_item_is_a_topic_too(call: Make, told: Told) -> None:
    assert row(told(call((DAN, "On April 10."))))[SAME_DAY] == 1
    assert row(told(call((DAN, "On April 11."))))[SAME_DAY] == 0


def test_a_closed_item_is_told(call: Make, told: Told, plan: Plan) -> None:
    done = tuple(one.model_copy(update={"status": "done"}) for one in plan.milestones)
    closed = plan.model_copy(update={"milestones": done})
    said = (LENA, "The security review.")
    assert row(told(call(said)))[CLOSED] == 0
    assert row(told(call(said, plan=closed)))[CLOSED] == 1


def test_without_items_there_is_no_topic(call: Make, told: Told, empty_plan: Plan) -> None:
    own = row(told(call((LENA, "The security review is on March 20."), plan=empty_plan)))
    assert not own[ABOUT : ABOUT + TOPIC].any()


@pytest.mark.parametrize(("speaker", "side"), [(DAN, SELLER), (LENA, BUYER), ("Speaker 9", NOBODY)])
def test_whose_side_speaks(call: Make, told: Told, speaker: str, side: int) -> None:
    own = row(told(call((speaker, "Hello."))))
    assert [at for at in (SELLER, BUYER, NOBODY) if own[at]] == [side]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (" ".join(["well"] * FEW), {BRIEF}),
        (" ".join(["well"] * (FEW + 1)), set()),
        (" ".join(["well"] * (MANY + 1)), {LONG}),
        ("I will ask Priya about it.", {NAMES}),
        ("We have forty two of them.", {FIGURE}),
        ("We have 42 of them.", {FIGURE, DIGITS}),
    ],
)
def test_how_it_is_said(call: Make, told: Told, words: str, marked: set[int]) -> None:
    own = row(told(call((DAN, words))))
    assert {at for at in range(NAMES, HOW + SAID) if own[at]} == marked


def test_introductions_and_mail_are_told(call: Make, mail: Make, told: Told) -> None:
    words = "Meet Nora Blake, our Head of Procurement."
    assert row(told(call((PRIYA, words))))[[INTRODUCED, WRITTEN]].tolist() == [1, 0]
    assert row(told(mail(PRIYA, "Thanks a lot.")))[[INTRODUCED, WRITTEN]].tolist() == [0, 1]


def test_labels_say_who_speaks_for_whom(call: Make, told: Told) -> None:
    spoken = told(call((DAN, "Hi. Well."), (LENA, "Hi."), ("Speaker 9", "Hi.")))
    assert spoken.labels == ("Dan (seller):", "Dan (seller):", "Lena (buyer):", "someone:")
