"""Chat: asking about a deal or about all of them, and listening to answers."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.sse import EventSourceResponse, ServerSentEvent

from api.asking.asker import Asker
from api.asking.conversations import Conversations
from api.asking.views import (
    MessageView,
    ThreadDetail,
    ThreadView,
    message_view,
    thread_detail,
    thread_view,
)
from api.http.bodies import JsonRoute, StreamRoute
from api.http.context import Context, Here
from api.http.documents import ASKING, DOOR, WRITE, documented
from api.http.events import Followed, events_of
from api.http.inputs import DealPath, LastEvent, MessagePath, Question, ThreadPath

router = APIRouter(tags=["chat"], route_class=JsonRoute)
streams = APIRouter(
    tags=["chat"], route_class=StreamRoute, default_response_class=EventSourceResponse
)


def _asker(here: Context) -> Asker:
    caller = here.caller
    return Asker(caller.workspace, caller.actor, proposes="write" in caller.scopes)


def _conversations(here: Here) -> Conversations:
    return here.tandem.conversations(_asker(here))


def _asked(here: Context, deal: str | None, body: Question) -> Followed:
    """Begin to answer, before anything is sent: what hinders it is a problem like any other."""
    answering = here.tandem.answering(_asker(here))
    run = here.tandem.underway.start(answering, deal, body.question, body.thread)
    return Followed(answering.conversations, run.thread, run.n, run)


def _asked_of_deal(here: Here, deal: DealPath, body: Question) -> Followed:
    return _asked(here, deal, body)


def _asked_of_all(here: Here, body: Question) -> Followed:
    return _asked(here, None, body)


def _resumed(here: Here, thread: ThreadPath, message: MessagePath) -> Followed:
    own = _conversations(here)
    kept = own.message(thread, message)
    # Words that were forgotten are not told again, though this process may still know them.
    known = kept.status != "forgotten"
    run = here.tandem.underway.find(own.asker, thread, message) if known else None
    return Followed(own, thread, message, run)


Mine = Annotated[Conversations, Depends(_conversations)]


@streams.post("/deals/{deal}/chat", responses=documented(*ASKING, "nothing-there"))
async def ask_about_deal(
    asked: Annotated[Followed, Depends(_asked_of_deal)],
) -> AsyncIterator[ServerSentEvent]:
    """Ask about a deal, and hear what happens on the way to the answer.

    Events come in this order: `asked` names the conversation and the answer's number in it;
    `looking`, `proposing`, `noting` and `stating` tell what is looked up, proposed and said;
    `answered` or `failing` sums up; `ended` is last. The answer goes on where the connection is
    dropped. Asking needs no key that may write, but nothing is proposed without one.
    """
    async for event in events_of(asked):
        yield event


@streams.post("/chat", responses=documented(*ASKING, "nothing-there"))
async def ask_about_all_deals(
    asked: Annotated[Followed, Depends(_asked_of_all)],
) -> AsyncIterator[ServerSentEvent]:
    """Ask about all deals; events are those of a question about one."""
    async for event in events_of(asked):
        yield event


@streams.get(
    "/chat/threads/{thread}/messages/{message}/events",
    responses=documented(*DOOR, "nothing-there", "invalid"),
)
async def follow_answer(
    resumed: Annotated[Followed, Depends(_resumed)], last: LastEvent = None
) -> AsyncIterator[ServerSentEvent]:
    """Listen to an answer again, from the event after the one that was heard last.

    Of an answer that ended long ago, or that another process works on, only `ended` is told.
    """
    async for event in events_of(resumed, last):
        yield event


@router.post(
    "/chat/threads/{thread}/messages/{message}/cancel",
    responses=documented(*WRITE, "nothing-there", "invalid"),
)
def cancel_answer(here: Here, own: Mine, thread: ThreadPath, message: MessagePath) -> MessageView:
    """Cancel an answer that is being worked on; one that has ended stays as it is."""
    return message_view(here.tandem.underway.cancel(own, thread, message))


@router.get("/deals/{deal}/chat/threads", responses=documented(*DOOR, "nothing-there", "invalid"))
def list_threads_of_deal(own: Mine, deal: DealPath) -> tuple[ThreadView, ...]:
    """List your conversations about a deal, the newest first."""
    return tuple(thread_view(one) for one in own.of(deal))


@router.get("/chat/threads", responses=documented(*DOOR))
def list_threads(own: Mine) -> tuple[ThreadView, ...]:
    """List your conversations about all deals, the newest first."""
    return tuple(thread_view(one) for one in own.of(None))


@router.get("/chat/threads/{thread}", responses=documented(*DOOR, "nothing-there", "invalid"))
def show_thread(own: Mine, thread: ThreadPath) -> ThreadDetail:
    """Show one of your conversations with all that was said."""
    return thread_detail(*own.messages(thread))
