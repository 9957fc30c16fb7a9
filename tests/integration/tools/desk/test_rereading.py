"""Reading a source again: what was decided on its words stays decided, the rest is found anew."""

import pytest

from plan.edits import Edit
from plan.proposals import Proposal
from plan.readings import Finding
from plan.sources import Evidence
from tests.contract.memory.samples import answer
from tests.fakes.jobs import RecordedJobs
from tests.integration.tools.desk.acme import NOW, Desk, edit
from tools.desk.arrivals import read_again
from tools.desk.editing import edit_by_hand
from tools.desk.publishing import publish

UMA = edit("stakeholder", "uma-berg", "add", name="Uma Berg", side="buyer")
UMA_AGAIN = edit("stakeholder", "uma-berg-2", "add", name="Uma Berg", side="buyer")
LIST = edit("action", "send-list", "add", title="Send the list", owner="uma-berg")


def words(source: str, start: int) -> tuple[Evidence, ...]:
    return (Evidence(source=source, turn=1, start=start, end=start + 20),)


def read(desk: Desk, source: str, n: int, *found: tuple[Edit, int]) -> tuple[Proposal, ...]:
    """Publish the nth reading, each finding on the words that begin at an offset."""
    findings = [
        Finding(edit=one.model_copy(update={"evidence": words(source, start)}))
        for one, start in found
    ]
    with desk.write() as unit:
        for _ in range(n - unit.sources.get(source).reading):
            unit.sources.ask_again(source)
    desk.keep(source, findings, n)
    with desk.write() as unit:
        return publish(unit, source, n, NOW)


def drops(desk: Desk, source: str, n: int) -> list[str]:
    with desk.store.read("default") as unit:
        reading = unit.readings.get(source, n)
    assert reading
    return [drop.reason for drop in reading.drops]


def test_of_two_things_promised_in_one_breath_the_undecided_one_is_found_again(desk: Desk) -> None:
    report = edit("action", "send-report", "add", title="Send the report")
    form = edit("action", "fill-in-dpa", "add", title="Fill in the DPA")
    source = desk.source(9)
    first, _ = read(desk, source, 1, (report, 0), (form, 0))
    desk.reject(first)
    again = [one.model_copy(update={"id": f"{one.id}-2"}) for one in (report, form)]
    (found,) = read(desk, source, 2, *((one, 0) for one in again))
    assert found.edit.set == {"title": "Fill in the DPA"}


def test_what_a_rejected_person_owns_is_not_proposed_without_them(desk: Desk) -> None:
    source = desk.source(9)
    uma, _ = read(desk, source, 1, (UMA, 0), (LIST, 30))
    desk.reject(uma)
    owned = edit("action", "send-list-2", "add", title="Send the list", owner="uma-berg-2")
    assert read(desk, source, 2, (UMA_AGAIN, 0), (owned, 30)) == ()
    assert drops(desk, source, 2) == [
        "The same was rejected on the same words before (acme.p1).",
        "action.owner: there is no person `uma-berg` in acme.",
    ]


def test_what_names_a_person_approved_under_another_name_means_them(desk: Desk) -> None:
    source = desk.source(9)
    uma, _ = read(desk, source, 1, (UMA, 0), (LIST, 30))
    desk.approve(uma, name="Uma Bergström")
    owned = edit("action", "send-list-2", "add", title="Send the list", owner="uma-berg-2")
    (found,) = read(desk, source, 2, (UMA_AGAIN, 0), (owned, 30))
    assert (found.edit.set["owner"], found.needs) == ("uma-berg", ())
    desk.approve(found)


def test_values_edited_when_an_addition_was_approved_are_not_proposed_back(desk: Desk) -> None:
    source = desk.source(9)
    (uma,) = read(desk, source, 1, (UMA, 0))
    desk.approve(uma, side="partner")
    known = edit("stakeholder", "uma-berg", side="buyer")
    assert read(desk, source, 2, (known, 0)) == ()
    (other,) = read(desk, source, 3, (known, 7))
    assert other.edit.set == {"side": "buyer"}


def test_what_needs_an_addition_that_was_withdrawn_says_so(desk: Desk) -> None:
    source = desk.source(9)
    (uma,) = read(desk, source, 1, (UMA, 0))
    (owned,) = desk.publish(desk.source(10), LIST)
    read(desk, source, 2)
    assert desk.proposal(uma.id).status == "withdrawn"
    assert desk.proposal(owned.id).warnings == (
        "It refers to uma-berg, which was withdrawn (acme.p1).",
    )


def test_an_update_of_what_a_reading_adds_goes_with_its_new_id(desk: Desk) -> None:
    source = desk.source(9)
    other = edit("action", "send-list", "add", title="Something else")
    with desk.write() as unit:
        edit_by_hand(unit, "acme", other, desk.acting())
    due = edit("action", "send-list", due="2026-03-25")
    new = edit("action", "send-list", "add", title="Send the list")
    (found,) = read(desk, source, 1, (new, 0), (due, 30))
    assert (found.edit.op, found.edit.id) == ("add", "send-list-2")
    assert found.edit.set == {"title": "Send the list", "due": "2026-03-25"}


@pytest.mark.parametrize("owner", ["nobody", "uma-berg"])
def test_what_refers_to_something_that_is_gone_does_not_get_in(desk: Desk, owner: str) -> None:
    source = desk.source(9)
    found = edit("action", "send-list", "add", title="Send the list", owner=owner)
    assert read(desk, source, 1, (found, 0)) == ()
    assert drops(desk, source, 1) == [f"action.owner: there is no person `{owner}` in acme."]


def test_of_a_source_that_was_withdrawn_meanwhile_nothing_is_published(desk: Desk) -> None:
    source = desk.source(9)
    with desk.write() as unit:
        unit.sources.set_status(source, "withdrawn")
    assert read(desk, source, 1, (UMA, 0)) == ()
    with desk.store.read("default") as unit:
        assert unit.sources.get(source).status == "withdrawn"
        assert unit.proposals.find("acme") == ()


def test_what_a_model_answered_is_forgotten_so_that_it_is_asked_anew(desk: Desk) -> None:
    source = desk.source(9)
    read(desk, source, 1)
    with desk.write() as unit:
        unit.answers.keep(answer(source=source))
        read_again(unit, RecordedJobs(), source)
        assert unit.answers.get(answer().key) is None
