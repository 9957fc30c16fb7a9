"""Port of users and their keys."""

from datetime import datetime
from typing import Protocol

from memory.records import ApiKey, User


class Access(Protocol):
    """Users and API keys."""

    def add_user(self, user: User) -> None:
        """Keep a user; one of the same id is replaced."""

    def users(self) -> tuple[User, ...]:
        """All users by id."""

    def add_key(self, key: ApiKey) -> None:
        """Keep an API key."""

    def api_keys(self) -> tuple[ApiKey, ...]:
        """All keys by id, revoked ones included."""

    def revoke(self, key: str, at: datetime) -> None:
        """Revoke a key.

        Raises:
            NotFoundError: No such key.
        """
