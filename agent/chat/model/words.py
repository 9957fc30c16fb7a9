"""Words of sources in a tool's lines: cut anew, whose they are beside them."""

from collections.abc import Callable

from agent.answers.answer import Statement
from agent.answers.wording import day
from agent.chat.model.limits import LIMITS
from agent.chat.ports import Quoted
from memory.errors import NotFoundError
from plan.sources import Evidence

Quote = Callable[[Evidence], Quoted]


def quotes(statement: Statement, quote: Quote) -> tuple[Statement, tuple[Quoted, ...]]:
    """A statement's words, and the statement without those that are there no longer.

    A source may be withdrawn while a question is answered. What rests on nothing else keeps
    its words as they are, which then cannot be quoted.
    """
    found = [(one, cut) for one in statement.words if (cut := _cut(one, quote)) is not None]
    others = statement.items or statement.proposals or statement.events
    words = tuple(one for one, _ in found)
    kept = statement.model_copy(update={"words": words}) if found or others else statement
    return kept, tuple(cut for _, cut in found)


def shown_words(words: Quoted) -> str:
    """Words in quotation marks, with speaker, kind and day of their source."""
    text = words.text if len(words.text) <= LIMITS.passage else f"{words.text[: LIMITS.passage]}…"
    return f"“{text}” {whose(words)}"


def whose(words: Quoted) -> str:
    """Speaker, kind and day of words."""
    return f"({words.speaker or 'no speaker known'}, {words.kind} of {day(words.day)})"


def _cut(evidence: Evidence, quote: Quote) -> Quoted | None:
    try:
        return quote(evidence)
    except (LookupError, NotFoundError):
        return None
