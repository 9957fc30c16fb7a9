import pytest

from memory.errors import ConflictError, NotFoundError
from memory.sql import SqlStore
from plan.edits import Edit
from plan.proposals import Proposal
from tests.contract.memory.samples import DEAL, add_source, open_deal, plan, proposal

SOURCE = f"{DEAL}.s1"
OTHER = "a-deal"


@pytest.fixture(autouse=True)
def _deals(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)
        open_deal(unit, plan(OTHER))
        add_source(unit)


@pytest.fixture
def various(store: SqlStore) -> dict[str, Proposal]:
    """By id: proposals of two deals, kept out of order."""
    kept = (
        proposal(10, status="pending"),
        proposal(2, source=SOURCE, status="approved"),
        proposal(1, source=SOURCE, status="stale"),
        proposal(1, deal=OTHER, status="pending"),
    )
    with store.write("w") as unit:
        unit.proposals.add(kept)
    return {one.id: one for one in kept}


def test_proposals_come_back_as_they_were(store: SqlStore, various: dict[str, Proposal]) -> None:
    with store.read("w") as unit:
        assert {key: unit.proposals.get(key) for key in various} == various


def test_proposals_are_found_by_deal_status_and_source(
    store: SqlStore, various: dict[str, Proposal]
) -> None:
    with store.read("w") as unit:
        find = unit.proposals.find

        def ids(found: tuple[Proposal, ...]) -> list[str]:
            assert all(various[one.id] == one for one in found)
            return [one.id for one in found]

        everything = ["a-deal.p1", "acme-erp.p1", "acme-erp.p2", "acme-erp.p10"]
        assert ids(find()) == everything
        assert ids(find(deal=DEAL)) == everything[1:]
        assert ids(find(statuses=["pending"])) == ["a-deal.p1", "acme-erp.p10"]
        assert ids(find(statuses=["pending", "stale"], deal=DEAL)) == [everything[1], everything[3]]
        assert ids(find(source=SOURCE)) == everything[1:3]
        assert ids(find(deal=DEAL, statuses=("approved",), source=SOURCE)) == [everything[2]]
        assert ids(find(deal=OTHER, source=SOURCE)) == []


def test_proposals_about_one_thing_come_by_number(store: SqlStore) -> None:
    mine = Edit(op="update", entity="milestone", id="pilot", set={"due": "2025-05-01"})
    others = (
        mine.model_copy(update={"id": "pilot-2"}),
        mine.model_copy(update={"entity": "outcome"}),
    )
    with store.write("w") as unit:
        unit.proposals.add([proposal(10, changed=mine), proposal(9, changed=mine, status="stale")])
        unit.proposals.add([proposal(n, changed=other) for n, other in enumerate(others, 1)])
        unit.proposals.add([proposal(1, deal=OTHER, changed=mine)])
    with store.read("w") as unit:
        found = unit.proposals.about(DEAL, "milestone", "pilot")
        assert found == (
            proposal(9, changed=mine, status="stale"),
            proposal(10, changed=mine),
        )
        assert unit.proposals.about(DEAL, "milestone", "none") == ()


@pytest.mark.usefixtures("various")
def test_numbers_count_on_in_each_deal(store: SqlStore) -> None:
    with store.read("w") as unit:
        assert unit.proposals.next_number(DEAL) == 11
        assert unit.proposals.next_number(OTHER) == 2
        assert unit.proposals.next_number("none") == 1


@pytest.mark.usefixtures("various")
def test_a_number_taken_keeps_all_of_them_out(store: SqlStore) -> None:
    taken = proposal(2).model_copy(update={"id": "another-id"})
    with pytest.raises(ConflictError), store.write("w") as unit:
        unit.proposals.add([proposal(3), taken])
    with store.read("w") as unit:
        assert len(unit.proposals.find(deal=DEAL)) == 3


def test_adding_none_is_fine(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.proposals.add(())
        assert unit.proposals.find() == ()


def test_a_proposals_new_state_replaces_the_old(
    store: SqlStore, various: dict[str, Proposal]
) -> None:
    new = various[f"{DEAL}.p10"].model_copy(
        update={"status": "stale", "hash": "0" * 64, "before": {"due": None}, "why": "Moved."}
    )
    with store.write("w") as unit:
        unit.proposals.replace(new)
    with store.read("w") as unit:
        assert unit.proposals.get(new.id) == new
        assert unit.proposals.find(statuses=["pending"]) == (various[f"{OTHER}.p1"],)


def test_what_is_not_there_is_said_so(store: SqlStore) -> None:
    with store.write("w") as unit:
        with pytest.raises(NotFoundError, match="proposal `none`"):
            unit.proposals.get("none")
        with pytest.raises(NotFoundError, match=f"proposal `{DEAL}.p9`"):
            unit.proposals.replace(proposal(9))
