"""The text of a gold file."""

from collections.abc import Iterator

from evals.cases.gold import Gold, GoldEdit, Trap
from tools.exchange.safe_yaml import dump


def gold_file(gold: Gold) -> str:
    """The YAML of a gold file; without the keys of what it leaves unjudged."""
    content = {
        "source": gold.source,
        "date": gold.date,
        "edits": [dict(_edit(edit)) for edit in gold.edits],
        "traps": [dict(_trap(trap)) for trap in gold.traps],
    }
    return dump(content)


def _edit(edit: GoldEdit) -> Iterator[tuple[str, object]]:
    yield "op", edit.op
    yield "entity", edit.entity
    if edit.id:
        yield "id", edit.id
    yield "set", edit.set
    yield "quote", _one_or_many(edit.quote)
    if edit.speaker:
        yield "speaker", edit.speaker
    yield "required", edit.required


def _trap(trap: Trap) -> Iterator[tuple[str, object]]:
    yield "quote", _one_or_many(trap.quote)
    yield "why", trap.why
    if trap.note:
        yield "note", trap.note


def _one_or_many(quotes: tuple[str, ...]) -> str | list[str]:
    return quotes[0] if len(quotes) == 1 else list(quotes)
