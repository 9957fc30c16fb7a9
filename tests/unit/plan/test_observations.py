"""Observations: what tells one risk of a deal from another."""

from plan.observations import Risk


def test_whom_and_what_a_risk_is_about_are_told_apart_in_its_key() -> None:
    theirs = Risk(kind="action_overdue", stakeholders=("a",), actions=("d",))
    ours = Risk(kind="action_overdue", stakeholders=("d",), actions=("a",))
    assert (theirs.key, ours.key) == ("action_overdue.a.d", "action_overdue.d.a")


def test_the_order_in_which_people_are_named_does_not_matter() -> None:
    one = Risk(kind="single_threaded", stakeholders=("ada", "bo", "ada"))
    other = Risk(kind="single_threaded", stakeholders=("bo", "ada"))
    assert one.key == other.key == "single_threaded.ada.bo"
