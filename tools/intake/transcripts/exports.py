"""JSON exports: Gong, Fireflies, and lists of {speaker, text, start} by whatever keys.

Gong has `transcript[]` of `sentences[]` in milliseconds, and names in `parties[]`; its API wraps
them in `callTranscripts[]`. Fireflies has `sentences[]` with `speaker_name` in seconds, its API
within `data.transcript`. Other tools write a list, bare or under a key, in seconds unless a key
says otherwise; AssemblyAI's utterances are in milliseconds.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from tools.intake.errors import ACCEPTED, MalformedError, TooLargeError, UnsupportedError
from tools.intake.limits import LIMITS, Deadline
from tools.intake.transcripts.markup import unescaped
from tools.intake.transcripts.model import Transcript
from tools.intake.transcripts.moments import seconds, started
from tools.intake.transcripts.parties import Parties
from tools.intake.turns import Cue, folded

_LISTS = ("transcript", "sentences", "utterances", "segments", "turns", "entries", "captions")
_WRAPPERS = ("data", "transcript", "results", "result", "call", "meeting", "transcription")
_SEVERAL = ("callTranscripts", "transcripts")
_DETAILS = ("metaData", "metadata", "meta")
_TITLES = ("title", "meeting_title", "meetingTitle", "topic", "subject")
_TEXTS = ("text", "sentence", "content", "transcript", "raw_text", "message", "caption")
_STARTS = {
    "start": None,
    "start_time": None,
    "startTime": None,
    "begin": None,
    "timestamp": None,
    "start_ms": 0.001,
    "startMs": 0.001,
    "start_seconds": 1.0,
}
_ENDS = {
    "end": None,
    "end_time": None,
    "endTime": None,
    "end_ms": 0.001,
    "endMs": 0.001,
    "end_seconds": 1.0,
}
_MILLISECONDS, _SECONDS = 0.001, 1.0
_DAY = 24 * 3600


class _Export(NamedTuple):
    """The list of speech in an export, the key that held it, and the fields around it."""

    items: Sequence[object]
    key: str
    meta: Mapping[str, object]


def parse(text: str, deadline: Deadline | None = None) -> Transcript:
    """Read a JSON export.

    Raises:
        MalformedError: It is not valid JSON or nested without end, or holds what is no speech.
        UnsupportedError: It is JSON of another shape, or holds several calls.
        TooLargeError: It passes a limit on cues or names.
        TooSlowError: The deadline passed.
    """
    deadline = deadline or Deadline()
    export = _unwrapped(_loaded(text))
    parties = Parties(export.meta)
    cues = tuple(deadline.over(_cues(export, parties, deadline)))
    if export.items and not cues:
        raise UnsupportedError(f"No entry of this JSON has a text of speech. {ACCEPTED}")
    moment = started(export.meta)
    return Transcript(
        cues=cues,
        title=_title(export.meta),
        started=moment if isinstance(moment, datetime) else None,
        day=None if isinstance(moment, datetime) else moment,
        people=parties.people,
    )


def _loaded(text: str) -> object:
    if text.count("{") + text.count("[") > LIMITS.json_containers:
        raise TooLargeError(
            f"This JSON has more than {LIMITS.json_containers:,} objects; "
            "export one call at a time."
        )
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise MalformedError(
            f"This JSON is broken at line {error.lineno}, column {error.colno}: {error.msg}. "
            "It may be cut off; export it again."
        ) from error
    except (RecursionError, ValueError) as error:
        raise MalformedError(
            "This JSON is nested too deep or holds a number too long; export it again."
        ) from error


def _unwrapped(data: object) -> _Export:
    """Go down to the list of speech, keeping the fields passed on the way; inner ones win."""
    meta: dict[str, object] = {}
    while isinstance(data, dict):
        meta |= _fields(data)
        key = next((key for key in _LISTS if isinstance(data.get(key), list)), None)
        if key:
            return _Export(data[key], key, meta)
        data = _inner(data)
    if not isinstance(data, list):
        raise UnsupportedError(f"This JSON is no transcript in a known shape. {ACCEPTED}")
    return _Export(data, "", meta)


def _fields(data: Mapping[str, object]) -> dict[str, object]:
    """The fields of an object, with those of its details and of the call beside a transcript."""
    calls = data.get("calls")
    call = calls[0] if isinstance(calls, list) and calls and isinstance(calls[0], dict) else {}
    merged = {**data, **call}
    for key in _DETAILS:
        details = merged.get(key)
        merged |= details if isinstance(details, dict) else {}
    return merged


def _inner(data: Mapping[str, object]) -> object:
    for key in _SEVERAL:
        calls = data.get(key)
        if isinstance(calls, list):
            if len(calls) != 1:
                raise UnsupportedError(
                    f"This JSON holds {len(calls)} calls; give a file for each call."
                )
            return calls[0]
    return next((data[key] for key in _WRAPPERS if isinstance(data.get(key), dict)), None)


def _cues(export: _Export, parties: Parties, deadline: Deadline) -> Iterator[Cue]:
    unit = _unit(export)
    for count, piece in enumerate(_pieces(export.items)):
        if count == LIMITS.cues:
            raise TooLargeError(
                f"This transcript has more than {LIMITS.cues:,} entries; split it into its calls."
            )
        text = next((text for key in _TEXTS if isinstance(text := piece.get(key), str)), None)
        if text is not None:
            person = parties.speaker(piece)
            start, end = _time(piece, _STARTS, unit), _time(piece, _ENDS, unit)
            yield Cue(person.name, person.address, folded(unescaped(text, deadline)), start, end)


def _pieces(items: Sequence[object]) -> Iterator[Mapping[str, object]]:
    """The entries; of one that holds sentences, each sentence with what the entry says of it."""
    for n, item in enumerate(items, 1):
        sentences = item.get("sentences") if isinstance(item, dict) else None
        for piece in sentences if isinstance(sentences, list) else [item]:
            if not isinstance(piece, dict) or not isinstance(item, dict):
                raise UnsupportedError(f"Entry {n} of this JSON is no object. {ACCEPTED}")
            yield piece if piece is item else {**item, **piece}


def _unit(export: _Export) -> float:
    """How many seconds a plain number of this export has."""
    items = [item for item in export.items if isinstance(item, dict)]
    if export.key == "sentences" or not items:
        return _SECONDS
    assembly = export.key == "utterances" and "words" in items[0] and "text" in items[0]
    if assembly or any("sentences" in item for item in items):
        return _MILLISECONDS
    numbers = (item.get(key) for item in items for key, unit in _STARTS.items() if unit is None)
    passed = any(isinstance(number, int | float) and number > _DAY for number in numbers)
    return _MILLISECONDS if passed else _SECONDS


def _time(
    piece: Mapping[str, object], keys: Mapping[str, float | None], unit: float
) -> float | None:
    key = next((key for key in keys if piece.get(key) is not None), None)
    return seconds(piece[key], keys[key] or unit) if key else None


def _title(meta: Mapping[str, object]) -> str:
    return next((folded(title) for key in _TITLES if isinstance(title := meta.get(key), str)), "")
