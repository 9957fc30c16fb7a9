"""Later words stay ahead of older ones through undo, redo and what people do by hand."""

import pytest

from plan.proposals import Proposal
from tests.integration.tools.desk.acme import Desk, edit
from tools.desk.editing import edit_by_hand
from tools.desk.errors import NothingToUndoError
from tools.desk.precedence import BEHIND
from tools.desk.undoing import undo, undo_last

OLD = edit("milestone", "pilot", due="2026-04-02")
NEW = edit("milestone", "pilot", due="2026-04-09")


def undo_it(desk: Desk) -> None:
    with desk.write() as unit:
        undo_last(unit, "acme", desk.acting())


def published(desk: Desk, day: int, *, old: bool) -> Proposal:
    (proposal,) = desk.publish(desk.source(day), OLD if old else NEW)
    return proposal


def test_an_undone_approval_of_older_words_is_behind_the_newer_ones_again(desk: Desk) -> None:
    published(desk, 12, old=False)
    late = published(desk, 9, old=True)
    desk.approve(late)
    undo_it(desk)
    again = desk.proposal(late.id)
    assert (again.status, again.warnings) == ("stale", (BEHIND,))


def test_an_undone_approval_is_behind_what_was_said_since(desk: Desk) -> None:
    first = published(desk, 9, old=True)
    approval = desk.approve(first)
    published(desk, 12, old=False)
    with desk.write() as unit:
        undo(unit, approval.id, desk.acting())
    assert desk.proposal(first.id).status == "stale"


def test_an_undone_rejection_of_older_words_is_behind_newer_ones(desk: Desk) -> None:
    first = published(desk, 9, old=True)
    desk.reject(first)
    second = published(desk, 12, old=False)
    undo_it(desk)
    assert desk.proposal(first.id).status == "stale"
    assert desk.proposal(second.id).status == "pending"


def test_an_undone_rejection_of_newer_words_puts_older_ones_behind(desk: Desk) -> None:
    second = published(desk, 12, old=False)
    desk.reject(second)
    late = published(desk, 9, old=True)
    assert late.status == "pending"
    undo_it(desk)
    assert desk.proposal(second.id).status == "pending"
    assert desk.proposal(late.id).status == "stale"
    assert desk.proposal(late.id).warnings == (BEHIND,)


def test_newer_words_that_somebody_made_true_by_hand_are_known_all_the_same(desk: Desk) -> None:
    second = published(desk, 12, old=False)
    with desk.write() as unit:
        edit_by_hand(unit, "acme", NEW, desk.acting())
    assert desk.proposal(second.id).status == "superseded"
    assert published(desk, 9, old=True).status == "stale"


@pytest.mark.parametrize("first", ["old", "new"])
def test_older_words_on_another_field_are_not_behind(desk: Desk, first: str) -> None:
    blocked = edit("milestone", "pilot", status="blocked")
    if first == "new":
        published(desk, 12, old=False)
        (older,) = desk.publish(desk.source(9), blocked)
    else:
        (older,) = desk.publish(desk.source(9), blocked)
        published(desk, 12, old=False)
    assert desk.proposal(older.id).status == "pending"


ROOM = edit("action", "book-room", "add", title="Book the room", due="2026-03-20")
LATER = edit("action", "book-room", due="2026-03-25")


def test_newer_words_about_an_addition_leave_it_whole(desk: Desk) -> None:
    (added,) = desk.publish(desk.source(9), ROOM)
    (change,) = desk.publish(desk.source(12), LATER)
    assert desk.proposal(added.id) == added
    desk.approve(change, with_needs=True)
    assert str(desk.plan().actions[-1].due) == "2026-03-25"


def test_an_addition_is_never_behind_what_needs_it(desk: Desk) -> None:
    (added,) = desk.publish(desk.source(9), ROOM)
    approval = desk.approve(added)
    (change,) = desk.publish(desk.source(12), LATER)
    with desk.write() as unit:
        undo(unit, approval.id, desk.acting())
    assert desk.proposal(added.id).status == "pending"
    desk.approve(desk.proposal(change.id), with_needs=True)


def test_an_undone_rejection_shows_what_the_plan_came_to_say(desk: Desk) -> None:
    rejected = published(desk, 9, old=True)
    rejection = desk.reject(rejected)
    with desk.write() as unit:
        edit_by_hand(unit, "acme", NEW, desk.acting())
        undo(unit, rejection.id, desk.acting())
    again = desk.proposal(rejected.id)
    assert (again.status, again.before) == ("stale", {"due": "2026-04-09"})


def test_with_nothing_left_to_restore_an_undo_is_refused(desk: Desk) -> None:
    approval = desk.approve(published(desk, 9, old=True))
    desk.approve(published(desk, 12, old=False))
    with pytest.raises(NothingToUndoError, match="due was changed again later"), desk.write() as u:
        undo(u, approval.id, desk.acting())
    assert desk.due() == "2026-04-09"
