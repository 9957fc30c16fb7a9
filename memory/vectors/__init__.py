"""The adapters of `memory.base.VectorIndex`: exact search, and Chroma in `memory.vectors.chroma`.

That one is to be imported where an index of Chroma is opened: Chroma takes a second to import.
"""

from memory.vectors.errors import OwnedElsewhereError, UnreachableError, VectorsError
from memory.vectors.exact import ExactVectors

__all__ = ["ExactVectors", "OwnedElsewhereError", "UnreachableError", "VectorsError"]
