import json
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from evals.variants import varied
from evals.variants.other_time_zone import OTHER_TIME_ZONE
from tests.unit.evals.variants.slight import HISTORY, MAIL, sample_of, spoken

DAY = date(2026, 3, 3)
EXPORT = {
    "metaData": {"id": "7", "started": "2026-03-03T10:00:00Z", "title": "Weekly"},
    "parties": [{"speakerId": "1", "name": "Dan Cole"}],
    "transcript": [
        {"speakerId": "1", "sentences": [{"start": 0, "end": 900, "text": "On 2026-03-20."}]}
    ],
}


def test_a_mail_is_sent_at_the_same_instant_on_another_day(tmp_path: Path) -> None:
    plain = sample_of(tmp_path, MAIL + HISTORY)
    moved = varied(plain, OTHER_TIME_ZONE)
    assert moved
    rows = [data.decode().split("\n") for data in (plain.data, moved.data)]
    ((was, now),) = [(a, b) for a, b in zip(*rows, strict=True) if a != b]
    before, after = (parsedate_to_datetime(row.partition(":")[2]) for row in (was, now))
    assert before == after
    assert before.date() == DAY != after.date()
    assert moved.context.source.day == DAY
    assert spoken(moved) == spoken(plain)


def test_a_folded_date_is_replaced_whole(tmp_path: Path) -> None:
    folded = MAIL.replace("Date: Tue, 03 Mar", "Date:\n Tue, 03 Mar").replace("\n", "\r\n")
    moved = varied(sample_of(tmp_path, folded), OTHER_TIME_ZONE)
    assert moved
    assert b"Tue, 03 Mar" not in moved.data
    assert moved.context.source.people == sample_of(tmp_path, MAIL).context.source.people


def test_an_export_is_started_at_the_same_instant_on_another_day(tmp_path: Path) -> None:
    plain = sample_of(tmp_path, json.dumps(EXPORT))
    moved = varied(plain, OTHER_TIME_ZONE)
    assert moved
    content = json.loads(moved.data)
    started = datetime.fromisoformat(content["metaData"].pop("started"))
    assert started == datetime(2026, 3, 3, 10, tzinfo=UTC)
    assert started.date() != DAY
    assert content["transcript"] == EXPORT["transcript"]
    assert moved.context.source.turns == plain.context.source.turns
    assert moved.context.source.day == DAY


@pytest.mark.parametrize(
    "source",
    [
        MAIL.replace("Date: Tue, 03 Mar 2026 09:30:00 +0100\n", ""),
        MAIL.replace("Tue, 03 Mar 2026 09:30:00 +0100", "yesterday"),
        MAIL.replace("Tue, 03 Mar 2026 09:30:00 +0100", "Tue, 03 Mar 2026 09:30:00 -0000"),
        json.dumps(EXPORT).replace("10:00:00Z", "10:00:00"),
        "Dan Cole: Hi.\nLena Ortiz: Hi.\n",
    ],
    ids=["no date", "no day", "no zone", "local time", "text"],
)
def test_what_tells_no_instant_cannot_be_moved(tmp_path: Path, source: str) -> None:
    assert varied(sample_of(tmp_path, source), OTHER_TIME_ZONE) is None
