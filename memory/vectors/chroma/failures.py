"""Makes this layer's errors of those of Chroma."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from chromadb.errors import ChromaError

from memory.vectors.errors import UnreachableError, VectorsError


@contextmanager
def told(place: str) -> Iterator[None]:
    """Raise what Chroma raises within as this layer's error.

    Args:
        place: The folder or address, for the message.

    Raises:
        UnreachableError: The server did not answer, or something else answered in its place.
        VectorsError: Chroma refused or failed.
    """
    try:
        yield
    except httpx.HTTPError as error:
        raise UnreachableError(
            f"The Chroma server at {place} does not answer ({error}). Try again when it does."
        ) from error
    except (ChromaError, sqlite3.Error) as error:
        raise VectorsError(
            f"The search index in {place} failed ({error}). No words are lost: `tandem reindex` "
            "makes it anew."
        ) from error
    except Exception as error:
        if type(error) is not Exception:
            raise
        # Chroma's client raises a bare Exception for an answer that is not a server's own.
        raise UnreachableError(
            f"What answers at {place} is no Chroma server ({error}). Try again when it is back."
        ) from error
