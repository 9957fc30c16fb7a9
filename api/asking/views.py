"""Conversations as people and programs are shown them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from agent.answers.answer import Answer
from memory.records import Message, Thread
from plan.models import Frozen


class ThreadView(Frozen):
    """A conversation in a list. `deal` is None where all deals are spoken of."""

    id: str
    deal: str | None
    title: str
    created_at: datetime


class MessageView(Frozen):
    """A question or an answer.

    Attributes:
        n: Position in the conversation, from 1.
        role: Who says it.
        status: Where an answer stands; a question is `done` at once.
        text: The question, the answer with its quotes, or why there is none.
        answer: The answer's statements and what each rests on, where it is there.
        at: When it was asked; of an answer, when it came to where it stands.
    """

    n: int
    role: Literal["user", "tandem"]
    status: Literal["answering", "done", "cancelled", "failed", "forgotten"]
    text: str
    answer: Answer | None
    at: datetime


class ThreadDetail(ThreadView):
    """A conversation with all that was said."""

    messages: tuple[MessageView, ...]


def thread_view(thread: Thread) -> ThreadView:
    """A conversation as it is listed."""
    return ThreadView.model_validate(thread.model_dump(exclude={"user"}))


def message_view(message: Message) -> MessageView:
    """A message as it is shown."""
    shown = message.model_dump(include=set(MessageView.model_fields))
    return MessageView.model_validate({**shown, "answer": message.answer or None})


def thread_detail(thread: Thread, messages: Sequence[Message]) -> ThreadDetail:
    """A conversation as it is shown."""
    listed = tuple(message_view(one) for one in messages)
    return ThreadDetail.model_validate({**dict(thread_view(thread)), "messages": listed})
