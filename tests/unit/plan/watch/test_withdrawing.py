"""With a source go its words, and the risks that nothing else said."""

from plan.observations import Risk
from plan.watch.withdrawing import take_back, unsaid
from tests.unit.plan.watch.looking import after, day, look, overdue, said, told, words

ENTRIES = after(look(1, said(1), said(1, 2, what=["pilot"]), overdue())).entries


def test_a_risk_loses_the_words_of_the_source() -> None:
    assert unsaid(said(1, 2), "acme.s1") == said(2)
    assert unsaid(said(1), "acme.s1") is None
    assert unsaid(said(1), "acme.s11") == said(1)
    derived = Risk(kind="no_next_step")
    assert unsaid(derived, "acme.s1") == derived


def test_what_only_the_source_said_settles() -> None:
    only, also, derived = take_back(ENTRIES, "acme.s1", day(4))
    assert (only.settled_on, only.evidence, only.risk.evidence) == (day(4), (), ())
    assert (also.settled_on, also.evidence, also.risk.evidence) == (None, (words(2),), (words(2),))
    assert derived == ENTRIES[2]
    assert take_back((only, also, derived), "acme.s1", day(6)) == (only, also, derived)


def test_the_same_said_elsewhere_later_opens_anew() -> None:
    gone = take_back(ENTRIES[:1], "acme.s1", day(4))
    now = after(look(5, said(3)), entries=gone)
    assert told(now) == {"opened": ["acme.e2"]}
