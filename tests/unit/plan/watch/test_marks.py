"""What people say to a risk holds until something new is known of it."""

import pytest

from plan.observations import NextAction
from plan.values import RiskStatus
from plan.watch.ledger import rejudge
from plan.watch.marks import ActionMark, RiskVerdict, action_key
from tests.unit.plan.watch.looking import AT, after, day, look, mark, overdue, said, told

FIRST = after(look(1, overdue(since=0))).entries


@pytest.mark.parametrize(
    ("verdict", "status", "state"),
    [
        ("dismissed", "dismissed", "dismissed"),
        ("wrong", "dismissed", "dismissed"),
        ("settled", "resolved", "settled"),
        ("acted", "open", "medium"),
        ("reopened", "open", "medium"),
    ],
)
def test_a_verdict_says_how_a_risk_stands(
    verdict: RiskVerdict, status: RiskStatus, state: str
) -> None:
    marks = [mark(FIRST[0], verdict)]
    now = after(look(2, overdue(since=0)), entries=FIRST, marks=marks)
    assert (now.entries[0].risk.status, now.entries[0].state) == (status, state)
    assert now.entries[0].open == (status == "open")
    assert told(now) == {}
    assert now.entries[0].settled_on is None
    assert rejudge(FIRST[0], day(2), marks).steps == now.entries[0].steps


def test_the_last_verdict_counts() -> None:
    marks = [mark(FIRST[0], "reopened", number=2), mark(FIRST[0], "dismissed", number=1)]
    now = after(look(2, overdue(since=0)), entries=FIRST, marks=marks)
    assert now.entries[0].open
    assert told(now) == {}


@pytest.mark.parametrize("verdict", ["dismissed", "settled", "wrong"])
def test_what_began_anew_was_judged_by_nobody(verdict: RiskVerdict) -> None:
    marks = [mark(FIRST[0], verdict)]
    now = after(look(2), look(9, overdue(since=8)), entries=FIRST, marks=marks)
    assert told(now) == {"opened": ["acme.e2"]}


@pytest.mark.parametrize("verdict", ["dismissed", "settled", "wrong"])
def test_what_was_gone_for_a_time_for_the_same_facts_is_still_judged(verdict: RiskVerdict) -> None:
    marks = [mark(FIRST[0], verdict)]
    now = after(look(2), look(9, overdue(since=0)), entries=FIRST, marks=marks)
    assert told(now) == {}
    assert not now.entries[0].open


@pytest.mark.parametrize("verdict", ["dismissed", "settled"])
def test_a_worse_risk_comes_back(verdict: RiskVerdict) -> None:
    marks = [mark(FIRST[0], verdict)]
    now = after(look(2, overdue(0, "high")), entries=FIRST, marks=marks)
    assert told(now) == {"worsened": ["acme.e1"]}
    assert now.entries[0].open


def test_what_never_was_so_does_not_come_back_because_it_would_be_worse() -> None:
    marks = [mark(FIRST[0], "wrong")]
    now = after(look(2, overdue(0, "high")), entries=FIRST, marks=marks)
    assert told(now) == {}
    assert not now.entries[0].open


@pytest.mark.parametrize("verdict", ["dismissed", "settled", "wrong"])
def test_new_words_bring_a_said_risk_back(verdict: RiskVerdict) -> None:
    spoken = after(look(1, said(1))).entries
    marks = [mark(spoken[0], verdict)]
    assert told(after(look(2, said(1)), entries=spoken, marks=marks)) == {}
    now = after(look(3, said(1, 2)), entries=spoken, marks=marks)
    assert told(now) == {"renewed": ["acme.e1"]}
    assert now.entries[0].open


def test_a_verdict_on_one_risk_says_nothing_of_another() -> None:
    both = after(look(1, overdue(), said(1))).entries
    now = after(look(2, overdue(), said(1)), entries=both, marks=[mark(both[0], "dismissed")])
    assert [one.open for one in now.entries] == [False, True]


def test_what_is_over_is_not_judged_again() -> None:
    (over,) = after(look(1, overdue()), look(2)).entries
    assert rejudge(over, day(3), [mark(over, "reopened")]) == over


def test_a_next_action_goes_by_its_intent_and_whom_it_is_for() -> None:
    action = NextAction(intent="multi_thread", to=("bo", "ada"))
    done = ActionMark(
        deal="acme",
        number=1,
        intent="multi_thread",
        to=("ada", "bo"),
        verdict="done",
        by="kim",
        at=AT,
        on=day(0),
    )
    assert action_key(action) == done.key == "multi_thread.ada.bo"
