import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.intake.transcripts.timing import clock, timing_line


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("00:00:04.500", 4.5),
        ("0:04,5", 4.5),
        ("00:04:500", 4.5),
        ("1:02:03", 3723.0),
        ("75:12", 4512.0),
    ],
)
def test_reads_clocks(text: str, seconds: float) -> None:
    assert clock(text) == seconds


@pytest.mark.parametrize("text", ["", "12", "a:b", "1:2:3:4:5", "12:34 pm", "1:23:456:7"])
def test_finds_no_clock(text: str) -> None:
    assert clock(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "02:34.567 --> that is when it fired",
        "02:34.567 --> 02:40.000 was the window",
        "10:30 -> 11:00",
        "A --> B",
        "-->",
        "00:01.000 -->",
    ],
)
def test_speech_about_times_is_no_timing(line: str) -> None:
    assert timing_line(line) is None


@pytest.mark.parametrize(
    ("line", "start", "end", "words"),
    [
        ("00:01.000 -->", 1.0, None, ""),
        ("00:01.000 --> 00:0l.000", 1.0, None, ""),
        ("x9 --> 00:02.000", None, 2.0, ""),
        ("00:01.000 --> 00:02.000 well then", 1.0, 2.0, "well then"),
    ],
)
def test_damage_is_borne_where_a_block_opens(
    line: str, start: float | None, end: float | None, words: str
) -> None:
    assert timing_line(line, opening=True) == (start, end, words)
    assert timing_line(line) is None


@given(st.integers(0, 359_999_999))
def test_every_written_time_is_read_back(milliseconds: int) -> None:
    seconds, fraction = divmod(milliseconds, 1000)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{fraction:03}"
    read = clock(text)
    assert read is not None
    assert abs(read - milliseconds / 1000) < 1e-6
