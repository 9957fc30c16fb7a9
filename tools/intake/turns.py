"""From pieces of speech to turns: white space folded, consecutive pieces of one speaker joined."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan.sources import Turn
from tools.intake.errors import TooLargeError
from tools.intake.limits import LIMITS

# NUL and lone surrogates cannot be stored, other controls and zero-width marks cannot be seen;
# the joiners U+200C and U+200D stay: Persian and emoji are spelled with them.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
_UNPAIRED = re.compile("[\ud800-\udfff]")

_PIECE = 1_000_000


class Cue(NamedTuple):
    """A piece of speech as a file holds it: a caption, a sentence, a line.

    Attributes:
        speaker: The label, badges taken off; None where none is given.
        address: The speaker's mail address, lower case, where the file tells it.
        text: The words, white space folded; empty where nothing was said.
        start: Seconds from the start of the recording.
        end: Seconds from the start of the recording.
    """

    speaker: str | None
    address: str | None
    text: str
    start: float | None = None
    end: float | None = None


def folded(text: str) -> str:
    """Fold white space to single blanks, trim, and take out what cannot be seen or stored."""
    seen = text
    if not text.isprintable():
        seen = _UNPAIRED.sub("\ufffd", _UNSEEN.sub("", text))
    if len(seen) <= _PIECE:
        return " ".join(seen.split())
    # Piece by piece: the words of 10 MB of text as strings of their own take 400 MB.
    pieces = (seen[at : at + _PIECE] for at in range(0, len(seen), _PIECE))
    whole = "".join(" ".join(f"|{piece}|".split())[1:-1] for piece in pieces)
    while "  " in whole:
        whole = whole.replace("  ", " ")
    return whole.strip()


def joined(cues: Iterable[Cue]) -> tuple[Turn, ...]:
    """Join consecutive cues of one speaker into turns; cues without words are passed over.

    Words of nobody in particular are joined as well, until a silence longer than
    `LIMITS.unlabelled_pause`: another person may well have gone on.

    Raises:
        TooLargeError: There are more turns than any call has.
    """
    return _turns(_runs(cue for cue in cues if cue.text))


def separate(cues: Iterable[Cue]) -> tuple[Turn, ...]:
    """Make a turn of each cue that has words: of a mail's or a note's paragraphs.

    Raises:
        TooLargeError: There are more than any source has.
    """
    return _turns([cue] for cue in cues if cue.text)


def _turns(runs: Iterable[list[Cue]]) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    for run in runs:
        if len(turns) == LIMITS.turns:
            raise TooLargeError(
                f"This has more than {LIMITS.turns:,} turns or paragraphs; split it."
            )
        turns.append(_turn(len(turns) + 1, run))
    return tuple(turns)


def _runs(cues: Iterable[Cue]) -> Iterator[list[Cue]]:
    run: list[Cue] = []
    for cue in cues:
        if run and not _goes_on(run[-1], cue):
            yield run
            run = []
        run.append(cue)
    if run:
        yield run


def _goes_on(before: Cue, cue: Cue) -> bool:
    if (cue.speaker, cue.address) != (before.speaker, before.address):
        return False
    if cue.speaker is not None or cue.start is None or before.end is None:
        return True
    return cue.start - before.end <= LIMITS.unlabelled_pause


def _turn(n: int, run: list[Cue]) -> Turn:
    return Turn(
        n=n,
        speaker=run[0].speaker,
        address=run[0].address,
        text=" ".join(cue.text for cue in run),
        start=run[0].start,
        end=max((cue.end for cue in run if cue.end is not None), default=None),
    )
