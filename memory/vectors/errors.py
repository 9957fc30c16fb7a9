"""What can go wrong with a vector index. Chunks and vectors in SQL are never harmed by it."""

from memory.errors import StoreError


class VectorsError(StoreError):
    """The vector index failed; what it holds can be made anew with `tandem reindex`."""


class OwnedElsewhereError(VectorsError):
    """Another process owns the embedded index; search exactly, or use `chroma run` for several."""


class UnreachableError(VectorsError):
    """The Chroma server does not answer as one; see that it runs and that its address is right."""
