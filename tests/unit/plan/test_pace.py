"""How much time is left: the longest chain and by how much each step may slip."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plan.models import Milestone, Plan
from plan.pace import Pace, pace
from plan.schedule import leading_to, unfinished
from tests.strategies.plans import FIRST_DAY, behind, patient, plans, waits

TODAY = date(2026, 3, 2)


def planned(plan: Plan, *steps: tuple[str, str | None, list[str]]) -> Plan:
    """The deal with these milestones: id, due, what it waits for."""
    made = [
        Milestone.model_validate({"id": one, "title": one, "due": due, "depends_on": before})
        for one, due, before in steps
    ]
    return plan.model_copy(update={"milestones": tuple(made)})


def way(plan: Plan, target: str) -> Pace:
    found = pace(plan, target, TODAY)
    assert found is not None
    return found


def test_the_longest_chain_ends_in_what_comes_last(acme: Plan) -> None:
    plan = planned(
        acme,
        ("a", "2026-03-10", []),
        ("b", "2026-03-20", ["a"]),
        ("c", "2026-03-15", []),
        ("end", "2026-03-29", ["c", "b"]),
    )
    found = way(plan, "end")
    assert found.chain == ("a", "b", "end")
    assert found.needs == {"a": 0, "c": 0, "b": 10, "end": 9}
    assert found.ends["end"] == 27
    assert found.slack(27 + 7) == {"a": 7, "b": 7, "end": 7, "c": 12}


def test_a_step_may_slip_only_as_far_as_the_nearest_that_waits_for_it(acme: Plan) -> None:
    plan = planned(
        acme,
        ("a", "2026-03-10", []),
        ("tight", "2026-03-20", ["a"]),
        ("loose", "2026-03-12", ["a"]),
        ("end", "2026-03-20", ["tight", "loose"]),
    )
    turned = plan.model_copy(update={"milestones": plan.milestones[::-1]})
    for one in (plan, turned):
        assert way(one, "end").slack(18) == {"a": 0, "tight": 0, "loose": 8, "end": 0}


def test_what_is_late_pushes_what_waits_for_it(acme: Plan) -> None:
    plan = planned(acme, ("a", "2026-02-20", []), ("end", "2026-03-06", ["a"]))
    found = way(plan, "end")
    assert found.ends == {"a": 0, "end": 14}
    assert found.slack(4) == {"a": -10, "end": -10}


def test_without_a_day_a_step_needs_none(acme: Plan) -> None:
    plan = planned(acme, ("a", None, []), ("b", "2026-03-04", []), ("end", None, ["a", "b"]))
    assert way(plan, "end").ends == {"a": 0, "b": 2, "end": 2}


def test_there_is_no_way_to_what_is_over_or_nowhere(acme: Plan) -> None:
    done = planned(acme, ("end", None, []))
    over = done.milestones[0].model_copy(update={"status": "done"})
    assert pace(done.model_copy(update={"milestones": (over,)}), "end", TODAY) is None
    assert pace(acme, "nowhere", TODAY) is None


@patient
@given(plans(), st.integers(-50, 200))
def test_keeping_to_the_slack_is_just_in_time(plan: Plan, days: int) -> None:
    for target in unfinished(plan):
        found = pace(plan, target, FIRST_DAY)
        assert found is not None
        slack = found.slack(days)
        assert slack.keys() == leading_to(unfinished(plan), (target,))
        assert slack[target] == days - found.ends[target]
        assert min(slack.values()) == slack[target]
        for one, before in found.waits.items():
            assert all(found.ends[it] + found.needs[one] <= found.ends[one] for it in before)
            begins = found.ends[one] + slack[one] - found.needs[one]
            assert all(found.ends[it] + slack[it] <= begins for it in before)


@patient
@given(plans())
def test_the_chain_goes_back_to_a_step_that_waits_for_nothing(plan: Plan) -> None:
    for target in unfinished(plan):
        found = pace(plan, target, FIRST_DAY)
        assert found is not None
        assert found.chain[-1] == target
        assert found.waits[found.chain[0]] == ()
        pairs = zip(found.chain, found.chain[1:], strict=False)
        assert all(one in found.waits[after] for one, after in pairs)


@patient
@given(plans())
def test_only_open_milestones_are_waited_for(plan: Plan) -> None:
    still = unfinished(plan)
    over = {one.id for one in plan.milestones if one.status in ("done", "cancelled")}
    links = {one: tuple(set(to) - over) for one, to in waits(plan).items() if one not in over}
    assert {one: set(to) for one, to in still.items()} == {
        one: set(to) for one, to in links.items()
    }
    for target in still:
        assert leading_to(still, (target,)) == {
            one for one in still if target in behind(links, one)
        }
