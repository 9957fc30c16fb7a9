"""How statements are shown: their text, and behind it the words they rest on, cut anew."""

from collections.abc import Callable

from agent.answers.answer import Answer, Statement
from agent.answers.wording import day
from agent.chat.ports import Quoted
from plan.sources import Evidence

Quote = Callable[[Evidence], Quoted]


def shown(statement: Statement, quote: Quote) -> str:
    """A statement's text with its quoted words behind it, on one line."""
    return " ".join((statement.text, *(_cited(quote(one)) for one in statement.words)))


def whole(answer: Answer, quote: Quote) -> str:
    """An answer on as many lines as it has statements, the note first."""
    lines = (shown(one, quote) for one in answer.statements)
    return "\n".join(filter(None, (answer.note, *lines)))


def _cited(words: Quoted) -> str:
    who = f"{words.speaker}, " if words.speaker else ""
    return f"“{words.text}” ({who}{words.kind} of {day(words.day)})"
