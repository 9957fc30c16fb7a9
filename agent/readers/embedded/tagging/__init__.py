"""Tagging: what each sentence does to the plan, as a trained network hears it in its context."""

from agent.readers.embedded.tagging.tags import TAGS, Tag

__all__ = ["TAGS", "Tag"]
