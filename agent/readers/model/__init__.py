"""The reader that asks a language model, twice, and trusts neither answer."""

from agent.readers.model.reader import ModelReader

__all__ = ["ModelReader"]
