"""Histories that earlier releases stored are replayed for ever.

`tests/fixtures/events/v<N>.jsonl` holds one history as version N of the events wrote it, and
`v<N>.plan.json` the plan it leads to. Nothing in these files is ever edited: a new version of
the events adds a pair of its own.
"""

import json
from pathlib import Path
from typing import get_args

import pytest

from plan.edits import canonical_json
from plan.events import VERSION, Event, EventType
from plan.fold import fold
from plan.models import Plan
from plan.upcast import upcast
from plan.values import Entity

FOLDER = Path(__file__).parents[2] / "fixtures" / "events"
HISTORIES = sorted(FOLDER.glob("v*.jsonl"))


def lines(history: Path) -> list[str]:
    return history.read_text(encoding="utf-8").splitlines()


def events(history: Path) -> list[Event]:
    return [upcast(json.loads(line)) for line in lines(history)]


def test_every_version_of_the_events_has_a_history() -> None:
    assert [history.stem for history in HISTORIES] == [f"v{n}" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("history", HISTORIES, ids=lambda path: path.stem)
def test_a_stored_history_leads_to_the_plan_it_led_to(history: Path) -> None:
    expected = history.with_suffix(".plan.json").read_text(encoding="utf-8")
    assert fold(events(history)) == Plan.model_validate_json(expected)


@pytest.mark.parametrize("history", HISTORIES, ids=lambda path: path.stem)
def test_a_stored_history_holds_every_type_and_every_entity(history: Path) -> None:
    assert {event.type for event in events(history)} == set(get_args(EventType))
    assert {event.entity for event in events(history)} == set(get_args(Entity))


def test_events_are_written_today_as_their_version_says() -> None:
    today = FOLDER / f"v{VERSION}.jsonl"
    written = [canonical_json(event.model_dump(mode="json")) for event in events(today)]
    assert written == lines(today)
