"""What waits for what, and whether it goes round in a circle."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plan.models import Plan
from plan.schedule import dependencies, find_cycle, upstream
from tests.strategies.plans import behind, patient, plans, waits

NODES = st.sampled_from("abcdef")
GRAPHS = st.dictionaries(NODES, st.lists(NODES, max_size=3))


def reachable(graph: Mapping[str, Sequence[str]], start: str) -> set[str]:
    return {one for one in "abcdef" if start in behind_any(graph, one)}


def behind_any(graph: Mapping[str, Sequence[str]], node: str) -> set[str]:
    """Those that lead to the node in one step or more."""
    links = {one: tuple(to) for one, to in graph.items()}
    direct = {one for one, to in links.items() if node in to}
    return set().union(*(behind(links, one) for one in direct)) if direct else set()


@given(GRAPHS)
def test_a_circle_is_found_where_something_leads_to_itself(graph: dict[str, list[str]]) -> None:
    circular = any(one in reachable(graph, one) for one in graph)
    assert (find_cycle(graph) is not None) == circular


@given(GRAPHS)
def test_the_circle_that_is_told_is_one(graph: dict[str, list[str]]) -> None:
    circle = find_cycle(graph)
    if circle:
        assert circle[0] == circle[-1]
        assert all(before in graph[after] for before, after in pairwise(circle))


def test_what_is_nowhere_listed_closes_no_circle() -> None:
    assert find_cycle({}) is None
    assert find_cycle({"a": ["elsewhere"]}) is None
    assert find_cycle({"a": ["a"]}) == ("a", "a")


@patient
@given(plans())
def test_everything_upstream_leads_there(plan: Plan) -> None:
    links = waits(plan)
    for milestone in plan.milestones:
        above = upstream(plan, milestone.id)
        assert above == {one for one in links if milestone.id in behind(links, one)} - {
            milestone.id
        }


def test_upstream_goes_all_the_way_and_not_beyond(acme: Plan) -> None:
    assert dependencies(acme)["signature"] == ("security-review",)
    assert upstream(acme, "signature") == {"pilot", "security-review"}
    assert upstream(acme, "pilot") == frozenset()
    assert upstream(acme, "nothing") == frozenset()
