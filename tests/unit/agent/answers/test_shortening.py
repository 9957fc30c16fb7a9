"""Answers that are cut say how much they leave out."""

from agent.answers.answer import Statement
from agent.answers.shortening import MOST, shortened
from tests.unit.agent.answers.acme import deal, said

REF = deal().ref("deal")


def planned(n: int) -> Statement:
    return Statement(text=f"{n}.", items=(REF,), events=(n,), words=said(n))


def waiting(n: int) -> Statement:
    return Statement(text=f"Wait {n}.", basis="proposed", proposals=(f"acme.p{n}",), words=said(n))


def test_as_many_as_fit_are_all_told_and_each_once() -> None:
    every = tuple(planned(n) for n in range(1, MOST + 1))
    assert shortened((*every, every[0])) == every


def test_what_is_left_out_is_counted_and_referred_to_without_its_words() -> None:
    every = [*(planned(n) for n in range(1, 7)), waiting(1), waiting(2)]
    *kept, last = shortened(every)
    assert kept == every[:5]
    assert last == Statement(text="There are 3 more.", items=(REF,), events=(6,))


def test_where_all_that_is_left_out_waits_it_is_said_to_wait() -> None:
    *_, last = shortened([*(planned(n) for n in range(1, 6)), waiting(1), waiting(2)])
    assert last == Statement(
        text="There are 2 more, waiting for approval.",
        basis="proposed",
        proposals=("acme.p1", "acme.p2"),
    )
