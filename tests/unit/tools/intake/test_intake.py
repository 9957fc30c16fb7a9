from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from tools.intake import (
    EmptyError,
    IntakeError,
    MalformedError,
    TooLargeError,
    UndatedError,
    UnknownZoneError,
    UnsupportedError,
    intake,
)

CALL = b"WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnn Lee: One.\n"
EXPORT = b'{"started": "2026-03-02T23:30:00Z", "title": "T", "transcript": [{"text": "One."}]}'
DAYED = b'{"date": "2026-03-02", "transcript": [{"text": "One."}]}'
MAIL = (
    b"From: Ann Lee <Ann@Acme.example>\nTo: Bob <bob@acme.example>\nSubject: Price\n"
    b"Date: Mon, 2 Mar 2026 23:30:00 -0800\nMessage-ID: <1@acme.example>\n\nOne.\n\nTwo\nthree.\n"
)
DAY = date(2026, 3, 5)
EARLIER = date(2026, 3, 4)


def test_a_call() -> None:
    source = intake(CALL, filename="a.docx", day=DAY)
    assert (source.kind, source.format, source.filename) == ("call", "vtt", "a.docx")
    assert source.sha256 == sha256(CALL).hexdigest()
    assert [person.name for person in source.people] == ["Ann Lee"]
    assert [(turn.n, turn.text) for turn in source.turns] == [(1, "One.")]


def test_a_mail() -> None:
    source = intake(MAIL)
    assert (source.kind, source.format, source.title) == ("email", "eml", "Price")
    assert source.message_id == "1@acme.example"
    assert [person.address for person in source.people] == ["ann@acme.example", "bob@acme.example"]
    assert [(turn.speaker, turn.address, turn.text) for turn in source.turns] == [
        ("Ann Lee", "ann@acme.example", "One."),
        ("Ann Lee", "ann@acme.example", "Two three."),
    ]


def test_the_digest_is_of_the_bytes_as_they_came() -> None:
    marked = b"\xef\xbb\xbf" + CALL
    assert intake(marked, day=DAY).sha256 == sha256(marked).hexdigest()


def test_a_file_name_is_made_fit_to_store() -> None:
    assert intake(CALL, filename="a\udcff\x00 b.vtt", day=DAY).filename == "a\ufffd b.vtt"


@pytest.mark.parametrize("data", [CALL, EXPORT, DAYED, MAIL])
def test_the_callers_day_beats_all_and_the_plans_beats_the_sources(data: bytes) -> None:
    assert intake(data, day=DAY, plan_day=EARLIER).day == DAY
    assert intake(data, plan_day=EARLIER).day == EARLIER


def test_another_day_than_its_own_puts_a_source_at_noon() -> None:
    for data in (CALL, EXPORT, DAYED, MAIL):
        source = intake(data, day=DAY, time_zone="America/New_York")
        assert source.occurred_at == datetime(2026, 3, 5, 17, tzinfo=UTC)


def test_a_mails_day_is_that_of_its_own_offset() -> None:
    for source in (intake(MAIL), intake(MAIL, day=date(2026, 3, 2), time_zone="Asia/Tokyo")):
        assert source.day == date(2026, 3, 2)
        assert source.occurred_at == datetime(2026, 3, 3, 7, 30, tzinfo=UTC)


def test_an_exports_day_is_that_of_the_workspaces_zone() -> None:
    source = intake(EXPORT, time_zone="Europe/Berlin")
    assert source.day == date(2026, 3, 3)
    assert source.occurred_at == datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert source == intake(EXPORT, day=date(2026, 3, 3), time_zone="Europe/Berlin")
    assert intake(EXPORT).day == date(2026, 3, 2)


def test_an_exports_time_without_offset_is_the_zones_own() -> None:
    source = intake(EXPORT.replace(b"00Z", b"00"), time_zone="Asia/Tokyo")
    assert source.day == date(2026, 3, 2)
    assert source.occurred_at == datetime(2026, 3, 2, 14, 30, tzinfo=UTC)


def test_an_export_that_tells_only_its_day_is_at_noon() -> None:
    source = intake(DAYED, time_zone="Asia/Tokyo")
    assert source.day == date(2026, 3, 2)
    assert source.occurred_at == datetime(2026, 3, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "data",
    [
        CALL,
        b"She signs.",
        MAIL.replace(b"Date:", b"X-Date:"),
        MAIL.replace(b"2 Mar 2026", b"2 Mar 9999"),
        EXPORT.replace(b"2026", b"9999"),
    ],
)
def test_without_a_day_it_is_refused_naming_the_option(data: bytes) -> None:
    with pytest.raises(UndatedError, match="--date"):
        intake(data)
    assert intake(data, day=DAY).day == DAY


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", "../etc/passwd", "Europe", "a\x00b"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(UnknownZoneError, match="IANA"):
        intake(CALL, day=DAY, time_zone=zone)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyError),
        (b" \r\n\t\n", EmptyError),
        (b"x" * (11 * 1024 * 1024), TooLargeError),
        (b"PK\x03\x04" + CALL, UnsupportedError),
        (b"\xff\xfe" + b"\x00\xd8" * 9, MalformedError),
        (b"WEBVTT\n", MalformedError),
        (b"WEBVTT\n\n00:00:01.000 --> 00:0", MalformedError),
        (b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ann></v>\n\n", MalformedError),
        (b"[]", MalformedError),
        (b"[" * 50_000, MalformedError),
        (b"\xef\xbb\xbf", IntakeError),
        (b"From: a@b.example\nTo: c@d.example\nSubject: x\n\n", MalformedError),
    ],
)
def test_broken_input_is_refused_in_a_sentence(data: bytes, error: type[IntakeError]) -> None:
    with pytest.raises(error) as refusal:
        intake(data, day=DAY)
    assert str(refusal.value)[0].isupper()
    assert str(refusal.value).endswith(".")


def test_a_call_named_as_a_mail_is_still_a_call() -> None:
    assert intake(CALL, filename="call.eml", day=DAY).format == "vtt"
