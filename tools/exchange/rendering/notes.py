"""A note as text, a line for each paragraph."""

from plan.sources import Source

# Word joiners cannot be seen and are no part of words; behind so many of them nobody looks for a
# bullet, a time or a speaker's label.
_GUARD = "\u2060" * 121


def note(source: Source) -> str:
    """The text of a note, blank lines between its paragraphs."""
    return _paragraphs(source, "")


def guarded(source: Source) -> str:
    """The same where paragraphs begin like list items, headings or a speaker's words."""
    return _paragraphs(source, _GUARD)


def _paragraphs(source: Source, before: str) -> str:
    return "\n\n".join(before + turn.text for turn in source.turns) + "\n"
