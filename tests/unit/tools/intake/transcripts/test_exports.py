import json
from datetime import UTC, date, datetime
from math import inf, nan

import pytest

from plan.sources import Person
from tools.intake.errors import MalformedError, TooLargeError, UnsupportedError
from tools.intake.transcripts import exports
from tools.intake.transcripts.model import Transcript

GONG = {
    "metaData": {"id": "1", "started": "2026-03-03T10:00:00+01:00", "title": "Weekly  call"},
    "parties": [
        {"speakerId": "5", "name": "Ann Lee (Guest)", "emailAddress": "Ann@Acme.example"},
        {"speakerId": "6", "emailAddress": "bob@acme.example"},
        {"speakerId": None, "name": "Cy Fox", "emailAddress": "cy@acme.example"},
    ],
    "transcript": [
        {"speakerId": "5", "sentences": [{"start": 1000, "end": 1500, "text": "One."}]},
        {"speakerId": "6", "sentences": [{"start": 2000, "end": 2500, "text": "Two."}]},
        {"speakerId": "7", "sentences": [{"start": 3000, "end": 3500, "text": "Three."}]},
    ],
}
FIREFLIES = {
    "title": "Weekly call",
    "date": 1772528400000,
    "participants": ["ann@acme.example", "cy@acme.example"],
    "meeting_attendees": [{"displayName": "Ann Lee", "email": "Ann@acme.example"}],
    "sentences": [
        {"index": 0, "speaker_name": "Ann Lee", "text": "One.", "start_time": 1.5, "end_time": 2},
        {"index": 1, "speaker_name": None, "speaker_id": 3, "text": "Two.", "start_time": 3},
    ],
}
SAID = [{"speaker": "Ann", "text": "One.", "start": 1}, {"speaker": "Bob", "text": "Two."}]


def parse(data: object) -> Transcript:
    return exports.parse(json.dumps(data))


def test_gong() -> None:
    transcript = parse(GONG)
    assert transcript.cues == (
        ("Ann Lee", "ann@acme.example", "One.", 1.0, 1.5),
        ("bob@acme.example", "bob@acme.example", "Two.", 2.0, 2.5),
        ("7", None, "Three.", 3.0, 3.5),
    )
    assert transcript.title == "Weekly call"
    assert transcript.started == datetime(2026, 3, 3, 9, tzinfo=UTC)
    assert Person(name="Cy Fox", address="cy@acme.example") in transcript.people


def test_gong_as_its_api_wraps_it() -> None:
    call = {"metaData": GONG["metaData"], "parties": GONG["parties"]}
    wrapped = {"callTranscripts": [{"callId": "1", "transcript": GONG["transcript"]}]}
    assert parse({**wrapped, "calls": [call]}) == parse(GONG)
    assert [cue.speaker for cue in parse(wrapped).cues] == ["5", "6", "7"]


@pytest.mark.parametrize("data", [FIREFLIES, {"data": {"transcript": FIREFLIES}}])
def test_fireflies(data: object) -> None:
    transcript = parse(data)
    assert transcript.cues == (
        ("Ann Lee", "ann@acme.example", "One.", 1.5, 2.0),
        ("3", None, "Two.", 3.0, None),
    )
    assert transcript.started == datetime(2026, 3, 3, 9, tzinfo=UTC)
    assert transcript.people == (
        Person(name="Ann Lee", address="ann@acme.example"),
        Person(address="cy@acme.example"),
    )


@pytest.mark.parametrize(
    "data",
    [
        SAID,
        {"transcript": SAID},
        {"segments": SAID, "text": "One. Two.", "language": "en"},
        {"utterances": SAID},
        {"results": {"utterances": SAID}},
        [{"speaker_name": "Ann", "content": "One.", "start_ms": 1000}, SAID[1]],
        [{"speaker": {"name": "Ann"}, "text": "One.", "start": "00:00:01"}, SAID[1]],
        {
            "speakers": [{"id": 1, "name": "Ann"}],
            "segments": [{"speaker": 1, "text": "One.", "start": "1s"}, SAID[1]],
        },
    ],
)
def test_lists_of_speech(data: object) -> None:
    assert parse(data).cues == (("Ann", None, "One.", 1.0, None), ("Bob", None, "Two.", None, None))


def test_assemblyai_counts_in_milliseconds() -> None:
    utterance = {"speaker": "A", "text": "One.", "start": 1500, "end": 2500, "words": []}
    assert parse({"utterances": [utterance]}).cues == (("A", None, "One.", 1.5, 2.5),)


def test_seconds_that_would_pass_a_day_are_milliseconds() -> None:
    late = {"speaker": "A", "text": "One.", "start": 90_000_000}
    assert parse([late]).cues[0].start == 90_000.0


@pytest.mark.parametrize("start", [nan, inf, -1, 10**400, "soon", None, True, [], {}, "1e999"])
def test_what_is_no_time_is_none(start: object) -> None:
    assert parse([{"speaker": "A", "text": "One.", "start": start}]).cues[0].start is None


@pytest.mark.parametrize(
    ("meta", "started", "day"),
    [
        ({"date": "2026-03-03"}, None, date(2026, 3, 3)),
        ({"started": "2026-03-03T10:00:00"}, datetime(2026, 3, 3, 10), None),  # noqa: DTZ001 - read in the workspace's zone later
        ({"date": 1772528400}, datetime(2026, 3, 3, 9, tzinfo=UTC), None),
        ({"date": "last Tuesday", "started": 10**400}, None, None),
        ({"date": -5, "started": True}, None, None),
        ({"started": "0001-01-01T00:00:00Z"}, None, None),
    ],
)
def test_starts(meta: dict[str, object], started: datetime | None, day: date | None) -> None:
    transcript = parse({**meta, "transcript": SAID})
    assert (transcript.started, transcript.day) == (started, day)


def test_entities_and_unstorable_characters() -> None:
    text = r'[{"speaker": "A", "text": "R&amp;D\u0000 \ud800 x\ud83d\ude00"}]'
    assert exports.parse(text).cues[0].text == "R&D \ufffd x\U0001f600"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"a": 1},
        {"transcript": "Ann: One."},
        ["One."],
        [1],
        [{"a": 1}],
        {"transcript": [{"speakerId": "1", "sentences": ["One."]}]},
        {"callTranscripts": [{}, {}]},
    ],
)
def test_other_json_is_refused(data: object) -> None:
    with pytest.raises(UnsupportedError):
        parse(data)


@pytest.mark.parametrize(
    "text",
    ['[{"text": "One."', '{"transcript": [', "[" * 100_000, '[{"start": ' + "9" * 5000 + "}]"],
)
def test_broken_json_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        exports.parse(text)


def test_more_objects_than_a_call_has_are_refused_before_parsing() -> None:
    with pytest.raises(TooLargeError):
        exports.parse("[" + "{}," * 600_000 + "{}]")
