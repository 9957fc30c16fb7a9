"""One small input for each kind of oddity that real exports show, and what it must yield."""

from typing import NamedTuple

import pytest

from tools.intake.limits import Deadline
from tools.intake.transcripts import plain, srt, vtt
from tools.intake.transcripts.model import Transcript
from tools.intake.turns import joined

Said = list[tuple[str | None, str]]


class Wild(NamedTuple):
    text: str
    said: Said


ONE = "00:00:01.000 --> 00:00:02.000"
TWO = "00:00:03.000 --> 00:00:04.000"
BOTH: Said = [("Ann Lee", "One."), ("Bob Ray", "Two.")]
ZOOM = f"WEBVTT\n\n1\n{ONE}\nAnn Lee: One.\n\n2\n{TWO}\nBob Ray: Two.\n"
TEAMS = (
    f"WEBVTT\n\na1-b2/1-0\n{ONE}\n<v Ann Lee>One.</v>\n\na1-b3/2-0\n{TWO}\n<v Bob Ray>Two.</v>\n"
)

VTT = {
    "zoom": Wild(ZOOM, BOTH),
    "teams with guid identifiers": Wild(TEAMS, BOTH),
    "byte order mark": Wild("\ufeff" + ZOOM, BOTH),
    "blank lines above the header": Wild("\n\n" + ZOOM, BOTH),
    "cr only": Wild(ZOOM.replace("\n", "\r"), BOTH),
    "crlf": Wild(ZOOM.replace("\n", "\r\n"), BOTH),
    "mixed line ends": Wild(ZOOM.replace("\n", "\r\n", 4).replace("\n\n", "\n\r", 1), BOTH),
    "every line doubled": Wild(ZOOM.replace("\n", "\n\n"), BOTH),
    "hour-less times": Wild(ZOOM.replace("00:00:0", "00:0"), BOTH),
    "one-digit times": Wild(ZOOM.replace("00:00:0", "0:0:"), BOTH),
    "times without fraction": Wild(ZOOM.replace(".000", ""), BOTH),
    "comma for dot": Wild(ZOOM.replace(".000", ",000"), BOTH),
    "colon before milliseconds": Wild(ZOOM.replace(".000", ":000"), BOTH),
    "no blanks around the arrow": Wild(ZOOM.replace(" --> ", "-->"), BOTH),
    "short arrow": Wild(ZOOM.replace("-->", "->"), BOTH),
    "arrow of a word processor": Wild(ZOOM.replace("-->", "\u2192"), BOTH),
    "damaged start": Wild(ZOOM.replace("00:00:01.000", "00:00:0l.000"), BOTH),
    "damaged end": Wild(ZOOM.replace("00:00:02.000", "00:00:"), BOTH),
    "header without blank line": Wild(ZOOM.replace("WEBVTT\n\n", "WEBVTT\n"), BOTH),
    "header with metadata": Wild(
        ZOOM.replace("WEBVTT", "WEBVTT - a call\nKind: captions\nX-TIMESTAMP-MAP=LOCAL:00:00", 1),
        BOTH,
    ),
    "notes, styles and regions": Wild(
        ZOOM.replace(
            "WEBVTT\n\n",
            "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE duration:1\n\n"
            "NOTE\ntwo lines\nof it\n\n",
        ),
        BOTH,
    ),
    "note before each cue": Wild(ZOOM.replace("\n\n", "\n\nNOTE Confidence: 0.9\n\n"), BOTH),
    "cue settings": Wild(ZOOM.replace("2.000\n", "2.000 align:start position:0%\n"), BOTH),
    "words on the timing line": Wild(ZOOM.replace("2.000\nAnn", "2.000 Ann"), BOTH),
    "no blank line between cues": Wild(ZOOM.replace("One.\n\n", "One.\n"), BOTH),
    "a blank line between timing and speech": Wild(
        ZOOM.replace("000\nAnn", "000\n\nAnn").replace("000\nBob", "000\n\nBob"), BOTH
    ),
    "a blank line between timing and speech, no identifiers": Wild(
        f"WEBVTT\n\n{ONE}\n\nAnn Lee: One.\n\n{TWO}\n\nBob Ray: Two.\n", BOTH
    ),
    "speech torn off by a blank line, and the next cue glued to it": Wild(
        f"WEBVTT\n\n1\n{ONE}\n\nAnn Lee: One.\n{TWO}\nBob Ray: Two.\n", BOTH
    ),
    "a spoken note": Wild(
        ZOOM.replace("One.", "One.\nNOTE this."),
        [("Ann Lee", "One. NOTE this."), ("Bob Ray", "Two.")],
    ),
    "a name once at a line break": Wild(
        ZOOM.replace("One.", "One.\nAcme Foods: good."),
        [("Ann Lee", "One. Acme Foods: good."), ("Bob Ray", "Two.")],
    ),
    "a blank line within speech": Wild(
        ZOOM.replace("One.", "One.\n\nAnd more."),
        [("Ann Lee", "One. And more."), ("Bob Ray", "Two.")],
    ),
    "a number spoken": Wild(
        f"WEBVTT\n\n{ONE}\nHow many?\n12\n\n{TWO}\n30\n", [(None, "How many? 12 30")]
    ),
    "speech like a timing line": Wild(
        ZOOM.replace("One.", "Look:\n02:34.567 --> that is when it fired\nsee?"),
        [("Ann Lee", "Look: 02:34.567 --> that is when it fired see?"), ("Bob Ray", "Two.")],
    ),
    "speech about a span of time": Wild(
        ZOOM.replace("One.", "From\n02:34.567 --> 02:40.000 it was down"),
        [("Ann Lee", "From 02:34.567 --> 02:40.000 it was down"), ("Bob Ray", "Two.")],
    ),
    "an arrow in speech": Wild(
        ZOOM.replace("One.", "from A --> B"), [("Ann Lee", "from A --> B"), ("Bob Ray", "Two.")]
    ),
    "a voice with classes and no closing tag": Wild(
        f"WEBVTT\n\n{ONE}\n<v.loud.first Ann Lee>One.\n\n{TWO}\n<v.x Bob Ray>Two.\n", BOTH
    ),
    "several voices in a cue": Wild(
        f"WEBVTT\n\n{ONE}\n<v Ann Lee>One.</v>\n<v Bob Ray>Two.</v>\n", BOTH
    ),
    "voices without closing tags in a cue": Wild(
        f"WEBVTT\n\n{ONE}\n<v Ann Lee>One. <v Bob Ray>Two.\n", BOTH
    ),
    "words after a voice": Wild(
        f"WEBVTT\n\n{ONE}\n<v Ann Lee>One.</v> Aha.\n", [("Ann Lee", "One."), (None, "Aha.")]
    ),
    "a tag and no words": Wild(TEAMS.replace("One.", ""), [("Bob Ray", "Two.")]),
    "a tag and no words between": Wild(
        TEAMS.replace("Bob Ray>Two.", "Ann Lee>Two.").replace(
            "a1-b3", f"a1-b9/9-0\n{TWO}\n<v Bob Ray> </v>\n\na1-b3"
        ),
        [("Ann Lee", "One. Two.")],
    ),
    "a voice without name": Wild(f"WEBVTT\n\n{ONE}\n<v>One.</v>\n", [(None, "One.")]),
    "entities": Wild(
        TEAMS.replace("One.", "R&amp;D &lt;soon&gt;,&nbsp;it&#39;s AT&T").replace(
            "Ann Lee", "Lee &amp; Co"
        ),
        [("Lee & Co", "R&D <soon>, it's AT&T"), ("Bob Ray", "Two.")],
    ),
    "inline tags": Wild(
        TEAMS.replace("One.", "<b>O</b><i.x>n</i><00:00:01.500><c.red>e</c><lang en>.</lang>"), BOTH
    ),
    "brackets that are no tags": Wild(
        TEAMS.replace("One.", "I <think> a < b <3"),
        [("Ann Lee", "I <think> a < b <3"), ("Bob Ray", "Two.")],
    ),
    "webex names in identifiers": Wild(
        f'WEBVTT\n\n1 "Ann Lee" (12)\n{ONE}\nOne.\n\n2 "Bob Ray" (13)\n{TWO}\nTwo.\n', BOTH
    ),
    "prose after a name in a voice": Wild(
        TEAMS.replace("One.", "Note: the price."),
        [("Ann Lee", "Note: the price."), ("Bob Ray", "Two.")],
    ),
    "a clock time before a colon": Wild(
        ZOOM.replace("Ann Lee: One.", "10:30 Meeting: One."),
        [(None, "10:30 Meeting: One."), ("Bob Ray", "Two.")],
    ),
    "prose before a colon": Wild(
        f"WEBVTT\n\n{ONE}\nThe thing is: One.\n\n{TWO}\nNote: Two.\nhttps://a.example: Three.\n",
        [(None, "The thing is: One. Note: Two. https://a.example: Three.")],
    ),
    "prose before a colon within a labelled cue": Wild(
        ZOOM.replace("One.", "One.\nSo Bob: what now?"),
        [("Ann Lee", "One. So Bob: what now?"), ("Bob Ray", "Two.")],
    ),
    "no speakers": Wild(
        ZOOM.replace("Ann Lee: ", "").replace("Bob Ray: ", ""), [(None, "One. Two.")]
    ),
    "two labels in a cue": Wild(
        ZOOM.replace("Two.", "Two.\nAnn Lee: Three."), [*BOTH, ("Ann Lee", "Three.")]
    ),
    "captions that mark a change": Wild(
        ZOOM.replace("Ann", ">> Ann").replace("Bob", "- Bob"), BOTH
    ),
    "a label above its words": Wild(ZOOM.replace(": ", ":\n"), BOTH),
    "a wide colon": Wild(
        f"WEBVTT\n\n{ONE}\n\u5f20\u4f1f\uff1a\u4f60\u597d\n", [("\u5f20\u4f1f", "\u4f60\u597d")]
    ),
    "a blank before the colon": Wild(ZOOM.replace("Lee:", "Lee :"), BOTH),
}

SRT = {
    "srt": Wild(ZOOM.replace("WEBVTT\n\n", "").replace(".000", ",000"), BOTH),
    "no counters": Wild(f"{ONE}\nAnn Lee: One.\n\n{TWO}\nBob Ray: Two.\n", BOTH),
    "crlf and no blank line between": Wild(
        f"1\r\n{ONE}\r\nAnn Lee: One.\r\n2\r\n{TWO}\r\nBob Ray: Two.\r\n", BOTH
    ),
    "counters from zero": Wild(f"0\n{ONE}\nAnn Lee: One.\n\n1\n{TWO}\nBob Ray: Two.\n", BOTH),
    "coordinates": Wild(f"1\n{ONE} X1:1 X2:2 Y1:3 Y2:4\nOne.\n", [(None, "One.")]),
    "font tags and overrides": Wild(
        f'1\n{ONE}\n{{\\an8}}<font color="#fff">One.</font><br/>Two.\n', [(None, "One. Two.")]
    ),
    "a note is speech": Wild(f"1\n{ONE}\n\nNOTE this\n", [(None, "NOTE this")]),
    "a title above": Wild(
        f"Weekly call\n\n1\n{ONE}\nAnn Lee: One.\n", [(None, "Weekly call"), BOTH[0]]
    ),
}

TEXT = {
    "name and time above": Wild("Ann Lee  00:03\nOne.\n\nBob Ray  01:02:07\nTwo.\n", BOTH),
    "name and time, tabs": Wild("Ann Lee\t0:03\nOne.\nBob Ray\t0:07\nTwo.\n", BOTH),
    "name and time in brackets": Wild("Ann Lee (00:03)\nOne.\n\nBob Ray (00:07)\nTwo.\n", BOTH),
    "name and time on a line each": Wild("Ann Lee\n0:03\nOne.\n\nBob Ray\n0:07\nTwo.\n", BOTH),
    "time above, then name": Wild("[00:03] Ann Lee\nOne.\n\n[00:07] Bob Ray\nTwo.\n", BOTH),
    "label": Wild("Ann Lee: One.\nBob Ray: Two.\n", BOTH),
    "label with time": Wild("[00:01:02] Ann Lee: One.\n[00:01:05] Bob Ray: Two.\n", BOTH),
    "label with bare time": Wild("00:01:02 Ann Lee: One.\n00:01:05 - Bob Ray: Two.\n", BOTH),
    "label with time after": Wild("Ann Lee (00:03): One.\nBob Ray [00:07]: Two.\n", BOTH),
    "label in markdown": Wild("**Ann Lee:** One.\n\n**Bob Ray:** Two.\n", BOTH),
    "wrapped speech": Wild(
        "Ann Lee: One\ntwo\n\nthree.\nBob Ray: Two.\n",
        [("Ann Lee", "One two three."), ("Bob Ray", "Two.")],
    ),
    "first names that recur": Wild(
        "Ann: a\nBob: b\nAnn: c\n", [("Ann", "a"), ("Bob", "b"), ("Ann", "c")]
    ),
    "nicknames in a wholly labelled file": Wild(
        "ann: a\niPad: b\nann: c\niPad: d\n",
        [("ann", "a"), ("iPad", "b"), ("ann", "c"), ("iPad", "d")],
    ),
    "prose within a labelled file": Wild(
        "Ann: a\nBob: b\nSo Ann: c\nFirst: d\nAnn: e\n",
        [("Ann", "a"), ("Bob", "b So Ann: c First: d"), ("Ann", "e")],
    ),
    "a line that only looks like a header": Wild(
        "Ann Lee  00:03\nOne.\n\nBerlin 10:30\n\nBob Ray  00:07\nTwo.\n\nAnn Lee  00:09\nThree.\n",
        [("Ann Lee", "One. Berlin 10:30"), ("Bob Ray", "Two."), ("Ann Lee", "Three.")],
    ),
    "a title above the call": Wild(
        "Weekly call\n3 March 2026\n\nAnn Lee: One.\nBob Ray: Two.\n",
        [(None, "Weekly call 3 March 2026"), *BOTH],
    ),
    "badges": Wild("Ann Lee (Guest)  00:03\nOne.\n\nBob Ray [Acme]  00:07\nTwo.\n", BOTH),
}


def said(transcript: Transcript) -> Said:
    return [(turn.speaker, turn.text) for turn in joined(transcript.cues)]


@pytest.mark.parametrize("kind", VTT)
def test_webvtt(kind: str) -> None:
    assert said(vtt.parse(VTT[kind].text)) == VTT[kind].said


@pytest.mark.parametrize("kind", SRT)
def test_srt(kind: str) -> None:
    assert said(srt.parse(SRT[kind].text)) == SRT[kind].said


@pytest.mark.parametrize("kind", TEXT)
def test_text(kind: str) -> None:
    transcript = plain.parse(TEXT[kind].text, Deadline())
    assert said(transcript) == TEXT[kind].said
    assert transcript.kind == "call"
