"""Sources arriving: the same one never twice, and reading again only when that makes sense."""

from datetime import UTC, datetime

import pytest

from plan.errors import RefusedError
from plan.sources import Source
from plan.values import SourceStatus
from tests.integration.tools.desk.acme import Desk
from tools.desk.arrivals import Arrival, add_source, read_again


def mail(desk: Desk, digest: str, message_id: str) -> Arrival:
    at = datetime(2026, 3, 9, tzinfo=UTC)
    source = Source(
        kind="email",
        format="eml",
        occurred_at=at,
        day=at.date(),
        sha256=digest * 64,
        message_id=message_id,
        turns=(),
    )
    with desk.write() as unit:
        return add_source(unit, desk.jobs, "acme", source, desk.acting())


def test_the_same_bytes_or_the_same_message_are_one_source(desk: Desk) -> None:
    first = mail(desk, "a", "one@mail")
    assert (first.record.id, first.new) == ("acme.s1", True)
    assert mail(desk, "a", "other@mail") == Arrival(first.record, new=False)
    assert mail(desk, "b", "one@mail") == Arrival(first.record, new=False)
    assert mail(desk, "b", "two@mail").record.id == "acme.s2"
    assert desk.jobs.asked == [("acme.s1", 1), ("acme.s2", 1)]


@pytest.mark.parametrize("status", ["queued", "reading", "withdrawn"])
def test_what_is_under_way_or_withdrawn_is_not_read_again(desk: Desk, status: SourceStatus) -> None:
    source = desk.source(9)
    with desk.write() as unit:
        unit.sources.set_status(source, status)
    with pytest.raises(RefusedError, match=status), desk.write() as unit:
        read_again(unit, desk.jobs, source)


def test_a_failed_source_is_read_again_under_the_next_number(desk: Desk) -> None:
    source = desk.source(9)
    with desk.write() as unit:
        unit.sources.set_status(source, "failed", "The model was away.")
    with desk.write() as unit:
        record = read_again(unit, desk.jobs, source)
    assert (record.reading, record.status, record.reason) == (2, "queued", "")
    assert desk.jobs.asked[-1] == (source, 2)
