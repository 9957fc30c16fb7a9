"""Files that end before their recording did are refused; whole ones are not."""

import pytest

from tools.intake.errors import MalformedError
from tools.intake.transcripts import srt, vtt
from tools.intake.turns import joined


def zoom(turns: int) -> str:
    cues = (
        f"{n}\n00:{n:02}:00.000 --> 00:{n:02}:30.000\n"
        f"{('Ann Lee', 'Bob Ray')[n % 2]}: That is sentence number {n}.\n"
        for n in range(1, turns + 1)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def teams(turns: int) -> str:
    cues = (
        f"ab12-{n}/{n}-0\n00:{n:02}:00.000 --> 00:{n:02}:30.000\n"
        f"<v {('Ann Lee', 'Bob Ray')[n % 2]}>and so\non</v>\n"
        for n in range(1, turns + 1)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


@pytest.mark.parametrize(
    "text",
    [
        zoom(30),
        zoom(30)[:-1],
        zoom(1),
        teams(30),
        teams(30)[:-1],
        teams(30).replace("</v>", "", 1)[: -len("</v>\n")],
        zoom(3) + "\n4\n00:04:00.000 --> 00:04:30.000\n\n",
    ],
)
def test_whole_files_pass(text: str) -> None:
    assert vtt.parse(text).cues


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("WEBVTT", "no cue"),
        ("WEBVTT\n\n1\n", "no cue"),
        ("WEBVTT\n\n00:00:01.000 --> 00:0", "after a cue's times"),
        (zoom(3) + "\n4\n00:04:00.000 --> 00:04:30.000", "after a cue's times"),
        (zoom(3) + "\n4\n00:04:00.000 --> 00:04:30.000\n", "after a cue's times"),
        (zoom(3) + "\n4\n00:04:00.000 -->", "after a cue's times"),
        (zoom(3) + "\n4\n00:04:0", "within a cue's times"),
        (zoom(3) + "\n4\n0", "within a cue's times"),
        (zoom(3) + "\n4\n", "identifier"),
        (zoom(3) + "\n4", "identifier"),
        (teams(3) + "\nab1", "identifier"),
        (zoom(3) + "\n4\n00:04:00.000 --> 00:04:30.000\nAnn Lee:", "speaker's name"),
        (teams(3) + "\nab12-4/4-0\n00:04:00.000 --> 00:04:30.000\n<v Bo", "speaker's words"),
        (teams(4)[: -len("\non</v>\n")], "speaker's words"),
        (teams(4)[: -len("/v>\n")], "speaker's words"),
        (zoom(30)[: -len(" number 30.\n")], "middle of a sentence"),
    ],
)
def test_cut_off_files_are_refused(text: str, sign: str) -> None:
    with pytest.raises(MalformedError, match=sign):
        vtt.parse(text)


def test_an_srt_file_is_looked_at_as_well() -> None:
    with pytest.raises(MalformedError, match="cut off"):
        srt.parse("1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> 00:0")


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_half_of_a_teams_file_is_refused_unless_it_ends_with_a_cue(share: float) -> None:
    whole = teams(59)
    text = whole[: int(len(whole) * share)]
    if not text.rstrip().endswith("</v>"):
        with pytest.raises(MalformedError):
            vtt.parse(text)


def test_a_last_empty_cue_is_no_sign_where_others_are_empty() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\nOne.\n\n"
    assert joined(vtt.parse(text + "00:05.000 --> 00:06.000").cues)[0].text == "One."


def test_a_blank_line_at_the_end_says_that_a_file_is_whole() -> None:
    assert vtt.parse(zoom(30)[: -len(" number 30.\n")] + "\n\n").cues
