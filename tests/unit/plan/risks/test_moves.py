"""The days on which a deal last moved, read from its history in the deal's own time zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given

from plan.edits import Values
from plan.events import Event, EventType
from plan.risks.moves import moves
from plan.values import Entity
from tests.strategies.plans import History, histories, patient

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def event(
    day: int, entity: Entity, after: Values, item: str = "pilot", of: EventType = "updated"
) -> Event:
    at = START + timedelta(days=day)
    return Event(
        seq=day + 1, type=of, at=at, actor="kim", cause="d", entity=entity, id=item, after=after
    )


def test_a_deal_that_did_not_move_has_no_days() -> None:
    still = [event(1, "deal", {"amount": "9"}), event(2, "action", {"status": "done"})]
    assert moves(still, UTC) == (None, None)


def test_the_last_change_of_stage_and_the_last_milestone_done_count() -> None:
    history = [
        event(1, "deal", {"stage": "evaluation"}),
        event(2, "milestone", {"status": "done"}),
        event(3, "deal", {"stage": "proposal", "amount": "9"}),
        event(4, "milestone", {"status": "done"}, "legal"),
        event(5, "milestone", {"owner": "kim"}),
        event(6, "milestone", {"status": "blocked"}, "other"),
    ]
    assert moves(history, UTC) == (date(2026, 3, 5), date(2026, 3, 6))


def test_what_was_found_not_done_after_all_is_no_progress() -> None:
    done = [
        event(1, "milestone", {"status": "done"}),
        event(2, "milestone", {"status": "done"}, "b"),
    ]
    reopened = [*done, event(3, "milestone", {"status": "in_progress"}, "b")]
    retracted = [*done, event(3, "milestone", {}, "b", "retracted")]
    assert moves(done, UTC).progressed == date(2026, 3, 4)
    assert moves(reopened, UTC).progressed == date(2026, 3, 3)
    assert moves(retracted, UTC).progressed == date(2026, 3, 3)


def test_a_milestone_added_as_done_is_done_that_day() -> None:
    assert moves([event(1, "milestone", {"status": "done"}, of="added")], UTC).progressed


def test_days_are_the_deals_own() -> None:
    late = event(0, "deal", {"stage": "proposal"}).model_copy(
        update={"at": datetime(2026, 3, 2, 23, 30, tzinfo=UTC)}
    )
    assert moves([late], UTC).staged == date(2026, 3, 2)
    assert moves([late], ZoneInfo("Europe/Oslo")).staged == date(2026, 3, 3)


@patient
@given(histories())
def test_any_history_has_its_moves(history: History) -> None:
    staged, progressed = moves(history.events, UTC)
    days = {one.at.date() for one in history.events}
    assert {staged, progressed} <= {None, *days}
    now = {one.status for one in history.plans[-1].milestones}
    assert progressed is None or "done" in now
