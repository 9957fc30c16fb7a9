"""Speaker labels: whether a call's words seem to be given to the wrong people.

A recorder that takes one voice for another turns "I'll send it" into somebody else's promise.
What is said often tells: people call others by name and not themselves, answer when they are
called, speak of their own tasks as "I", and sellers talk as sellers do. Each such clue has a
weight; what they come to is told as a doubt, never mended.
"""

from agent.labels.doubt import Doubt
from agent.labels.weighing import label_doubts

__all__ = ["Doubt", "label_doubts"]
