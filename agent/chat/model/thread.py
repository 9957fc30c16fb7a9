"""The conversation so far, as a model is shown it: the last messages, and none of them whole."""

from collections.abc import Sequence

from agent.chat.model.limits import LIMITS
from agent.chat.ports import Asked
from agent.quotes import fold
from agent.readers.model.view.fence import one_line
from memory.records import Message

_NONE = "(none yet)"
_ROUND = 2
"""Messages of a question and its answer."""
_SAYS = {"user": "User", "tandem": "Answer"}


def thread(asked: Asked) -> str:
    """The last messages before a question, a line each.

    The same question asked before is left out with its answer: it is answered as the first time.
    """
    messages = [one for one in asked.before if one.status == "done"]
    while _is_repeat(messages, asked.question):
        del messages[-_ROUND:]
    return "\n".join(_told(one) for one in messages[-LIMITS.messages :]) or _NONE


def said_by_user(asked: Asked) -> tuple[str, ...]:
    """The user's own words: the question, and those before it."""
    return (asked.question, *(one.text for one in asked.before if one.role == "user"))


def _is_repeat(messages: Sequence[Message], question: str) -> bool:
    """Whether the last messages are this very question and its answer."""
    *_, asking, answer = (None, None, *messages)
    asked = asking is not None and asking.role == "user" and fold(asking.text) == fold(question)
    return asked and answer is not None and answer.role == "tandem"


def _told(one: Message) -> str:
    text = one_line(one.text)
    cut = " …" if len(text) > LIMITS.message else ""
    return f"{_SAYS[one.role]}: {text[: LIMITS.message]}{cut}"
