"""What becomes of findings when they are published, whenever and in whatever order sources come."""

from tests.integration.tools.desk.acme import Desk, edit

MOVE = edit("milestone", "pilot", due="2026-04-02")
UMA = edit("stakeholder", "uma-berg", "add", name="Uma Berg", side="buyer")
LIST = edit("action", "send-list", "add", title="Send the list", owner="uma-berg")


def test_findings_become_pending_proposals_once(desk: Desk) -> None:
    source = desk.source(9)
    (proposal,) = desk.publish(source, MOVE)
    assert (proposal.id, proposal.status) == ("acme.p1", "pending")
    assert proposal.before == {"due": "2026-03-27"}
    assert desk.publish(source, MOVE) == ()
    assert desk.due() == "2026-03-27"


def test_what_the_plan_came_to_say_meanwhile_is_not_proposed(desk: Desk) -> None:
    first, second = desk.source(9), desk.source(10)
    (proposal,) = desk.publish(first, MOVE)
    desk.approve(proposal)
    assert desk.publish(second, MOVE) == ()
    with desk.store.read("default") as unit:
        reading = unit.readings.get(second, 1)
    assert reading
    assert [(drop.stage, drop.reason) for drop in reading.drops] == [
        ("publish", "The plan already says so.")
    ]


def test_newer_words_supersede_field_by_field_and_the_rest_stays_proposed(desk: Desk) -> None:
    (old,) = desk.publish(
        desk.source(9), edit("milestone", "pilot", due="2026-04-02", status="blocked")
    )
    (new,) = desk.publish(desk.source(10), edit("milestone", "pilot", due="2026-04-09"))
    assert desk.proposal(old.id).status == "superseded"
    rest = desk.proposal("acme.p3")
    assert (rest.status, rest.edit.set, rest.source) == (
        "pending",
        {"status": "blocked"},
        old.source,
    )
    assert rest.edit.evidence == old.edit.evidence
    assert new.edit.set == {"due": "2026-04-09"}


def test_an_older_call_that_comes_late_supersedes_nothing_and_says_so(desk: Desk) -> None:
    (new,) = desk.publish(desk.source(12), edit("milestone", "pilot", due="2026-04-09"))
    (late,) = desk.publish(desk.source(9), MOVE)
    assert desk.proposal(new.id).status == "pending"
    assert late.status == "stale"
    assert "Newer words" in late.warnings[-1]


def test_an_older_call_never_overrides_what_a_newer_one_had_approved(desk: Desk) -> None:
    (new,) = desk.publish(desk.source(12), edit("milestone", "pilot", due="2026-04-09"))
    desk.approve(new)
    (late,) = desk.publish(desk.source(9), MOVE)
    assert late.status == "stale"
    assert desk.due() == "2026-04-09"
    with desk.store.read("default") as unit:
        assert unit.proposals.find("acme", ("pending",)) == ()


def test_sources_of_one_day_are_ordered_by_arrival(desk: Desk) -> None:
    (first,) = desk.publish(desk.source(9), MOVE)
    (second,) = desk.publish(desk.source(9, "b" * 64), edit("milestone", "pilot", due="2026-04-09"))
    assert desk.proposal(first.id).status == "superseded"
    assert second.status == "pending"


def test_a_proposal_lists_the_additions_it_needs(desk: Desk) -> None:
    person, action = desk.publish(desk.source(9), UMA, LIST)
    assert {person.needs, action.needs} == {(), ("acme.p1",)}


def test_a_later_source_may_change_what_an_earlier_one_wants_to_add(desk: Desk) -> None:
    (added,) = desk.publish(
        desk.source(9), edit("action", "send-list", "add", title="Send the list")
    )
    (change,) = desk.publish(desk.source(10), edit("action", "send-list", due="2026-03-25"))
    assert change.needs == (added.id,)
    desk.approve(change, with_needs=True)
    assert str(desk.plan().actions[-1].due) == "2026-03-25"


def test_an_id_taken_meanwhile_is_exchanged_everywhere(desk: Desk) -> None:
    desk.publish(
        desk.source(9), edit("stakeholder", "uma-berg", "add", name="Uma B.", side="buyer")
    )
    other = edit(
        "stakeholder", "uma-berg", "add", name="Uma Berg", side="seller", email="u@us.example"
    )
    proposals = {one.edit.id: one for one in desk.publish(desk.source(10), other, LIST)}
    assert proposals.keys() == {"uma-berg-2", "send-list"}
    assert proposals["send-list"].edit.set["owner"] == "uma-berg-2"


def test_reading_again_puts_away_what_waits_and_keeps_what_was_decided(desk: Desk) -> None:
    source = desk.source(9)
    move, person, action = desk.publish(source, MOVE, UMA, LIST)
    desk.approve(person)
    desk.reject(action)
    with desk.write() as unit:
        unit.sources.ask_again(source)
    (again,) = desk.publish(source, MOVE, UMA, LIST, n=2)
    assert desk.proposal(move.id).status == "withdrawn"
    assert (again.edit.set, again.reading) == (MOVE.set, 2)
    assert desk.proposal(person.id).status == "approved"
    assert desk.proposal(action.id).status == "rejected"


def test_a_reading_asked_for_again_meanwhile_publishes_nothing(desk: Desk) -> None:
    source = desk.source(9)
    with desk.write() as unit:
        unit.sources.ask_again(source)
    assert desk.publish(source, MOVE, n=1) == ()


def test_unusually_many_proposals_say_so(desk: Desk) -> None:
    many = [edit("action", f"a-{n}", "add", title=f"Task number {n}") for n in range(60)]
    proposals = desk.publish(desk.source(9), *many)
    assert len(proposals) == 50
    assert all("unusually many" in one.warnings[-1] for one in proposals)
