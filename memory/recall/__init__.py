"""The memory of a deal's words: indexed when a source was read, recalled by meaning and by word."""

from memory.recall.checking import Checked
from memory.recall.errors import OtherEmbedderError
from memory.recall.memory import Memory

__all__ = ["Checked", "Memory", "OtherEmbedderError"]
