"""Chats, notes and times of plain text; the forms of calls are in test_seen_in_the_wild."""

import pytest

from tools.intake.transcripts import plain


@pytest.mark.parametrize(
    "text",
    [
        "09:31:22 From Ann Lee to Everyone: One.\n09:32:01\t From  Bob Ray : Two.\n",
        "09:31:22 From Ann Lee to Bob Ray(Private):\n\tOne.\n09:32 From Bob Ray to All:\n\tTwo.\n",
        "09:31:22 Von Ann Lee an Alle: One.\n09:32:01 Von Bob Ray an Ann Lee: Two.\n",
        "09:31:22 De Ann Lee \u00e0 Tous : One.\n09:32:01 De Bob Ray \u00e0 Ann Lee : Two.\n",
        "Ann Lee  9:31 AM\nOne.\nBob Ray  9:32 AM\nTwo.\n",
        "[9:31 AM] Ann Lee\nOne.\n[9:32 AM] Bob Ray\nTwo.\n",
        "02/03/2026, 09:31 - Ann Lee: One.\n02/03/2026, 09:32 - Bob Ray: Two.\n",
    ],
)
def test_chats_have_no_time_since_a_start(text: str) -> None:
    transcript = plain.parse(text)
    assert transcript.kind == "chat"
    assert transcript.cues == (
        ("Ann Lee", None, "One.", None, None),
        ("Bob Ray", None, "Two.", None, None),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee  01:02:03\nOne.\n\nBob Ray  75:00\nTwo.\n",
        "[01:02:03] Ann Lee: One.\n[75:00] Bob Ray: Two.\n",
        "Ann Lee\n01:02:03\nOne.\nBob Ray\n75:00\nTwo.\n",
    ],
)
def test_times_are_seconds_since_the_start(text: str) -> None:
    assert [(cue.text, cue.start) for cue in plain.parse(text).cues] == [
        ("One.", 3723.0),
        ("Two.", 4500.0),
    ]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("We met.\n\nThey like\nit.\n", ["We met.", "They like it."]),
        ("Lunch 12:30\nWe met at 10:30\n", ["Lunch 12:30 We met at 10:30"]),
        ("10:30 Meeting: start\n11:30 Lunch: end\n", ["10:30 Meeting: start 11:30 Lunch: end"]),
        ("Subject: Pricing\n\nShe signs.\n", ["Subject: Pricing", "She signs."]),
        ("- Budget: 2\n- Pilot: June\n* Legal: x\n", ["Budget: 2", "Pilot: June", "Legal: x"]),
        ("1. First\n2) Second\nwrapped\n", ["1. First", "2) Second wrapped"]),
        ("Pilot: June\nTraining: July\n", ["Pilot: June Training: July"]),
        ("The thing is: x.\n\nNote: y.\n\nhttps://a.example: z\n",
         ["The thing is: x.", "Note: y.", "https://a.example: z"]),
    ],
)  # fmt: skip
def test_text_with_no_speakers_is_a_note_of_paragraphs(text: str, paragraphs: list[str]) -> None:
    transcript = plain.parse(text)
    assert transcript.kind == "note"
    assert [cue.text for cue in transcript.cues] == paragraphs
    assert {cue.speaker for cue in transcript.cues} == {None}
