"""What somebody asks for in a chat waits for a decision like what a reading found."""

from datetime import timedelta

import pytest

from memory.errors import NotFoundError
from plan.edits import Edit, content_hash
from plan.errors import RefusedError
from plan.proposals import Proposal
from tests.integration.tools.desk.acme import NOW, Desk, edit
from tools.desk.gate import Acting
from tools.desk.precedence import BEHIND
from tools.desk.suggesting import suggest

MOVE = edit("milestone", "pilot", due="2026-04-02")
ROOM = edit("action", "", "add", title="Book the room", owner="ada-okafor")


def suggested(desk: Desk, wanted: Edit, later: int = 0, deal: str = "acme") -> Proposal:
    """What comes of a wish, so many minutes after the first."""
    by = Acting(actor="kim", at=NOW + timedelta(minutes=later))
    with desk.write() as unit:
        return suggest(unit, deal, wanted, by, "push the pilot")


def waiting(desk: Desk) -> list[tuple[str, str]]:
    with desk.store.read("default") as unit:
        return [(one.id, one.status) for one in unit.proposals.find("acme")]


def test_a_wish_is_a_pending_proposal_and_changes_nothing(desk: Desk) -> None:
    before = desk.plan()
    made = suggested(desk, MOVE)
    assert desk.plan() == before
    assert desk.proposal("acme.p1") == made
    assert (made.status, made.source, made.source_number) == ("pending", None, 0)
    assert (made.edit, made.before) == (MOVE, {"due": "2026-03-27"})
    assert made.hash == content_hash(made.edit, made.before)
    assert made.why == "Asked for by kim: push the pilot"
    assert (made.occurred_at, made.created_at) == (NOW, NOW)


def test_it_can_be_approved_as_any_other(desk: Desk) -> None:
    desk.approve(suggested(desk, MOVE))
    assert desk.due() == "2026-04-02"
    assert desk.proposal("acme.p1").status == "approved"


def test_what_the_plan_says_already_is_left_out(desk: Desk) -> None:
    made = suggested(desk, edit("milestone", "pilot", due="2026-04-02", owner="ada-okafor"))
    assert made.edit.set == {"due": "2026-04-02"}


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (edit("milestone", "pilot", due="2026-03-27"), "already says that"),
        (edit("milestone", "nothing", due="2026-04-02"), "There is no milestone `nothing`"),
        (edit("milestone", "pilot", due="2026-01-02"), "before 2026-03-01"),
        (edit("milestone", "pilot", owner="nobody"), "no person `nobody`"),
        (edit("milestone", "pilot", depends_on=["signature"]), "wait for each other"),
        (edit("milestone", "pilot", mood="good"), "no field `mood`"),
        (edit("milestone", "pilot", due="soon"), "milestone.due cannot be"),
        (edit("milestone", "pilot"), "sets no field"),
        (edit("deal", "deal", "add", name="Other"), "A deal has one deal"),
        (edit("action", "pilot", "add", title="Fly"), "given before"),
        (edit("stakeholder", "", "add", name="Uma Berg"), "needs side"),
    ],
)
def test_what_a_person_could_not_do_by_hand_is_refused(
    desk: Desk, wanted: Edit, reason: str
) -> None:
    with pytest.raises(RefusedError, match=reason):
        suggested(desk, wanted)
    assert waiting(desk) == []


def test_there_must_be_such_a_deal(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        suggested(desk, MOVE, deal="other")


def test_the_same_wish_again_is_the_one_that_waits(desk: Desk) -> None:
    first = suggested(desk, MOVE)
    assert suggested(desk, MOVE, later=5) == first
    new = suggested(desk, ROOM)
    assert suggested(desk, ROOM, later=5) == new
    assert waiting(desk) == [("acme.p1", "pending"), ("acme.p2", "pending")]


def test_what_a_reading_proposed_already_is_not_proposed_twice(desk: Desk) -> None:
    both = edit("milestone", "pilot", due="2026-04-02", status="blocked")
    (read,) = desk.publish(desk.source(9), both)
    assert suggested(desk, MOVE).id == read.id


def test_a_wish_that_was_rejected_may_be_asked_for_again(desk: Desk) -> None:
    desk.reject(suggested(desk, MOVE))
    assert suggested(desk, MOVE, later=5).id == "acme.p2"


def test_it_takes_over_the_fields_of_older_proposals(desk: Desk) -> None:
    both = edit("milestone", "pilot", due="2026-04-09", status="blocked")
    (read,) = desk.publish(desk.source(9), both)
    made = suggested(desk, MOVE)
    assert desk.proposal(read.id).status == "superseded"
    rest = desk.proposal("acme.p3")
    assert (rest.edit.set, rest.status, made.status) == (
        {"status": "blocked"},
        "pending",
        "pending",
    )


def test_a_later_wish_takes_over_an_earlier_one(desk: Desk) -> None:
    first = suggested(desk, MOVE)
    second = suggested(desk, edit("milestone", "pilot", due="2026-04-09"), later=5)
    assert desk.proposal(first.id).status == "superseded"
    assert desk.proposal(second.id).status == "pending"


def test_words_said_after_it_put_it_behind(desk: Desk) -> None:
    desk.publish(desk.source(25), edit("milestone", "pilot", due="2026-04-09"))
    made = suggested(desk, MOVE)
    assert (made.status, made.warnings) == ("stale", (BEHIND,))


def test_an_older_call_that_arrives_later_does_not_take_it_over(desk: Desk) -> None:
    made = suggested(desk, MOVE)
    (read,) = desk.publish(desk.source(9), edit("milestone", "pilot", due="2026-04-09"))
    assert desk.proposal(made.id).status == "pending"
    assert read.status == "stale"


def test_something_new_gets_an_id_that_was_never_given(desk: Desk) -> None:
    first = suggested(desk, ROOM)
    desk.reject(first)
    second = suggested(desk, ROOM, later=5)
    assert (first.edit.id, second.edit.id) == ("book-the-room", "book-the-room-2")


def test_it_may_refer_to_what_another_proposal_would_add(desk: Desk) -> None:
    person = suggested(desk, edit("stakeholder", "", "add", name="Uma Berg", side="buyer"))
    owned = suggested(desk, edit("milestone", "pilot", owner=person.edit.id), later=5)
    assert owned.needs == (person.id,)
    desk.approve(owned, with_needs=True)
    assert desk.plan().milestones[0].owner == "uma-berg"


def test_the_deal_and_the_plan_need_no_id(desk: Desk) -> None:
    assert suggested(desk, edit("deal", "", stage="proposal")).edit.id == "deal"
    assert suggested(desk, edit("plan", "", objective="Go live."), later=5).edit.id == "plan"


def test_words_of_a_source_do_not_justify_it(desk: Desk) -> None:
    (read,) = desk.publish(desk.source(9), edit("action", "send-form", due="2026-03-30"))
    assert suggested(desk, MOVE.model_copy(update={"evidence": read.edit.evidence})).edit == MOVE


def test_what_went_stale_is_asked_for_anew(desk: Desk) -> None:
    (read,) = desk.publish(desk.source(9), MOVE)
    desk.approve(suggested(desk, edit("milestone", "pilot", due="2026-03-30")))
    with desk.write() as unit:
        unit.proposals.replace(read.model_copy(update={"status": "stale"}))
    made = suggested(desk, MOVE, later=5)
    assert (made.status, made.before) == ("pending", {"due": "2026-03-30"})
    assert desk.proposal(read.id).status == "superseded"
