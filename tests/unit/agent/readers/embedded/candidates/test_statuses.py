"""Words of progress become a status of each item that they may be about."""

from collections.abc import Callable, Mapping

import pytest

from agent.ports import Context
from agent.readers.embedded.candidates.statuses import ITEMS, read
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag
from plan.models import Plan

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]

LENA = "Lena Ortiz"


@pytest.mark.parametrize(
    ("tag", "status"),
    [
        (Tag.DONE, "done"),
        (Tag.STARTED, "in_progress"),
        (Tag.BLOCKED, "blocked"),
        (Tag.CANCELLED, "cancelled"),
    ],
)
def test_a_milestone_can_be_reported_as_anything(
    call: Make, hear: Hear, tag: Tag, status: str
) -> None:
    (one, *_) = read(hear(call((LENA, "The warehouse pilot, then.")), {"pilot": {tag: 0.8}}))
    assert (one.tag, one.claim.id, one.claim.set) == (tag, "pilot", {"status": status})
    assert (one.rank, one.claim.evidence) == (0, (0,))
    assert one.share > 0.5


@pytest.mark.parametrize(
    ("tag", "statuses"),
    [
        (Tag.DONE, ["done"]),
        (Tag.STARTED, []),
        (Tag.BLOCKED, []),
        (Tag.CANCELLED, ["cancelled"]),
    ],
)
def test_an_action_is_only_done_or_dropped(
    call: Make, hear: Hear, tag: Tag, statuses: list[str]
) -> None:
    found = read(hear(call((LENA, "The handheld scanners.")), {"scanners": {tag: 0.8}}))
    about = [one.claim.set["status"] for one in found if one.claim.id == "order-scanners"]
    assert about == statuses


def test_as_many_items_as_come_into_question_the_likeliest_first(call: Make, hear: Hear) -> None:
    found = list(read(hear(call((LENA, "The SOC 2 report.")), {"SOC": {Tag.DONE: 0.8}})))
    assert found[0].claim.id == "send-soc2"
    assert [one.rank for one in found] == list(range(ITEMS))
    assert found[0].share > found[1].share


def test_the_status_that_an_item_has_is_no_news(call: Make, hear: Hear) -> None:
    context = call((LENA, "The security review, then."))
    found = read(hear(context, {"review": {Tag.STARTED: 0.8}}))
    assert "security-review" not in {one.claim.id for one in found}


def test_neighbours_that_bear_it_too_are_evidence(call: Make, hear: Hear) -> None:
    context = call((LENA, "The pilot ran."), (LENA, "Hm."), (LENA, "All of it."))
    script = {"ran": {Tag.DONE: 0.8}, "All": {Tag.DONE: 0.7}}
    found = [one for one in read(hear(context, script)) if one.claim.id == "pilot"]
    assert [one.claim.evidence for one in found] == [(0, 2), (0, 2)]


def test_metrics_have_no_status_and_an_empty_plan_no_candidates(
    call: Make, hear: Hear, empty_plan: Plan
) -> None:
    script = {"picking": {Tag.DONE: 0.8}}
    said = (LENA, "The picking errors.")
    assert all(one.claim.entity != "outcome" for one in read(hear(call(said), script)))
    assert not list(read(hear(call(said, plan=empty_plan), script)))
