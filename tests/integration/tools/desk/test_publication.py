"""What publishing a reading leaves behind, beside its proposals."""

from datetime import date

from plan.observations import Engagement
from plan.readings import Drop, Finding, Reading, Trace
from plan.sources import Evidence
from tests.integration.tools.desk.acme import NOW, Desk, edit
from tools.desk.publishing import publish


def reading(source: str, *findings: Finding) -> Reading:
    return Reading(
        source=source,
        n=1,
        plan_version=1,
        findings=findings,
        engagement=(Engagement(person="ada-okafor", on=date(2026, 3, 9)),),
        drops=(Drop(stage="ground", reason="No words are given for it.", draft={}),),
        trace=Trace(reader="scripted"),
        finished_at=NOW,
    )


def test_the_source_is_read_who_spoke_is_known_and_no_drop_is_lost(desk: Desk) -> None:
    source = desk.source(9)
    words = Evidence(source=source, turn=1, start=0, end=9)
    known = edit("milestone", "pilot", due="2026-03-27").model_copy(update={"evidence": (words,)})
    with desk.write() as unit:
        unit.readings.keep(reading(source, Finding(edit=known)))
        assert publish(unit, source, 1, NOW) == ()
    with desk.store.read("default") as unit:
        kept = unit.readings.get(source, 1)
        assert unit.sources.get(source).status == "read"
        assert unit.observations.engagement("acme") == {"ada-okafor": date(2026, 3, 9)}
    assert kept
    assert [drop.stage for drop in kept.drops] == ["ground", "publish"]
    assert [one.edit for one in kept.findings] == [known]


def test_a_reading_that_failed_publishes_nothing(desk: Desk) -> None:
    source = desk.source(9)
    failed = reading(source).model_copy(update={"failure": "The model was away."})
    with desk.write() as unit:
        unit.readings.keep(failed)
        assert publish(unit, source, 1, NOW) == ()
    with desk.store.read("default") as unit:
        assert not unit.readings.published(source, 1)
        assert unit.observations.engagement("acme") == {}
        assert unit.sources.get(source).status == "queued"


def test_new_ids_keep_clear_of_each_other(desk: Desk) -> None:
    desk.publish(desk.source(8), edit("action", "call", "add", title="Call the auditor"))
    one = edit("action", "call", "add", title="Ring up somebody quite different")
    other = edit("action", "call-2", "add", title="Order new laptops")
    found = desk.publish(desk.source(9), one, other)
    assert len({proposal.edit.id for proposal in found}) == 2
    assert {str(proposal.edit.set["title"]) for proposal in found} == {
        "Ring up somebody quite different",
        "Order new laptops",
    }
