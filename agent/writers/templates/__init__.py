"""The writer that needs no model: plain messages, filled from the plan and from what was said."""

from agent.writers.templates.writer import TemplateWriter

__all__ = ["TemplateWriter"]
