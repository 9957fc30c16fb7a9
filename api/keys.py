"""API keys: 256 random bits, of which only the sha256 is kept."""

import secrets
from datetime import datetime
from hashlib import sha256

from memory.records import ApiKey

SCOPES = ("read", "write")
PREFIX = "tandem_"


def new_key(name: str, scopes: tuple[str, ...], at: datetime) -> tuple[str, ApiKey]:
    """A new secret and the record that is kept of it."""
    secret = PREFIX + secrets.token_urlsafe(32)
    record = ApiKey(
        id=name, digest=digest_of(secret), user=f"key:{name}", scopes=scopes, created_at=at
    )
    return secret, record


def digest_of(secret: str) -> str:
    """What is kept and looked up: the hex sha256. A slow hash adds nothing to 256 random bits."""
    return sha256(secret.encode()).hexdigest()
