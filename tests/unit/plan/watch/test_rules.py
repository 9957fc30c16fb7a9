"""A rule that tells of nothing useful mutes itself, until somebody lets it speak again."""

from datetime import timedelta

import pytest

from plan.thresholds import Thresholds
from plan.values import RiskKind
from plan.watch.marks import Mark, RiskVerdict
from plan.watch.rules import Record, Switch, records
from tests.unit.plan.watch.looking import AT, day

FEW = Thresholds(muted_verdicts=4)


def verdicts(*said: RiskVerdict, kind: RiskKind = "sponsor_silent", first: int = 0) -> list[Mark]:
    """A verdict a day, each on a risk of its own."""
    return [
        Mark(
            deal="acme",
            number=number + 1,
            entry=f"acme.e{number}",
            kind=kind,
            verdict=verdict,
            severity="medium",
            by="kim",
            at=AT + timedelta(days=number),
            on=day(number),
        )
        for number, verdict in enumerate(said, start=first)
    ]


def switch(on: int, *, muted: bool, reason: str = "") -> Switch:
    at = AT + timedelta(days=on)
    return Switch(kind="sponsor_silent", muted=muted, by="Kim", at=at, reason=reason)


def record(marks: list[Mark], *switches: Switch) -> Record:
    (found,) = records({"sponsor_silent": 9}, marks, switches, FEW)
    return found


def test_a_record_counts_what_was_raised_and_said_to_it() -> None:
    found = record(verdicts("wrong", "settled", "dismissed", "wrong", "acted", "acted"))
    assert found == Record(
        kind="sponsor_silent", raised=9, acted=3, dismissed=1, wrong=2, muted=False
    )


def test_each_kind_has_its_own() -> None:
    marks = [*verdicts("acted"), *verdicts("wrong", kind="no_next_step", first=1)]
    found = records({"sponsor_silent": 2, "scope_change": 1}, marks)
    assert [(one.kind, one.raised, one.acted, one.wrong) for one in found] == [
        ("no_next_step", 0, 0, 1),
        ("scope_change", 1, 0, 0),
        ("sponsor_silent", 2, 1, 0),
    ]


def test_less_than_half_useful_mutes_a_rule_and_says_so() -> None:
    found = record(verdicts("acted", "wrong", "dismissed", "wrong"))
    assert found.muted
    assert "Only 1 of the last 4 verdicts" in found.why


@pytest.mark.parametrize(
    "said",
    [
        ("wrong", "wrong", "wrong"),
        ("acted", "wrong", "settled", "wrong"),
        ("wrong", "wrong", "wrong", "acted", "acted"),
    ],
)
def test_too_few_verdicts_or_half_of_them_useful_mute_nothing(said: list[RiskVerdict]) -> None:
    found = record(verdicts(*said))
    assert (found.muted, found.why) == (False, "")


def test_twenty_verdicts_are_needed_and_half_of_them_useful() -> None:
    useless: list[RiskVerdict] = ["dismissed"] * 11
    useful: list[RiskVerdict] = ["acted"] * 9
    assert records({}, verdicts(*useful, *useless))[0].muted
    assert not records({}, verdicts(*useful, *useless[1:]))[0].muted
    assert not records({}, verdicts("acted", *useful, *useless[1:]))[0].muted


def test_of_the_verdicts_on_one_risk_the_last_counts() -> None:
    marks = verdicts("wrong", "acted", "reopened")
    same = [one.model_copy(update={"entry": "acme.e1"}) for one in marks]
    assert (record(same[:2]).acted, record(same[:2]).wrong) == (1, 0)
    assert (record(same).acted, record(same).wrong) == (0, 0)


def test_a_rule_that_may_speak_again_is_judged_by_new_verdicts_only() -> None:
    old = verdicts("wrong", "wrong", "wrong", "wrong")
    again = switch(4, muted=False)
    assert not record(old, again).muted
    new = verdicts("wrong", "wrong", "wrong", "wrong", first=5)
    assert not record([*old, *new[:3]], again).muted
    assert record([*old, *new], again).muted


def test_a_rule_that_somebody_muted_stays_so() -> None:
    marks = verdicts("acted", "acted", "acted", "acted", first=3)
    assert record(marks, switch(0, muted=True, reason="too loud")).why == "Kim muted it: too loud"
    assert record(marks, switch(0, muted=True)).why == "Kim muted it."
