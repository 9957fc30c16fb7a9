"""What can go wrong while recalling."""

from memory.errors import StoreError


class OtherEmbedderError(StoreError):
    """Another embedder made a deal's vectors than the one in use; run `tandem reindex`."""
