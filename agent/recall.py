"""Recalling earlier passages of a deal for the reader of a new source."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from agent.ports import Context, Passage
from memory.chunking import LONGEST_LABEL
from memory.errors import StoreError
from memory.records import Recalled
from plan.sources import Source

_logger = logging.getLogger(__name__)

MOST = 12
"""Passages that a reader is given."""

TELLING = 8
"""Words from which on a turn tells what a source is about; shorter ones are "Sounds good"."""

ASKED = 800
"""Characters of a source that are asked with; an embedder takes in about as many."""


class NoRecall:
    """Recalls nothing: an empty answer is a right one, and readers do without."""

    def passages(self, context: Context) -> Sequence[Passage]:
        """Always empty."""
        del context
        return ()


class Search(Protocol):
    """Finds a deal's chunks that fit a query."""

    def __call__(
        self, workspace: str, deal: str, query: str, k: int, before: datetime | None = None
    ) -> Sequence[Recalled]:
        """At most `k` chunks of sources that occurred before an instant, best first."""


class DealRecall:
    """Recalls passages of the deal's earlier sources that fit what this one is about.

    A source is read without them where memory fails: `tandem doctor` tells what is wrong.

    Args:
        search: The memory of the deal's words.
    """

    def __init__(self, search: Search) -> None:
        self._search = search

    def passages(self, context: Context) -> Sequence[Passage]:
        """At most a dozen, best first; those of this source itself are not among them."""
        query, before = _about(context.source), context.source.occurred_at
        try:
            found = self._search(context.workspace, context.plan.deal.id, query, MOST, before)
        except StoreError as error:
            _logger.warning("%s is read without earlier passages: %s", context.source_id, error)
            return ()
        return tuple(_passage(one) for one in found)


def _about(source: Source) -> str:
    """A source's title and its first telling turns."""
    telling = (turn.text for turn in source.turns if len(turn.text.split()) >= TELLING)
    return " ".join((source.title, *telling))[:ASKED]


def _passage(found: Recalled) -> Passage:
    """A chunk's words, the first speaker's label taken off them."""
    chunk = found.chunk
    first = next(iter(chunk.speakers), "")
    words = chunk.text.removeprefix(f"{first[:LONGEST_LABEL]}: ")
    labelled = words != chunk.text
    return Passage(
        source=chunk.source,
        turn=chunk.first_turn,
        speaker=first if labelled else None,
        text=words,
    )
