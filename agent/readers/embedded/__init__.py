"""The embedded reader: reads without a model provider, a key or the network."""

from agent.readers.embedded.reader import EmbeddedReader

__all__ = ["EmbeddedReader"]
