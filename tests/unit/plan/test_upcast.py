"""Events of every version that ever was are read in today's form."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given

from plan.errors import UnreadableHistoryError
from plan.events import VERSION, Event
from plan.upcast import UPCASTERS, upcast
from tests.strategies.plans import History, histories, patient

STORED = {
    "seq": 7,
    "type": "updated",
    "v": 1,
    "at": "2026-03-03T09:00:00Z",
    "actor": "kim",
    "cause": "acme-wms.d3",
    "entity": "deal",
    "id": "deal",
    "before": {"amount": "1"},
    "after": {"amount": "2"},
    "evidence": [{"source": "acme-wms.s1", "turn": 1, "start": 0, "end": 5}],
}


@patient
@given(histories())
def test_an_event_of_today_is_read_as_it_was_written(history: History) -> None:
    for event in history.events:
        assert event.v == VERSION
        assert upcast(event.model_dump(mode="json")) == event


def test_an_old_event_is_brought_up_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def named_actor(event: dict[str, Any]) -> dict[str, Any]:
        return {**event, "v": event["v"] + 1, "actor": event["actor"] + "!"}

    monkeypatch.setitem(UPCASTERS, 0, named_actor)
    monkeypatch.setitem(UPCASTERS, -1, named_actor)
    old = {**STORED, "v": -1}
    kept = deepcopy(old)
    event = upcast(old)
    assert event == Event.model_validate({**STORED, "actor": "kim!!"})
    assert old == kept


def test_an_event_of_the_future_says_which_program_reads_it() -> None:
    with pytest.raises(UnreadableHistoryError) as error:
        upcast({**STORED, "v": VERSION + 1})
    assert str(error.value) == ("Event 7 was written by a newer Tandem; run that version or later.")


@pytest.mark.parametrize("version", [0, -3, None, "1", [1]])
def test_a_version_that_never_was_is_told(version: object) -> None:
    with pytest.raises(UnreadableHistoryError, match="Event 7 is of no known form"):
        upcast({**STORED, "v": version})


@pytest.mark.parametrize("field", sorted(STORED.keys() - {"before", "after", "evidence"}))
def test_an_event_of_which_a_part_is_lost_is_told(field: str) -> None:
    stored = {name: value for name, value in STORED.items() if name != field}
    with pytest.raises(UnreadableHistoryError):
        upcast(stored)
