"""Which words before a colon are speakers: decided by what the whole file shows.

One line proves nothing: "Note: the price holds" and "Jane: the price holds" are alike. So the
openings of a file (first lines of cues, or lines and paragraphs of a text) are taken together:

- a label with the shape of a name is a speaker where it recurs and at least a tenth of the
  openings have such labels;
- one that does not recur is a speaker where at least half of them have, unless it begins as a
  sentence does ("So Jane: ..."), and, in texts, only where some label recurs or all are full
  names: in notes, every line may be "Budget: ..." or "Pilot: ...";
- a label without that shape (`sam`, a telephone number) is a speaker where it recurs and at
  least four fifths of the openings have some label.

Times, web addresses and the words of notes and headers are never speakers (see `names`). What
is not found to be a speaker stays part of the words.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tools.intake.transcripts.badges import without_badges
from tools.intake.transcripts.names import is_handle, is_name, is_opener
from tools.intake.turns import folded

_LONGEST = 80
_BEFORE = " \t>*\u2022\u2013\u2014-"  # captions mark a change of speaker so
_WIDE_COLON = "\uff1a"
_TENTH, _HALF, _MOST = 0.1, 0.5, 0.8


class Labelled(NamedTuple):
    """A line cut at its colon: the label without badges, and the words after it."""

    label: str
    words: str


def cut(line: str) -> Labelled | None:
    """Cut a line at the first colon that white space follows, or find that nothing is to cut."""
    head = line[:_LONGEST]
    at = min((found for found in (head.find(":"), head.find(_WIDE_COLON)) if found > 0), default=0)
    rest = line[at + 1 :]
    label = folded(head[:at]).lstrip(_BEFORE)
    if not label or not (head[at] == _WIDE_COLON or not rest or rest[0].isspace()):
        return None
    return Labelled(without_badges(label), rest.strip())


def speakers(openings: Iterable[str | None], *, captions: bool) -> frozenset[str]:
    """The labels that are speakers.

    Args:
        openings: The label of each opening of the file, None where it has none.
        captions: The file is all speech, so that no label is a note's.
    """
    counts = Counter(openings)
    total = max(1, counts.total())
    labels = Counter({label: count for label, count in counts.items() if label is not None})
    names = {label for label in labels if is_name(label)}
    share = sum(labels[name] for name in names) / total
    found = {name for name in names if labels[name] > 1} if share >= _TENTH else set()
    plain = {name for name in names if not is_opener(name)}
    if share >= _HALF and (captions or found or all(" " in name for name in plain)):
        found |= plain
    if labels.total() / total >= _MOST:
        found |= {label for label in labels if labels[label] > 1 and is_handle(label)}
    return frozenset(found)
