"""Where things are found: the one place that knows how addresses are put together."""

import re

PREFIX = "/api/v1"
HEALTH = f"{PREFIX}/health"
KINDS = f"{PREFIX}/problems"
DOCUMENT = f"{PREFIX}/openapi.json"

_ASKS = re.compile(
    rf"{PREFIX}(?:/deals/[^/]+)?/chat|{PREFIX}/chat/threads/[^/]+/messages/[^/]+/cancel"
)


def asks(path: str) -> bool:
    """Whether a path is one to which questions are sent, or that they be answered no longer."""
    return _ASKS.fullmatch(path) is not None


def deal_address(deal: str) -> str:
    """The address of a deal."""
    return f"{PREFIX}/deals/{deal}"


def source_address(source: str) -> str:
    """The address of a source."""
    return f"{PREFIX}/sources/{source}"
