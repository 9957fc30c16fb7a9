"""A call as WebVTT: one cue a turn, its speaker in a voice tag (https://www.w3.org/TR/webvtt1/)."""

from collections.abc import Iterator

from plan.sources import Source, Turn

_MILLISECONDS = 1000
# Beside what the format reserves: braces, which players take for styles, and the arrow that word
# processors put for the one between times.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&lcub;", "\u2192": "&rarr;"}
)


def captions(source: Source) -> str:
    """The WebVTT text of a call whose turns all have a start.

    A turn without an end lasts until the next one begins.
    """
    return "".join(("WEBVTT\n\n", *_cues(source)))


def _cues(source: Source) -> Iterator[str]:
    starts = [turn.start or 0.0 for turn in source.turns]
    for turn, start, after in zip(source.turns, starts, [*starts[1:], *starts[-1:]], strict=True):
        end = turn.end if turn.end is not None else max(start, after)
        yield f"{_clock(start)} --> {_clock(end)}\n{_words(turn)}\n\n"


def _words(turn: Turn) -> str:
    text = turn.text.translate(_ESCAPES)
    return f"<v {turn.speaker.translate(_ESCAPES)}>{text}</v>" if turn.speaker else text


def _clock(seconds: float) -> str:
    whole, fraction = divmod(round(seconds * _MILLISECONDS), _MILLISECONDS)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{fraction:03}"
