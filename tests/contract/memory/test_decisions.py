import pytest

from memory.errors import ConflictError, NotFoundError
from memory.sql import SqlStore
from tests.contract.memory.samples import DEAL, decision, open_deal, plan, proposal

FIRST, SECOND = f"{DEAL}.p1", f"{DEAL}.p2"


@pytest.fixture(autouse=True)
def _decisions(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)
        open_deal(unit, plan("other"))
        unit.proposals.add([proposal(1), proposal(2)])
        for number, about in ((10, FIRST), (2, SECOND), (1, FIRST), (3, None)):
            unit.decisions.add(decision(number, proposal=about))


def test_decisions_come_back_as_they_were_in_order(store: SqlStore) -> None:
    with store.read("w") as unit:
        assert unit.decisions.get(f"{DEAL}.d2") == decision(2, proposal=SECOND)
        assert [one.number for one in unit.decisions.of(DEAL)] == [1, 2, 3, 10]
        assert unit.decisions.of("other") == ()


def test_decisions_about_a_proposal_come_in_order(store: SqlStore) -> None:
    with store.read("w") as unit:
        assert [one.number for one in unit.decisions.about(FIRST)] == [1, 10]
        assert unit.decisions.about("none") == ()


def test_numbers_count_on_in_each_deal(store: SqlStore) -> None:
    with store.read("w") as unit:
        assert unit.decisions.next_number(DEAL) == 11
        assert unit.decisions.next_number("other") == 1


def test_a_number_is_taken_once(store: SqlStore) -> None:
    twin = decision(2).model_copy(update={"id": "another-id"})
    with pytest.raises(ConflictError, match=DEAL), store.write("w") as unit:
        unit.decisions.add(twin)


def test_a_decisions_new_state_replaces_the_old(store: SqlStore) -> None:
    undone = decision(1, proposal=FIRST).model_copy(
        update={"undone_by": f"{DEAL}.d11", "notes": ("Left `due` alone.",)}
    )
    with store.write("w") as unit:
        unit.decisions.replace(undone)
    with store.read("w") as unit:
        assert unit.decisions.get(undone.id) == undone
        assert unit.decisions.get(f"{DEAL}.d10").undone_by is None


def test_what_is_not_there_is_said_so(store: SqlStore) -> None:
    with store.write("w") as unit:
        with pytest.raises(NotFoundError, match="decision `none`"):
            unit.decisions.get("none")
        with pytest.raises(NotFoundError, match=f"decision `{DEAL}.d9`"):
            unit.decisions.replace(decision(9))
