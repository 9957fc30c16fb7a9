"""Digests in SQL."""

from memory.records import Digest
from memory.sql.rows import item_of, row_of
from memory.sql.schema import digests
from memory.sql.scope import Scope


class SqlDigests:
    """`memory.base.Digests` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def keep(self, digest: Digest) -> None:
        """Keep a digest; one of the same user and day replaces it."""
        self._scope.put(digests, row_of(digest, digests))

    def last(self, user: str) -> Digest | None:
        """The last digest that the user got."""
        order = (digests.c.day.desc(),)
        row = self._scope.first(digests, digests.c.user == user, order=order)
        return None if row is None else item_of(Digest, row)

    def of(self, user: str) -> tuple[Digest, ...]:
        """All digests that the user got, the last first."""
        order = (digests.c.day.desc(),)
        rows = self._scope.find(digests, digests.c.user == user, order=order)
        return tuple(item_of(Digest, row) for row in rows)
