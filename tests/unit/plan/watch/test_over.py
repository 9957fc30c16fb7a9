"""Which said risks are over, for the reading of a further source."""

import pytest

from plan.watch.ledger import rejudge
from plan.watch.marks import RiskVerdict
from plan.watch.over import judged, settled_after
from tests.unit.plan.watch.looking import after, day, look, mark, overdue, said

OPEN = after(look(1, said(1))).entries


@pytest.mark.parametrize(
    ("verdict", "status"),
    [("dismissed", "dismissed"), ("wrong", "dismissed"), ("acted", "open"), ("reopened", "open")],
)
def test_a_risk_bears_what_people_said_to_it(verdict: RiskVerdict, status: str) -> None:
    entry = rejudge(OPEN[0], day(2), [mark(OPEN[0], verdict, on=2)])
    told = judged(said(1), [entry])
    assert told
    assert told.status == status


def test_one_that_somebody_settled_is_over() -> None:
    entry = rejudge(OPEN[0], day(2), [mark(OPEN[0], "settled", on=2)])
    assert judged(said(1), [entry]) is None


def test_newer_words_are_judged_anew() -> None:
    entry = rejudge(OPEN[0], day(2), [mark(OPEN[0], "settled", on=2)])
    assert judged(said(1, 2), [entry]) == said(1, 2)


def test_a_verdict_on_another_cause_says_nothing() -> None:
    entry = rejudge(OPEN[0], day(2), [mark(OPEN[0], "settled", on=2)])
    assert judged(said(1, what=["pilot"]), [entry]) == said(1, what=["pilot"])


@pytest.mark.parametrize(("read", "over"), [(0, 1), (2, 1), (3, 0), (4, 0)])
def test_what_settled_is_over_for_sources_of_days_before(read: int, over: int) -> None:
    entries = after(look(1, said(1)), look(3)).entries
    assert len(settled_after(entries, day(read))) == over


def test_what_somebody_dismissed_is_over_for_sources_of_days_before() -> None:
    entry = rejudge(OPEN[0], day(2), [mark(OPEN[0], "dismissed", on=2)])
    assert len(settled_after([entry], day(1))) == 1
    assert settled_after([entry], day(2)) == ()


def test_what_is_open_is_not_over_nor_what_was_opened_again() -> None:
    assert settled_after(OPEN, day(0)) == ()
    again = after(look(1, said(1)), look(3), look(5, said(1, 2))).entries
    assert settled_after(again, day(0)) == ()


def test_risks_of_the_plans_state_are_found_anew_and_not_remembered() -> None:
    assert settled_after(after(look(1, overdue()), look(3)).entries, day(0)) == ()
