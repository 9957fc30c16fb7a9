"""The embedder that needs no key and no network: MiniLM, run on this machine."""

from memory.embedder.errors import EmbedderError
from memory.embedder.minilm import MiniLM

__all__ = ["EmbedderError", "MiniLM"]
