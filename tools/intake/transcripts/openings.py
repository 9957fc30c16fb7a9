"""Lines of a text that begin somebody's words, in the forms that programs write them.

Each function reads one line (and where it must, the next) and finds a form's opening or none.
Whether its label is a speaker is for the whole file to prove (see `labels`).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tools.intake.transcripts.badges import without_badges
from tools.intake.transcripts.labels import cut
from tools.intake.transcripts.timing import clock

_TIME = (
    r"(?P<time>[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?)(?P<half>\s?[AaPp]\.?[Mm]\.?)?"
)
_DATE = r"(?P<date>[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4},?\s+)?"
_DASHES = "\\-\u2013\u2014|"
_STAMP = re.compile(rf"\s*[\[(]?{_DATE}{_TIME}[\])]?(?=\s|$)\s*(?:[{_DASHES}]\s+)?")
_ENDING = re.compile(rf"[\s,(\[{_DASHES}]+{_TIME}[\])]?\s*$")
_BETWEEN = re.compile(rf"[\s,(\[{_DASHES}]+{_TIME}[\])]?\s*:(?:\s|$)")
_LONGEST_HEADER = 120
# How Zoom words the head of a saved chat message in its clients' languages: from whom, to whom.
_SENT = {
    "from": ("to",),
    "von": ("an",),
    "de": ("à", "a", "para"),
    "da": ("a",),
    "van": ("aan", "naar"),
    "från": ("till",),
    "fra": ("til",),
    "od": ("do",),
    "от": ("для", "к"),
}


class Opening(NamedTuple):
    """A line that begins somebody's words.

    Attributes:
        label: Whose they are, without badges.
        start: Seconds since the recording began, where the line tells it.
        words: What is said on the line itself.
        wall: The line tells a time of day, as chats do.
        style: Of a header, what parts name and time; a program writes all of its headers alike.
    """

    label: str
    start: float | None
    words: str
    wall: bool = False
    style: str = ""


def sent(rows: Sequence[str], n: int) -> Opening | None:
    """A saved chat: `09:31:22 From Jane Doe to Everyone: text`."""
    stamp = _STAMP.match(rows[n])
    word, _, rest = rows[n][stamp.end() :].partition(" ") if stamp else ("", "", "")
    line = cut(rest.lstrip()) if word.lower() in _SENT else None
    if line is None:
        return None
    label = f"{line.label} "
    for to in _SENT[word.lower()]:
        at = label.lower().find(f" {to} ")
        label = label if at < 1 else label[: at + 1]
    return Opening(without_badges(label), None, line.words, wall=True)


def labelled(rows: Sequence[str], n: int) -> Opening | None:
    """A label and its colon: `Jane: text`, `[00:02] Jane: text`, `Jane (00:02): text`."""
    stamp = _STAMP.match(rows[n])
    if stamp:
        line = cut(rows[n][stamp.end() :])
        return _named(line.label, stamp, line.words) if line else None
    between = _BETWEEN.search(rows[n], 0, _LONGEST_HEADER)
    if between:
        label, words = rows[n][: between.start()], rows[n][between.end() :]
        return _named(label, between, words)
    line = cut(rows[n])
    return Opening(line.label, None, line.words) if line else None


def headed(rows: Sequence[str], n: int) -> Opening | None:
    """A line of its own above the words: `Jane Doe  00:02`, `[00:02] Jane Doe`."""
    row = rows[n].strip()
    if len(row) > _LONGEST_HEADER:
        return None
    ending, stamp = _ENDING.search(row), _STAMP.match(row)
    if ending and not stamp:
        return _named(row[: ending.start()], ending, "", row[ending.start() : ending.start("time")])
    if stamp and n + 1 < len(rows) and rows[n + 1].strip() and not _STAMP.match(rows[n + 1]):
        return _named(row[stamp.end() :], stamp, "", row[: stamp.start("time")])
    return None


def time_alone(row: str) -> bool:
    """Whether a line holds a time and nothing else."""
    return _STAMP.fullmatch(row) is not None


def _named(label: str, stamp: re.Match[str], words: str, style: str = "") -> Opening | None:
    if not label.strip() or ":" in label:
        return None
    wall = any(stamp.groupdict().get(part) for part in ("date", "half"))
    start = None if wall else clock(stamp["time"])
    return Opening(without_badges(label), start, words.strip(), wall, style)
