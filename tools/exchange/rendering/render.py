"""A source as a file, in the first form of its kind that intake reads back unchanged.

The store keeps what was said and who said it, not the bytes it came in. No form keeps every text
(a note's paragraph may look like a speaker's label, a mail's like a signature), so each file is
read back before it is given away: words are never changed silently.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plan.sources import Source, Turn
from plan.values import SourceKind
from tools.exchange.errors import ExchangeError
from tools.exchange.rendering.chats import chat
from tools.exchange.rendering.exports import export
from tools.exchange.rendering.mail import plain, wide
from tools.exchange.rendering.notes import guarded, note
from tools.exchange.rendering.people import people
from tools.exchange.rendering.vtt import captions
from tools.intake import IntakeError, intake
from tools.intake.turns import Cue, joined


class UnrenderableError(ExchangeError):
    """No file would be read back as this source; the message says what would be changed."""


class Rendered(NamedTuple):
    """A file: what its name ends in, with the dot, and its bytes."""

    suffix: str
    data: bytes


class _Form(NamedTuple):
    suffix: str
    write: Callable[[Source], str]


# One blank for another, so that offsets into the words stay.
_BLANK = re.compile(r"\s")
_EXPORT = _Form(".json", export)
_FORMS: dict[SourceKind, tuple[_Form, ...]] = {
    "call": (_Form(".vtt", captions), _EXPORT),
    "email": (_Form(".eml", plain), _Form(".eml", wide)),
    "chat": (_Form(".txt", chat),),
    "note": (_Form(".txt", note), _Form(".txt", guarded)),
}


def render(source: Source) -> Rendered:
    """A source as a file from which intake, told its day, makes the same source again.

    The same are: its kind, title and Message-ID; who speaks, by name and address, and whom else
    it names; every word, turn by turn; quoted history, as one block; whether a machine wrote it.
    As intake always does, it joins neighbouring turns of one speaker. A call becomes WebVTT, or
    a JSON export where WebVTT would lose something: addresses, a title, that no times are known.

    Raises:
        UnrenderableError: No form of its kind keeps all that.
    """
    reason = ""
    for form in _forms(source):
        rendered = Rendered(form.suffix, form.write(source).encode())
        reason = next(_changes(source, rendered), "")
        if not reason:
            return rendered
    raise UnrenderableError(f"This {source.kind} cannot be written as a file: {reason}")


def _forms(source: Source) -> Sequence[_Form]:
    """The forms to try in turn; captions have times, and none are made up."""
    if source.kind == "call" and any(turn.start is None for turn in source.turns):
        return (_EXPORT,)
    return _FORMS[source.kind]


def _changes(source: Source, rendered: Rendered) -> Iterator[str]:
    """What reading a file back would make different."""
    try:
        back = intake(rendered.data, day=source.day)
    except IntakeError as error:
        yield f"it would be refused. {error}"
        return
    yield from _changed_turns(_told(source), back.turns)
    for name, before, after in (
        ("kind", source.kind, back.kind),
        ("title", source.title, back.title),
        ("Message-ID", source.message_id, back.message_id),
        ("people", set(people(source)), set(people(back))),
        ("quoted history", _lines(source.quoted), _lines(back.quoted)),
        ("being written by a machine", source.notice, back.notice),
    ):
        if before != after:
            yield f"its {name} would be read as {after!r}, not as {before!r}."


def _changed_turns(before: Sequence[Turn], after: Sequence[Turn]) -> Iterator[str]:
    for was, now in zip(before, after, strict=False):
        for name, said, read in (
            ("text", _BLANK.sub(" ", was.text), now.text),
            ("speaker", was.speaker, now.speaker),
            ("address", was.address, now.address),
        ):
            if said != read:
                yield f"the {name} of turn {was.n} would be read as {read!r}, not as {said!r}."
    if len(before) != len(after):
        yield f"of its {len(before)} turns {len(after)} would be read."


def _told(source: Source) -> Sequence[Turn]:
    """The turns as intake makes them of what is said: in talk, those of one speaker joined."""
    if source.kind in ("email", "note"):
        return source.turns
    return joined(
        Cue(turn.speaker, turn.address, turn.text, turn.start, turn.end) for turn in source.turns
    )


def _lines(blocks: Sequence[str]) -> list[str]:
    """Quoted lines, without the blank ones: the blocks they stood in are put together."""
    return [line for block in blocks for line in block.split("\n") if line.strip()]
