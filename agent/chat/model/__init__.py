"""The model's chat: it chooses tools and words what they return; code checks every sentence."""

from agent.chat.model.chat import ModelChat

__all__ = ["ModelChat"]
