"""The plan is the fold of its events, however they were stored, or it is not readable at all."""

import json
from contextlib import suppress
from copy import deepcopy
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from plan.decide import decide_all, opening
from plan.edits import Edit
from plan.errors import UnreadableHistoryError
from plan.events import Event, Stamp
from plan.fold import fold
from plan.models import Plan
from plan.upcast import upcast
from tests.strategies.plans import History, histories, patient, plans

Stored = dict[str, JsonValue]


def stored(event: Event) -> Stored:
    """The event as a store gives it back."""
    return cast("Stored", json.loads(json.dumps(event.model_dump(mode="json"))))


@patient
@given(histories())
def test_replaying_a_history_gives_the_plan_that_grew_step_by_step(history: History) -> None:
    for n, plan in enumerate(history.plans, start=1):
        assert fold(history.events[:n]) == plan


@patient
@given(histories(), st.data())
def test_a_snapshot_and_the_events_after_it_give_the_same_plan(
    history: History, data: st.DataObject
) -> None:
    n = data.draw(st.integers(1, len(history.plans)))
    snapshot = Plan.model_validate_json(history.plans[n - 1].model_dump_json())
    assert fold(history.events[n:], start=snapshot) == history.plans[-1]


@patient
@given(histories())
def test_a_history_survives_being_stored_as_json(history: History) -> None:
    again = tuple(upcast(stored(event)) for event in history.events)
    assert again == history.events
    assert fold(again) == history.plans[-1]


@patient
@given(histories())
def test_folding_changes_neither_the_events_nor_the_start(history: History) -> None:
    events, start = deepcopy(history.events), deepcopy(history.plans[0])
    fold(history.events)
    fold(history.events[1:], start=history.plans[0])
    assert history.events == events
    assert history.plans[0] == start


@patient
@given(plans())
def test_nothing_happened_leaves_the_plan_as_it_was(plan: Plan) -> None:
    assert fold([], start=plan) == plan


@patient
@given(histories(shortest=1), st.data())
def test_a_gap_or_another_order_is_not_read_over(history: History, data: st.DataObject) -> None:
    events = list(history.events)
    lost = data.draw(st.integers(0, len(events) - 2))
    turned = data.draw(st.permutations(events).filter(lambda one: one != events))
    twice = [*events, events[-1]]
    for broken in (events[:lost] + events[lost + 1 :], turned, twice):
        with pytest.raises(UnreadableHistoryError):
            fold(broken)


@patient
@given(histories(shortest=2))
def test_a_tail_does_not_continue_another_version(history: History) -> None:
    with pytest.raises(UnreadableHistoryError):
        fold(history.events[2:], start=history.plans[0])


def test_no_events_make_no_plan() -> None:
    with pytest.raises(UnreadableHistoryError, match="begins with the event that opens the deal"):
        fold([])


@pytest.fixture
def history(acme: Plan, stamp: Stamp) -> list[Stored]:
    """A deal opened, a milestone added, then the deal, the plan and a person updated, stored."""
    edits = [
        Edit(op="add", entity="milestone", id="kickoff", set={"title": "Kick-off"}),
        Edit(op="update", entity="deal", id="deal", set={"amount": "1.5"}),
        Edit(op="update", entity="plan", id="plan", set={"objective": "Win"}),
        Edit(op="update", entity="stakeholder", id="dan-cole", set={"active": False}),
    ]
    opened = opening(acme, stamp)
    events, _ = decide_all(fold(opened), edits, stamp)
    return [stored(event) for event in (*opened, *events)]


def read(rows: list[Stored]) -> Plan:
    return fold(upcast(row) for row in rows)


DAMAGE: dict[str, tuple[int, Stored]] = {
    "a version of the future": (2, {"v": 2}),
    "a version that never was": (2, {"v": 0}),
    "a version that is no number": (2, {"v": "one"}),
    "a type that never was": (1, {"type": "deleted"}),
    "a field that never was": (1, {"mood": "good"}),
    "no plan when opened": (0, {"after": {}}),
    "no list of milestones": (0, {"after": {"milestones": "all"}}),
    "no deal but a word": (0, {"after": {"deal": "acme"}}),
    "a first event that opens nothing": (0, {"type": "added", "entity": "action", "id": "a"}),
    "a first event that updates a deal": (0, {"type": "updated", "entity": "deal", "id": "deal"}),
    "a first event that updates a plan": (0, {"type": "updated", "after": {"objective": "Win"}}),
    "an addition of what is there": (1, {"id": "pilot"}),
    "an addition of a deal": (1, {"entity": "deal"}),
    "an addition without a title": (1, {"after": {}}),
    "an addition that names itself otherwise": (1, {"after": {"id": "x", "title": "T"}}),
    "an id that is none": (1, {"id": "No Id"}),
    "an update of nothing": (4, {"id": "nobody"}),
    "an update of an id": (4, {"after": {"id": "nobody"}}),
    "an update of all milestones": (3, {"after": {"milestones": []}}),
    "an update of the day the plan is as of": (3, {"after": {"as_of": "2020-01-01"}}),
    "a value outside its list": (4, {"after": {"side": "both"}}),
    "a retraction of nothing": (1, {"type": "retracted"}),
    "a retraction of a deal": (2, {"type": "retracted"}),
}


@pytest.mark.parametrize(("n", "change"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_told_and_never_read_over(history: list[Stored], n: int, change: Stored) -> None:
    read(history)
    history[n] |= change
    with pytest.raises(UnreadableHistoryError):
        read(history)


def test_a_deal_is_opened_once(history: list[Stored]) -> None:
    history[2] = {**history[0], "seq": 3}
    with pytest.raises(UnreadableHistoryError, match="Event 3 opens a deal that is open"):
        read(history)


def test_two_things_of_one_id_do_not_become_one_in_silence(history: list[Stored]) -> None:
    after = cast("dict[str, list[JsonValue]]", history[0]["after"])
    after["actions"] *= 2
    with pytest.raises(UnreadableHistoryError):
        read(history)


@pytest.mark.parametrize("field", ["seq", "type", "v", "at", "actor", "cause", "entity", "id"])
def test_an_event_of_which_a_part_is_lost_is_told(history: list[Stored], field: str) -> None:
    del history[1][field]
    with pytest.raises(UnreadableHistoryError):
        read(history)


@patient
@given(histories(longest=3), st.data())
def test_whatever_is_damaged_a_plan_comes_out_or_the_history_is_called_unreadable(
    history: History, data: st.DataObject
) -> None:
    rows = [stored(event) for event in history.events]
    row = data.draw(st.sampled_from(rows))
    key = data.draw(st.sampled_from(sorted(row)))
    row[key] = damaged(data, row[key])
    with suppress(UnreadableHistoryError):
        assert isinstance(read(rows), Plan)


OTHER: tuple[JsonValue, ...] = (None, "", "x", 0, -1, 2.5, [], {}, ["x"], {"id": "x"})


def damaged(data: st.DataObject, value: JsonValue) -> JsonValue:
    """The value with something else in the place of one value, somewhere down in it."""
    if isinstance(value, list) and value and data.draw(st.booleans()):
        n = data.draw(st.integers(0, len(value) - 1))
        return [*value[:n], damaged(data, value[n]), *value[n + 1 :]]
    if isinstance(value, dict) and value and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(sorted(value)))
        return {**value, key: damaged(data, value[key])}
    return data.draw(st.sampled_from(OTHER))
