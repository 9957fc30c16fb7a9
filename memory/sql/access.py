"""Users and API keys in SQL."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from memory.records import ApiKey, User
from memory.sql import schema
from memory.sql.rows import item_of, row_of
from memory.sql.scope import Scope


class SqlAccess:
    """`memory.base.Access` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add_user(self, user: User) -> None:
        """Keep a user; one of the same id is replaced."""
        self._scope.put(schema.users, row_of(user, schema.users))

    def users(self) -> tuple[User, ...]:
        """All users by id."""
        return tuple(
            item_of(User, row) for row in self._scope.find(schema.users, order=(schema.users.c.id,))
        )

    def add_key(self, key: ApiKey) -> None:
        """Keep an API key.

        Raises:
            ConflictError: There is a key of that id or digest already.
        """
        conflict = f"There is a key `{key.id}`, or this same key, already; make a new one."
        self._scope.add(schema.api_keys, [row_of(key, schema.api_keys)], conflict)

    def api_keys(self) -> tuple[ApiKey, ...]:
        """All keys by id, revoked ones included."""
        rows = self._scope.find(schema.api_keys, order=(schema.api_keys.c.id,))
        return tuple(item_of(ApiKey, row) for row in rows)

    def revoke(self, key: str, at: datetime) -> None:
        """Revoke a key; one revoked before keeps its first instant.

        Raises:
            NotFoundError: No such key.
        """
        self._scope.change_one(
            schema.api_keys, key, {"revoked_at": func.coalesce(schema.api_keys.c.revoked_at, at)}
        )


def workspace_of(connection: Connection, digest: str) -> tuple[str, ApiKey] | None:
    """Workspace and unrevoked key of that sha256, looked up over all workspaces."""
    this = (schema.api_keys.c.digest == digest, schema.api_keys.c.revoked_at.is_(None))
    row = connection.execute(select(schema.api_keys).where(*this)).mappings().first()
    return None if row is None else (row["workspace"], item_of(ApiKey, row))
