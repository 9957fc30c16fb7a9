"""The words and events on which a statement about changes rests."""

from collections.abc import Iterable

from agent.answers.history import Change
from plan.sources import Evidence

MOST = 2
"""Quotes that one statement shows."""


def words_of(changes: Iterable[Change]) -> tuple[Evidence, ...]:
    """The words behind changes, each once and only the first few."""
    return tuple(dict.fromkeys(one for change in changes for one in change.evidence))[:MOST]


def events_of(changes: Iterable[Change]) -> tuple[int, ...]:
    """The events behind changes, each once."""
    return tuple(dict.fromkeys(change.seq for change in changes))
