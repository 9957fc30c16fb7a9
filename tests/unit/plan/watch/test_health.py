"""Health follows from the risks that are a cause for alarm, by published weights."""

from typing import get_args

from hypothesis import given

from plan.observations import Risk
from plan.values import RiskKind, Severity
from plan.watch.entries import Entry
from plan.watch.health import health_on, history
from plan.watch.weights import POINTS, SHARE
from tests.unit.plan.watch.drawn import LOOKS
from tests.unit.plan.watch.looking import Look, after, day, look, mark, overdue, said


def late(*milestones: str, severity: Severity = "high") -> tuple[Risk, ...]:
    return tuple(
        Risk(kind="overdue_milestone", severity=severity, milestones=(one,)) for one in milestones
    )


def figure(*looks: Look, on: int = 9) -> int:
    return health_on(after(*looks).entries, day(on)).figure


def test_every_kind_and_severity_has_its_weight() -> None:
    assert set(POINTS) == set(get_args(RiskKind))
    assert set(SHARE) == set(get_args(Severity))
    assert all(1 <= points <= 25 for points in POINTS.values())


def test_a_deal_without_risks_is_as_good_as_can_be() -> None:
    assert health_on((), day(0)) == (100, ())


def test_each_severity_takes_its_share() -> None:
    assert figure(look(1, *late("pilot"))) == 85
    assert figure(look(1, *late("pilot", severity="medium"))) == 91
    assert figure(look(1, *late("pilot", severity="low"))) == 97


def test_kinds_add_up_worst_first() -> None:
    entries = after(look(1, *late("pilot"), said(1, severity="high"))).entries
    health = health_on(entries, day(1))
    assert health.figure == 65
    assert [(one.kind, one.points) for one in health.reasons] == [
        ("blocker_raised", 20),
        ("overdue_milestone", 15),
    ]
    assert [one.entries for one in health.reasons] == [entries[1:], entries[:1]]


def test_many_of_one_kind_take_half_as_much_again_and_no_more() -> None:
    assert figure(look(1, *late("a", "b"))) == 78
    assert figure(look(1, *late("a", "b", "c", "d", "e"))) == 78


def test_health_never_falls_below_nothing() -> None:
    kinds = [Risk(kind=kind, severity="high") for kind in POINTS]
    assert figure(look(1, *kinds)) == 0


def test_what_is_no_cause_for_alarm_takes_nothing() -> None:
    quiet = overdue(quiet=20)
    assert figure(look(1, quiet)) == 100
    (entry,) = after(look(1, overdue())).entries
    dismissed = after(look(2, overdue()), entries=[entry], marks=[mark(entry, "dismissed")])
    assert health_on(dismissed.entries, day(2)).figure == 100
    muted = after(look(1, overdue()), muted=["overdue_milestone"])
    assert health_on(muted.entries, day(1)).figure == 100


def test_its_history_is_what_it_was_at_the_end_of_each_day() -> None:
    looks = (look(1, *late("pilot", severity="low")), look(3, *late("pilot")), look(4), look(6))
    entries = after(*looks).entries
    assert history(entries) == ((day(1), 97), (day(3), 85), (day(4), 100))
    assert health_on(entries, day(2)).figure == 97
    assert health_on(entries, day(0)) == (100, ())


def test_what_comes_and_goes_on_one_day_is_no_history() -> None:
    assert history(after(look(1, *late("pilot")), look(1)).entries) == ()


def _at_most(entries: tuple[Entry, ...]) -> int:
    return 100 - sum(one.points for one in health_on(entries, day(99)).reasons)


@given(looks=LOOKS)
def test_what_was_is_not_changed_by_what_comes(looks: list[Look]) -> None:
    earlier = after(*looks[:-1]).entries
    later = after(*looks).entries
    known = {at: to for at, to in history(earlier) if at < day(looks[-1].on)}
    assert {at: to for at, to in history(later) if at < day(looks[-1].on)} == known
    assert health_on(later, day(99)).figure == max(_at_most(later), 0)
