"""Conversations in SQL."""

from sqlalchemy import ColumnElement, Text, cast

from memory.records import Message, Thread
from memory.sql import schema
from memory.sql.rows import Row, item_of, row_of
from memory.sql.scope import Scope
from plan.edits import canonical_json


class SqlThreads:
    """`memory.base.Threads` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def open(self, thread: Thread) -> None:
        """Keep a new thread.

        Raises:
            ConflictError: There is one of that id.
        """
        conflict = f"There is a conversation `{thread.id}` already."
        self._scope.add(schema.threads, [row_of(thread, schema.threads)], conflict)

    def get(self, user: str, thread: str) -> Thread:
        """That user's thread.

        Raises:
            NotFoundError: The user has no such thread.
        """
        this = (schema.threads.c.id == thread, schema.threads.c.user == user)
        row = self._scope.first(schema.threads, *this)
        if row is None:
            self._scope.missing(schema.threads, thread)
        return item_of(Thread, row)

    def of(self, user: str, deal: str | None = None) -> tuple[Thread, ...]:
        """The user's threads about a deal, or about all deals, the newest first."""
        table = schema.threads
        order = (table.c.created_at.desc(), table.c.id)
        rows = self._scope.find(table, table.c.user == user, table.c.deal == deal, order=order)
        return tuple(item_of(Thread, row) for row in rows)

    def add(self, message: Message) -> None:
        """Keep a message.

        Raises:
            ConflictError: The thread has that number already.
        """
        conflict = f"The conversation `{message.thread}` has a message {message.n} already."
        self._scope.add(schema.messages, [row_of(message, schema.messages)], conflict)

    def replace(self, message: Message) -> None:
        """Store a message's new state.

        Raises:
            NotFoundError: There is no such message.
        """
        this = (schema.messages.c.thread == message.thread, schema.messages.c.n == message.n)
        if not self._scope.change(schema.messages, row_of(message, schema.messages), *this):
            self._scope.missing(schema.messages, f"{message.thread} ({message.n})")

    def messages(self, thread: str) -> tuple[Message, ...]:
        """The thread's messages in order."""
        table = schema.messages
        rows = self._scope.find(table, table.c.thread == thread, order=(table.c.n,))
        return tuple(item_of(Message, row) for row in rows)

    def forget(self, source: str) -> int:
        """Take the words out of all answers that hold words of a source; returns how many."""
        forgotten: Row = {"status": "forgotten", "text": "", "answer": {}}
        with_words = schema.messages.c.status != "forgotten"
        return self._scope.change(schema.messages, forgotten, _rests_on(source), with_words)


def _rests_on(source: str) -> ColumnElement[bool]:
    """No id can hold the quotes between which it stands in the list."""
    listed = cast(schema.messages.c.sources, Text)
    return listed.contains(canonical_json(source), autoescape=True)
