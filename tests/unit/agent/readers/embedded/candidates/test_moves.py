"""Words of moving become a new day for each item that they may be about."""

from collections.abc import Callable, Mapping

import pytest

from agent.ports import Context
from agent.readers.embedded.candidates.candidate import Candidate
from agent.readers.embedded.candidates.moves import ITEMS, NEAR, read
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag
from plan.models import Plan

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]

DAN, MIA = "Dan Cole", "Mia Berg"
MOVES = {Tag.MOVE: 0.8}


def days(found: list[Candidate], item: str) -> list[object]:
    return [one.claim.set["due"] for one in found if one.claim.id == item]


def test_the_likeliest_item_comes_first_with_how_surely_it_is_meant(call: Make, hear: Hear) -> None:
    found = list(read(hear(call((DAN, "The pilot moves to April 17.")), {"pilot": MOVES})))
    assert [one.rank for one in found] == list(range(ITEMS))
    assert (found[0].claim.id, found[0].claim.set) == ("pilot", {"due": "2026-04-17"})
    assert found[0].share > 0.5 > found[1].share
    assert found[0].margin > 0 > found[1].margin
    assert all(one.tag is Tag.MOVE and one.claim.op == "update" for one in found)


def test_a_day_said_beside_the_words_is_evidence_with_them(call: Make, hear: Hear) -> None:
    context = call((DAN, "We are behind with the pilot."), (MIA, "Say April 17, not April 10."))
    (one, *_) = read(hear(context, {"behind": MOVES}))
    assert (one.claim.id, one.claim.set["due"]) == ("pilot", "2026-04-17")
    assert one.claim.evidence == (0, 1)


@pytest.mark.parametrize("apart", range(NEAR + 2))
def test_a_day_far_from_the_words_is_not_theirs(call: Make, hear: Hear, apart: int) -> None:
    context = call(
        (DAN, "The pilot slips."), *[(MIA, "Hm.")] * apart, (MIA, "I'm back on April 17.")
    )
    found = list(read(hear(context, {"slips": MOVES})))
    assert bool(found) is (apart < NEAR)


def test_the_day_that_an_item_has_is_no_move_of_it(call: Make, hear: Hear) -> None:
    found = list(read(hear(call((DAN, "The pilot is on April 10.")), {"pilot": MOVES})))
    assert not days(found, "pilot")
    assert found


def test_every_day_near_the_words_is_a_candidate(call: Make, hear: Hear) -> None:
    context = call((DAN, "The pilot moves to April 17."), (DAN, "Or to April 24."))
    found = list(read(hear(context, {"pilot": MOVES})))
    assert days(found, "pilot") == ["2026-04-17", "2026-04-24"]


def test_what_is_closed_or_a_metric_does_not_move(call: Make, hear: Hear, plan: Plan) -> None:
    done = tuple(one.model_copy(update={"status": "done"}) for one in plan.milestones)
    closed = plan.model_copy(update={"milestones": done})
    context = call((DAN, "The pilot, and the picking errors: April 17."), plan=closed)
    found = list(read(hear(context, {"pilot": MOVES})))
    assert {one.claim.id for one in found} == {"send-soc2", "order-scanners"}


def test_words_without_a_day_or_without_items_move_nothing(
    call: Make, hear: Hear, empty_plan: Plan
) -> None:
    assert not list(read(hear(call((DAN, "The pilot moves.")), {"pilot": MOVES})))
    context = call((DAN, "The pilot moves to April 17."), plan=empty_plan)
    assert not list(read(hear(context, {"pilot": MOVES})))
