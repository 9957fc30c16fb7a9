"""Which said risks are over, for the reading of a further source."""

import pytest

from plan.watch.ledger import rejudge
from plan.watch.marks import RiskVerdict
from plan.watch.over import judged, no_longer
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


def test_a_cause_that_is_no_longer_found_is_over_once() -> None:
    (over,) = no_longer([said(1), said(1, 2), said(1, what=["pilot"])], [said(3, what=["pilot"])])
    assert over == said(1, 2)


def test_risks_of_the_plans_state_are_found_anew_and_not_remembered() -> None:
    assert no_longer([overdue()], []) == ()
