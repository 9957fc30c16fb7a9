"""Chat without a model: rules and likeness choose a computed answer, or words are quoted."""

from agent.chat.embedded.chat import EmbeddedChat

__all__ = ["EmbeddedChat"]
