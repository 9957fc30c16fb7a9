"""Linking: which milestone or action a sentence is about, and how surely."""

from agent.readers.embedded.linking.features import Heard
from agent.readers.embedded.linking.links import Link, Links, links

__all__ = ["Heard", "Link", "Links", "links"]
