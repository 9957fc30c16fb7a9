"""Every spoken word survives, in order and with its speaker, in every format and line end."""

import json
from collections.abc import Callable
from html import escape
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.intake.transcripts import exports, plain, srt, vtt
from tools.intake.transcripts.model import Transcript
from tools.intake.turns import joined

Said = list[tuple[str, str]]

NAMES = ("Ann Lee", "Bob Ray", "Dr. Cy Fox", "Solène d'Arc", "Øyvind van Dyke", "ZOË", "Speaker 1")
ODD_WORDS = (
    "-->",
    "02:34.567",
    "10:30",
    "<3",
    "a<b",
    "R&D",
    "12",
    "Note:",
    "https://a.example",
    "NOTE",
)
WORDS = st.one_of(
    st.sampled_from(ODD_WORDS),
    st.text(alphabet=st.characters(categories=["L", "N"], codec="utf-8"), min_size=1, max_size=8),
)
SPEECH = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
CALLS = st.lists(st.tuples(st.sampled_from(NAMES), SPEECH), min_size=2, max_size=8)


def clock(second: int, point: str = ".") -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{point}000"


def cues(said: Said, point: str, line: Callable[[str, str], str]) -> str:
    return "\n".join(
        f"{n}\n{clock(3 * n, point)} --> {clock(3 * n + 2, point)}\n{line(*one)}\n"
        for n, one in enumerate(said, 1)
    )


def zoom(said: Said) -> str:
    return "WEBVTT\n\n" + cues(said, ".", lambda who, text: f"{who}: {escape(text)}")


def teams(said: Said) -> str:
    return "WEBVTT\n\n" + cues(said, ".", lambda who, text: f"<v {who}>{escape(text)}</v>")


def unclosed(said: Said) -> str:
    return "WEBVTT\n\n" + cues(said, ".", lambda who, text: f"<v.x {who}>{escape(text)}")


def srt_labels(said: Said) -> str:
    return cues(said, ",", lambda who, text: f"{who}: {escape(text)}")


def headers(said: Said) -> str:
    return "\n".join(f"{who}  {clock(n)[:-4]}\n{text}\n" for n, (who, text) in enumerate(said))


def labels(said: Said) -> str:
    return "\n".join(f"{who}: {text}" for who, text in said)


def stamped(said: Said) -> str:
    return "\n".join(f"[{clock(n)[:-4]}] {who}: {text}" for n, (who, text) in enumerate(said))


def gong(said: Said) -> str:
    parties = [{"speakerId": str(n), "name": name} for n, name in enumerate(NAMES)]
    monologues = [
        {
            "speakerId": str(NAMES.index(who)),
            "sentences": [{"start": 1, "text": word} for word in text.split()],
        }
        for who, text in said
    ]
    return json.dumps({"parties": parties, "transcript": monologues})


def listed(said: Said) -> str:
    return json.dumps([{"speaker": who, "text": text} for who, text in said])


FORMS: dict[str, tuple[Callable[[Said], str], Callable[[str], Transcript]]] = {
    "zoom": (zoom, vtt.parse),
    "teams": (teams, vtt.parse),
    "voices without closing tags": (unclosed, vtt.parse),
    "srt": (srt_labels, srt.parse),
    "headers": (headers, plain.parse),
    "labels": (labels, plain.parse),
    "stamped labels": (stamped, plain.parse),
    "gong": (gong, exports.parse),
    "a list": (listed, exports.parse),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@settings(max_examples=40)
@given(said=CALLS)
def test_every_word_survives_with_its_speaker(form: str, end: str, said: Said) -> None:
    whole = [("Ann Lee", "Hello."), ("Bob Ray", "Hi."), ("Ann Lee", "Right."), *said]
    write, parse = FORMS[form]
    turns = joined(parse(write(whole).replace("\n", end)).cues)
    assert [(turn.speaker, turn.text) for turn in turns] == [
        (who, " ".join(text for _, text in run))
        for who, run in groupby(whole, key=lambda one: one[0])
    ]


@settings(max_examples=40)
@given(said=CALLS)
def test_a_blank_line_between_any_two_lines_loses_nothing(said: Said) -> None:
    for form in ("zoom", "teams", "srt"):
        write, parse = FORMS[form]
        text = write(said)
        assert joined(parse(text.replace("\n", "\n\n")).cues) == joined(parse(text).cues)


@settings(max_examples=40)
@given(said=CALLS)
def test_no_blank_lines_at_all_lose_nothing(said: Said) -> None:
    for form in ("zoom", "teams", "srt"):
        write, parse = FORMS[form]
        text = write(said)
        assert joined(parse(text.replace("\n\n", "\n")).cues) == joined(parse(text).cues)
