"""Recalling earlier passages. Without a memory of the deal's words there are none."""

from collections.abc import Sequence

from agent.ports import Context, Passage


class NoRecall:
    """Recalls nothing: an empty answer is a right one, and readers do without."""

    def passages(self, context: Context) -> Sequence[Passage]:
        """Always empty."""
        del context
        return ()
