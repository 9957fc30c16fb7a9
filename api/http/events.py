"""Answers as server-sent events, numbered, so that a stream that was dropped goes on.

An answer's first event is `asked`, with the id 0. What happens is counted on from 1, and named
by its type. The last event is `ended`, with the message as it is kept.
"""

from collections.abc import AsyncIterator
from typing import Literal, NamedTuple

from anyio import sleep
from fastapi.sse import ServerSentEvent
from starlette.concurrency import run_in_threadpool

from api.asking.conversations import Conversations
from api.asking.underway import Run
from api.asking.views import MessageView, message_view
from memory.records import Message
from plan.models import Frozen

END = "end"
"""The id of the last event."""
LOOK_SECONDS = 0.05
"""How often a stream looks for news of an answer that this process works on: nobody is kept
waiting by it, and a listener who is slow or gone costs the answer nothing."""
ELSEWHERE_SECONDS = 1.0
"""How often it looks into the store for the end of an answer that another process works on."""


class AskedEvent(Frozen):
    """That a question is being answered: the conversation, and the answer's number in it."""

    type: Literal["asked"] = "asked"
    thread: str
    message: int


class EndedEvent(MessageView):
    """That nothing more comes: the answer as it is kept."""

    type: Literal["ended"] = "ended"


class Followed(NamedTuple):
    """An answer that is listened to.

    Attributes:
        conversations: The listener's conversations.
        thread: The conversation.
        n: The answer's number in it.
        run: What happened, where this process knows; else only the end is told.
    """

    conversations: Conversations
    thread: str
    n: int
    run: Run | None


async def events_of(followed: Followed, last: str | None = None) -> AsyncIterator[ServerSentEvent]:
    """All that comes after an event, to the end.

    Args:
        followed: The answer.
        last: The id of the last event that was heard; None for none.
    """
    if last == END:
        return
    if last is None:
        asked = AskedEvent(thread=followed.thread, message=followed.n)
        yield ServerSentEvent(id="0", event=asked.type, data=asked)
    if followed.run is not None:
        async for event in _happenings(followed.run, int(last or 0)):
            yield event
    kept = message_view(await _ended(followed))
    ended = EndedEvent.model_validate(dict(kept))
    yield ServerSentEvent(id=END, event=ended.type, data=ended)


async def _happenings(run: Run, seen: int) -> AsyncIterator[ServerSentEvent]:
    while True:
        happened, over = run.after(seen)
        for one in happened:
            seen += 1
            yield ServerSentEvent(id=str(seen), event=one.type, data=one)
        if over:
            return
        await sleep(LOOK_SECONDS)


async def _ended(followed: Followed) -> Message:
    """The answer, once it is being worked on no more."""
    while True:
        kept = await run_in_threadpool(followed.conversations.message, followed.thread, followed.n)
        if kept.status != "answering":
            return kept
        await sleep(ELSEWHERE_SECONDS)
