"""Chroma as a vector index: in this process on a folder that it owns, or on a server."""

from memory.vectors.chroma.index import ChromaVectors

__all__ = ["ChromaVectors"]
