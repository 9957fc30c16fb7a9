"""Bringing stored events of earlier versions up to the current one."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from plan.errors import UnreadableHistoryError
from plan.events import VERSION, Event

UPCASTERS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""For each old `v`, the pure function that turns such an event into one of `v` + 1."""


def upcast(stored: Mapping[str, Any]) -> Event:
    """The event in today's form.

    Raises:
        UnreadableHistoryError: It is of a later version than this program knows, or of no
            form that any version wrote.
    """
    event, seq = dict(stored), stored.get("seq")
    try:
        if event["v"] > VERSION:
            raise UnreadableHistoryError(
                f"Event {seq} was written by a newer Tandem; run that version or later."
            )
        while event["v"] < VERSION:
            event = UPCASTERS[event["v"]](event)
        return Event.model_validate(event)
    except (KeyError, TypeError, ValidationError) as error:
        raise UnreadableHistoryError(f"Event {seq} is of no known form: {error}") from error
