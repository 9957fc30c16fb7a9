"""What can go wrong while embedding."""

from memory.errors import StoreError


class EmbedderError(StoreError):
    """A file of the embedding model is missing or altered; run `make install` to bring it back."""
