from datetime import date, timedelta

import pytest

from memory.base import Unit
from memory.sql import SqlStore
from plan.observations import Absence, Engagement, NextAction, Risk
from tests.contract.memory.samples import (
    AT,
    DAY,
    DEAL,
    add_source,
    evidence,
    open_deal,
    plan,
    reading,
)

EARLIER, LATER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _deal(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)


def keep(unit: Unit, number: int, day: date = DAY, hours: int = 0) -> None:
    """A source of that day with its observations; its risk and action name its number."""
    add_source(unit, number, day=day, occurred_at=AT + timedelta(hours=hours))
    unit.observations.keep(DEAL, reading(number), day)


def latest(unit: Unit) -> tuple[str, ...]:
    """What the deal's risks and next actions say."""
    risks, actions = unit.observations.risks(DEAL), unit.observations.next_actions(DEAL)
    return (*(one.why for one in risks), *(one.why for one in actions))


def test_observations_come_back_as_they_were(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, 1)
    with store.read("w") as unit:
        assert unit.observations.engagement(DEAL) == {"jo": DAY}
        assert unit.observations.risks(DEAL) == reading().risks
        assert unit.observations.next_actions(DEAL) == reading().next_actions


def test_a_deal_without_observations_has_none(store: SqlStore) -> None:
    with store.read("w") as unit:
        assert unit.observations.engagement(DEAL) == {}
        assert latest(unit) == ()


def test_the_latest_day_counts_not_the_last_to_arrive(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, 1, LATER)
        keep(unit, 2, EARLIER)
        assert latest(unit) == ("Risk of 1", "Action of 1")


def test_on_one_day_the_later_instant_counts(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, 1, hours=5)
        keep(unit, 2, hours=1)
        assert latest(unit) == ("Risk of 1", "Action of 1")


def test_at_one_instant_the_higher_number_counts(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, 10)
        keep(unit, 9)
        assert latest(unit) == ("Risk of 10", "Action of 10")


def test_the_latest_source_counts_also_where_it_observed_nothing(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, 1)
        add_source(unit, 2, day=LATER)
        unit.observations.keep(DEAL, reading(2, risks=(), next_actions=()), LATER)
        assert latest(unit) == ()


def test_a_source_not_yet_read_does_not_count(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, 1)
        add_source(unit, 2, day=LATER)
        assert latest(unit) == ("Risk of 1", "Action of 1")


def test_a_new_reading_replaces_what_earlier_ones_of_the_source_observed(store: SqlStore) -> None:
    again = reading(
        n=2,
        engagement=(Engagement(person="al", on=EARLIER),),
        risks=(Risk(kind="single_threaded"),),
        next_actions=(NextAction(intent="send_material"), NextAction(intent="assign_owner")),
    )
    with store.write("w") as unit:
        keep(unit, 1)
        unit.observations.keep(DEAL, again, DAY)
    with store.read("w") as unit:
        assert unit.observations.engagement(DEAL) == {"al": EARLIER}
        assert unit.observations.risks(DEAL) == again.risks
        assert unit.observations.next_actions(DEAL) == again.next_actions


def test_engagement_is_each_persons_last_day(store: SqlStore) -> None:
    days = ((1, "jo", LATER), (2, "jo", EARLIER), (3, "al", EARLIER), (4, "al", DAY))
    with store.write("w") as unit:
        for number, person, day in days:
            add_source(unit, number, day=day)
            seen = (Engagement(person=person, on=day),)
            unit.observations.keep(DEAL, reading(number, engagement=seen), day)
        assert unit.observations.engagement(DEAL) == {"jo": LATER, "al": DAY}


def test_absences_are_those_of_all_sources_the_latest_first(store: SqlStore) -> None:
    away = [Absence(person=who, until=LATER, evidence=(evidence(),)) for who in ("jo", "al", "bo")]
    kept: tuple[tuple[int, date, tuple[Absence, ...]], ...] = (
        (1, DAY, (away[0], away[1])),
        (2, LATER, (away[2],)),
        (3, EARLIER, (away[0],)),
        (4, DAY, ()),
    )
    with store.write("w") as unit:
        for number, day, absences in kept:
            add_source(unit, number, day=day)
            unit.observations.keep(DEAL, reading(number, absences=absences), day)
        assert unit.observations.absences(DEAL) == (away[2], away[0], away[1], away[0])
        unit.observations.withdraw(f"{DEAL}.s2")
        unit.sources.set_status(f"{DEAL}.s1", "withdrawn")
        assert unit.observations.absences(DEAL) == (away[0],)
        assert unit.observations.absences("other") == ()


def test_withdrawing_forgets_what_came_with_the_source(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, 1, EARLIER)
        keep(unit, 2, LATER)
        unit.observations.withdraw(f"{DEAL}.s2")
        assert latest(unit) == ("Risk of 1", "Action of 1")
        unit.observations.withdraw(f"{DEAL}.s1")
        assert latest(unit) == ()
        assert unit.observations.engagement(DEAL) == {}


def test_a_withdrawn_source_does_not_count(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, 1, EARLIER)
        keep(unit, 2, LATER)
        unit.sources.set_status(f"{DEAL}.s2", "withdrawn", "Sent by mistake.")
        assert latest(unit) == ("Risk of 1", "Action of 1")
        unit.sources.set_status(f"{DEAL}.s1", "withdrawn")
        assert unit.observations.engagement(DEAL) == {}


def test_each_deal_has_its_own(store: SqlStore) -> None:
    with store.write("w") as unit:
        keep(unit, 1)
        open_deal(unit, plan("other"))
        add_source(unit, 1, "other", day=LATER)
        unit.observations.keep("other", reading(1, deal="other", risks=()), LATER)
        assert latest(unit) == ("Risk of 1", "Action of 1")
        assert unit.observations.risks("other") == ()
