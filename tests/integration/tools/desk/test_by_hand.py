"""Changes by hand go through the same gate, and take no id that was ever given."""

import pytest

from plan.edits import Edit
from plan.errors import RefusedError
from tests.integration.tools.desk.acme import Desk, edit
from tools.desk.editing import edit_by_hand
from tools.desk.undoing import undo_last

ROOM = edit("action", "book-room", "add", title="Book the room")


def by_hand(desk: Desk, wanted: Edit) -> None:
    with desk.write() as unit:
        edit_by_hand(unit, "acme", wanted, desk.acting())


def test_an_id_that_was_taken_back_is_not_given_again(desk: Desk) -> None:
    by_hand(desk, ROOM)
    with desk.write() as unit:
        undo_last(unit, "acme", desk.acting())
    with pytest.raises(RefusedError, match=r"`book-room` was given before in acme"):
        by_hand(desk, edit("milestone", "book-room", "add", title="Something else"))


def test_an_id_that_is_proposed_is_not_given_to_something_else(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), ROOM)
    with pytest.raises(RefusedError, match="given before"):
        by_hand(desk, edit("action", "book-room", "add", title="Book the other room"))
    desk.approve(proposal)


def test_what_is_changed_by_hand_rests_on_no_words(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), edit("milestone", "pilot", due="2026-04-02"))
    by_hand(desk, proposal.edit)
    with desk.store.read("default") as unit:
        (event,) = unit.plans.events("acme", after=1)
    assert event.evidence == ()
    assert desk.proposal(proposal.id).status == "superseded"
