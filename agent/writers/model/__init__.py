"""The model writer: it words a next action from approved facts, and code checks every word."""

from agent.writers.model.writer import ModelWriter

__all__ = ["ModelWriter"]
