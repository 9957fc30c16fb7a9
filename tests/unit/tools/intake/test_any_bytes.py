"""Whatever the bytes, intake gives a source that can be stored, or an IntakeError."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tools.intake import IntakeError, intake

PIECES = (
    "WEBVTT", "\n", "\n\n", "\r", "\r\n", "1", "2", " ", "\t", "00:00:01.000 --> 00:00:02.000",
    "00:01,000 --> 00:02,000", "00:01 -->", "-->", "<v Ann>", "<v.x Bob Ray>", "</v>", "<b>", "<",
    "&amp;", "&#1;", "Ann: ", "Bob Ray: ", "Ann Lee  00:03", "[00:01:02] ", "NOTE x", "STYLE", "So",
    "10:30 Meeting: ", "{", "}", "[", "]", '"text"', ":", '"a"', ",", '{"text":"a","start":1}',
    '{"transcript":', '"start":1e999', "NaN", '"\\ud800"', '"\\u0000"', "\ufeff", "\x00", "\u00e9",
    "From: a@b.example\n", "To: x\n", "Date: Mon, 2 Mar 2026 10:00:00 +0000\n", "(Guest)", "- ",
    "Content-Type: multipart/mixed; boundary=x\n", "--x\n", "9:41 AM", "From Ann to Bob", "**",
    "\u5f20\u4f1f\uff1a", "\U0001f600", '1 "Ann" (3)', "callTranscripts", "sentences", "parties",
)  # fmt: skip
BEGINNINGS = ("", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n", '[{"text":"a",', "Ann: a\n")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


def check(data: bytes) -> None:
    try:
        source = intake(data, day=date(2026, 3, 5))
    except IntakeError:
        return
    assert source.turns or source.quoted or source.notice
    assert [turn.n for turn in source.turns] == list(range(1, len(source.turns) + 1))
    for turn in source.turns:
        assert turn.text == " ".join(turn.text.split()) != ""
        assert "\x00" not in turn.text
    assert source.model_dump_json()


@given(st.binary(max_size=200))
@example(b"[" * 2000)
@example(b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n&#99999999999999999999;")
@example(b'[{"text":"a","start":' + b"9" * 400 + b"}]")
def test_arbitrary_bytes(data: bytes) -> None:
    check(data)


@given(
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(PIECES), max_size=40),
    st.sampled_from(ENCODINGS),
)
def test_pieces_of_all_formats_in_any_order(
    beginning: str, pieces: list[str], encoding: str
) -> None:
    check((beginning + "".join(pieces)).encode(encoding, "replace"))


MEGABYTES = 10 * 1024 * 1024
CUE = b"WEBVTT\n\n00:01.000 --> 00:02.000\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a: " * (MEGABYTES // 3), id="one line of labels"),
        pytest.param(b"Ann: a\nBob: b\n" * 25_000, id="50,000 labelled lines"),
        pytest.param(CUE + b"<v " * (MEGABYTES // 3 - 20), id="voices that never close"),
        pytest.param(CUE + b"<v x>y" * 100_000, id="100,000 voices in a cue"),
        pytest.param(CUE + b"&#38;" * 200_000, id="200,000 entities in a cue"),
        pytest.param(CUE + b" " * (MEGABYTES - 100) + b"-->", id="a line of blanks"),
        pytest.param(CUE + b"1:" * (MEGABYTES // 2 - 20) + b"x", id="a line of clocks"),
        pytest.param(b"x" + b"\n" * (MEGABYTES - 1), id="blank lines"),
        pytest.param(b"WEBVTT\n\n" + b"0:01-->0:02\na\n\n" * 30_000, id="30,000 cues"),
        pytest.param(b"0:01-->0:02\n" * 100_000, id="timings and no words"),
        pytest.param(b"x" * MEGABYTES, id="one line"),
        pytest.param(b"[" * MEGABYTES, id="nested JSON"),
        pytest.param(b'{"a":' * 100_000, id="nested objects"),
        pytest.param(b'[{"text":"a","start":' + b"9" * 1_000_000 + b"}]", id="a long number"),
        pytest.param(b"\xe9" * MEGABYTES, id="a code page of one letter"),
        pytest.param(b"Ann Lee  00:01" + b" 00:01" * 1_000_000, id="a line of times"),
        pytest.param(b"09:31:22 From A to B: x\n" * 20_000, id="20,000 chat messages"),
    ],
)
@pytest.mark.timeout(30)
def test_hostile_bytes_end_in_time(data: bytes) -> None:
    check(data)
