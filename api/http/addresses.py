"""Where things are found: the one place that knows how addresses are put together."""

PREFIX = "/api/v1"
HEALTH = f"{PREFIX}/health"
KINDS = f"{PREFIX}/problems"
DOCUMENT = f"{PREFIX}/openapi.json"


def deal_address(deal: str) -> str:
    """The address of a deal."""
    return f"{PREFIX}/deals/{deal}"


def source_address(source: str) -> str:
    """The address of a source."""
    return f"{PREFIX}/sources/{source}"
